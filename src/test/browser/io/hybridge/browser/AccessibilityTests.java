package io.hybridge.browser;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import static org.assertj.core.api.Assertions.assertThat;

/** Every page in its states: no violation of WCAG 2.2 AA, nothing scrolls sideways or lies over something else. */
@Execution(ExecutionMode.CONCURRENT)
class AccessibilityTests {

	/** What would be over in a moment lasts until the tour has looked at it. */
	private static final Map<String, String> SLOW = Map.of("hybridge.enablement.first-look", "10m",
			"hybridge.enablement.longest-pause", "10m", "hybridge.enablement.tenant-settle", "1d",
			"hybridge.enablement.exchange-settle", "1d", "hybridge.enablement.lab-probe-wait", "10m");

	@TempDir
	private Path folder;

	@Test
	void everybodyCanUseEveryPageInEnglish() {
		lookAtEverything(Locale.ENGLISH);
	}

	@Test
	void everybodyCanUseEveryPageInGerman() {
		lookAtEverything(Locale.GERMAN);
	}

	/** Somebody else sets the auth server while nobody knows yet what came of ours. */
	@Test
	void everybodyCanDecideWhatStandsWhereTwoHaveChangedTheSame() {
		Words words = new Words(Locale.GERMAN);
		Everybody everybody = Everybody.judging(new Pictures(words.language()));
		Map<String, String> settings = Map.of("hybridge.enablement.first-look", "10m", "hybridge.enablement.exchange-settle", "1s");
		try (Console console = new Console(this.folder, settings); Chromium chromium = new Chromium()) {
			Page page = chromium.open(console.address(), Chromium.speaking(Locale.GERMAN));
			Walk walk = new Walk(page, words, (name, seen) -> {
			});
			new Tour(walk, console::finishRuns).disagree(console.setupCode());
			everybody.at("oauth-conflict", page);
		}
		assertThat(everybody.found()).isEmpty();
	}

	@Test
	void findsAViolationAPageTooWideACoveredHeadingALinkTooLongAndAPlaceNotFilledIn() {
		try (Chromium chromium = new Chromium()) {
			Page page = chromium.open("about:blank", Chromium.speaking(Locale.ENGLISH));
			page.setContent("""
					<html lang="en"><title>Planted</title><main><h1>Planted</h1>
					<p style="width: 400px; color: #ddd; background: #fff">Hardly to be seen, and too wide</p></main>""");
			Everybody everybody = Everybody.judging(new Pictures("none"));
			everybody.at("planted", page);
			page.setContent("""
					<html lang="en"><title>Covered</title><main><h1>Covered</h1></main>
					<p style="position: absolute; inset: 0 0 auto 0; height: 80px">In the way</p>""");
			everybody.at("in the way", page);
			page.setContent("<html lang='en'><title>Unsaid</title><main><h1>Nobody on {0}</h1></main>");
			everybody.at("unsaid", page);
			page.setContent("""
					<html lang='en'><title>Close</title><main><h1>Close</h1><div style="font-size: 0"><button style="font-size: 20px">One</button>
					<button style="font-size: 20px">Two</button></div></main>""");
			everybody.at("close", page);
			page.setContent("""
					<html lang='de'><title>Long</title><nav><a href="/" style="display: flex; width: 90px; padding: 0 10px">Benutzereinstellungen</a>
					<a href="/" style="display: flex; width: 90px; padding: 0 10px">Labor</a></nav><main><h1>Long</h1></main>""");
			everybody.at("long", page);
			page.setContent("<html lang='en'><title>Loud</title><main><h1>Loud</h1><p style='font-size: 28px'>Shouted</p></main>");
			everybody.at("loud", page);
			assertThat(everybody.found()).anyMatch((found) -> found.contains("color-contrast"))
				.anyMatch((found) -> found.startsWith("planted, 320, light: needs 4"))
				.anyMatch((found) -> found.contains("covered: <h1>"))
				.anyMatch((found) -> found.contains("not filled in: Nobody on {0}"))
				.anyMatch((found) -> found.startsWith("close, 320, light: touching: <button"))
				.anyMatch((found) -> found.startsWith("long, 1280, light: running out: <a") && !found.contains("Labor"))
				.anyMatch((found) -> found.startsWith("loud, 320, light: loud: <p") && !found.contains("h1"))
				.noneMatch((found) -> found.contains("1280, light: needs"));
		}
	}

	private void lookAtEverything(Locale locale) {
		Words words = new Words(locale);
		Everybody everybody = Everybody.speaking(words);
		try (Console console = new Console(this.folder, SLOW); Chromium chromium = new Chromium()) {
			Page page = chromium.open(console.address(), Chromium.speaking(locale));
			Tour tour = new Tour(new Walk(page, words, everybody), console::finishRuns);
			tour.takeEveryStep(console.setupCode());
			tour.readEverything();
			tour.meetPeople(new Walk(chromium.open(console.address(), Chromium.speaking(locale)), words, everybody));
			assertThat(chromium.foreignRequests()).isEmpty();
		}
		catch (RuntimeException | AssertionError ex) {
			throw new AssertionError("The tour ended early: " + ex.getMessage() + "; found until then: " + everybody.found(), ex);
		}
		assertThat(everybody.found()).isEmpty();
	}

}
