package io.hybridge.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;

/**
 * Looks at a page as everybody does: light and dark, on a desk and on a narrow phone. A
 * page that asks for itself gets no answer meanwhile, so that it stands still.
 */
final class Everybody implements Look {

	private static final String WIDTH = "() => document.scrollingElement.scrollWidth";

	private static final String UNFOLD = "() => document.querySelectorAll('details').forEach((fold) => fold.open = true)";

	private static final String FOLD = "() => document.querySelectorAll('details').forEach((fold) => fold.open = false)";

	private static final String CULPRITS = """
			() => [...document.querySelectorAll('body *')]
				.filter((element) => element.getBoundingClientRect().right > innerWidth)
				.slice(-3).map((element) => element.outerHTML.slice(0, 160)).join(' | ')""";

	private static final String COVERED = """
			() => [...document.querySelectorAll('h1, .crumbs a, .top :is(p, a, button)')].filter((element) => {
				const { x, y, width, height } = element.getBoundingClientRect();
				const seen = width && document.elementFromPoint(x + width / 2, y + height / 2);
				return seen && !element.contains(seen) && !seen.contains(element);
			}).map((element) => element.outerHTML.slice(0, 160)).join(' | ')""";

	/** Links of a navigation whose words run out of their box. */
	private static final String RUNNING_OUT = """
			() => [...document.querySelectorAll('nav a')].filter((link) => {
				const end = link.getBoundingClientRect().right - parseFloat(getComputedStyle(link).paddingRight);
				return link.offsetWidth && [link, ...link.querySelectorAll(':not(.sr)')]
					.flatMap((element) => [...element.childNodes]).filter((node) => node.nodeType === Node.TEXT_NODE)
					.some((node) => {
						const words = document.createRange();
						words.selectNodeContents(node);
						return words.getBoundingClientRect().right > end + 0.5;
					});
			}).map((link) => link.outerHTML.slice(0, 160)).join(' | ')""";

	/** Words as large as the name of the page, which are neither it nor a time that is counted down or a code. */
	private static final String LOUD = """
			() => [...document.querySelectorAll('body *:not(h1, h1 *, output, .remote *)')]
				.filter((element) => parseFloat(getComputedStyle(element).fontSize) >= 24
					&& [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim()))
				.map((element) => element.outerHTML.slice(0, 160)).join(' | ')""";

	/** A place that was not filled in, or a text that is missing; scripts may have such. */
	private static final String UNSAID = """
			() => [...document.querySelectorAll('body *:not(pre, pre *, code, script)')]
				.flatMap((element) => [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE)
					.map((node) => node.data).concat(element.getAttribute('aria-label') || '', element.title || ''))
				.filter((text) => /\\{\\d[^}]*\\}|\\?\\?[\\w.-]+\\?\\?/.test(text)).join(' | ')""";

	/**
	 * Buttons with less than 8 px between them, labels with less than 4 to their field, and
	 * either with less than 6 to what is said above.
	 */
	private static final String TOUCHING = """
			() => {
				const all = (what) => [...document.querySelectorAll(what)].filter((element) => element.offsetWidth > 2
					&& !element.closest('details:not([open]) > :not(summary)'));
				const apart = (one, other) => {
					const a = one.getBoundingClientRect(), b = other.getBoundingClientRect();
					return [Math.max(a.left - b.right, b.left - a.right), Math.max(a.top - b.bottom, b.top - a.bottom)];
				};
				const close = (least) => ([one, other]) => Math.max(...apart(one, other)) < least;
				const buttons = all('main :is(button, .button):not(.plainly, .copy, .group *)');
				const labels = all('main label').filter(({ control }) => control?.offsetWidth > 2 && !/radio|checkbox/.test(control.type));
				const said = all('main :is(p, li, .banner)');
				const under = ([below, above]) => below.getBoundingClientRect().top > above.getBoundingClientRect().bottom - 2;
				return [...[...buttons, ...labels.filter((label) => !label.closest('.choice'))]
							.flatMap((one) => said.map((other) => [one, other])).filter(under).filter(close(6)),
						...buttons.flatMap((one, at) => buttons.slice(at + 1).map((other) => [one, other])).filter(close(8)),
						...labels.map((label) => [label, label.control]).filter(close(4))]
					.map((pair) => pair.map((element) => element.outerHTML.slice(0, 90)).join(' and ')).join(' | ');
			}""";

	private static final Predicate<String> ASKS = Pattern.compile("/(progress|panel|phone)(\\?.*)?$").asPredicate();

	private static final Consumer<Route> UNANSWERED = (route) -> {
	};

	private final List<String> found = new ArrayList<>();

	private final Pictures pictures;

	private final boolean rules;

	private Everybody(Pictures pictures, boolean rules) {
		this.pictures = pictures;
		this.rules = rules;
	}

	/** Looks at everything in English, in another language at what it changes: whether its words have room. */
	static Everybody speaking(Words words) {
		return new Everybody(new Pictures(words.language()), words.language().equals("en"));
	}

	/** Looks at everything. */
	static Everybody judging(Pictures pictures) {
		return new Everybody(pictures, true);
	}

	List<String> found() {
		return this.found;
	}

	@Override
	public void at(String name, Page page) {
		page.waitForLoadState(LoadState.LOAD);
		page.route(ASKS, UNANSWERED);
		for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
			page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
			for (int width : new int[] { 1280, 320 }) {
				page.setViewportSize(width, 900);
				this.pictures.take(name, width, scheme, page);
				if (scheme == ColorScheme.LIGHT) {
					judge(name + ", " + width + ", light", page, width);
				}
			}
		}
		if (this.rules) {
			unfolded(page, () -> note(name + ", 320, dark", Axe.violationsOfColor(page)));
		}
		page.unroute(ASKS, UNANSWERED);
		page.setViewportSize(1280, 900);
		page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
	}

	private void judge(String where, Page page, int width) {
		sideways(where, page, width);
		note(where + ": covered", page.evaluate(COVERED));
		note(where + ": running out", page.evaluate(RUNNING_OUT));
		note(where + ": touching", page.evaluate(TOUCHING));
		note(where + ": loud", page.evaluate(LOUD));
		note(where + ": not filled in", page.evaluate(UNSAID));
		unfolded(page, () -> {
			sideways(where + ", unfolded", page, width);
			if (this.rules) {
				note(where, Axe.violations(page));
			}
		});
	}

	private static void unfolded(Page page, Runnable look) {
		page.evaluate(UNFOLD);
		look.run();
		page.evaluate(FOLD);
	}

	private void sideways(String where, Page page, int width) {
		int needed = ((Number) page.evaluate(WIDTH)).intValue();
		if (needed > width) {
			note(where + ": needs " + needed + " px: " + page.evaluate(CULPRITS));
		}
	}

	private void note(String where, Object seen) {
		if (!"".equals(seen)) {
			note(where + ": " + seen);
		}
	}

	private void note(String where, List<String> violations) {
		violations.forEach((violation) -> note(where + ": " + violation));
	}

	private void note(String violation) {
		this.found.add(violation);
	}

}
