package io.hybridge.browser;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;

/**
 * What a way costs a person: every press of the mouse, also on a choice and in another
 * tab, and every page that is loaded, in whichever tab. Typing costs nothing.
 */
final class Effort {

	private static final String TELL = """
			addEventListener('mousedown', () => window.pressed(), true);
			if (window === top) {
				addEventListener('DOMContentLoaded', () => window.loaded());
			}""";

	private final AtomicInteger clicks = new AtomicInteger();

	private final AtomicInteger loads = new AtomicInteger();

	private final Map<String, String> stages = new LinkedHashMap<>();

	private int clicksBefore;

	private int loadsBefore;

	Effort(Page page) {
		BrowserContext everyTab = page.context();
		everyTab.exposeBinding("pressed", (source, values) -> this.clicks.incrementAndGet());
		everyTab.exposeBinding("loaded", (source, values) -> this.loads.incrementAndGet());
		everyTab.addInitScript(TELL);
	}

	int clicks() {
		return this.clicks.get();
	}

	int loads() {
		return this.loads.get();
	}

	/** Ends a stage, so that a test that fails can tell where the clicks are. */
	void ends(String stage) {
		this.stages.put(stage, (clicks() - this.clicksBefore) + " clicks, " + (loads() - this.loadsBefore) + " loads");
		this.clicksBefore = clicks();
		this.loadsBefore = loads();
	}

	@Override
	public String toString() {
		return this.stages + ", " + clicks() + " clicks, " + loads() + " loads";
	}

}
