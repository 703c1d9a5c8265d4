package io.hybridge.browser;

import java.nio.file.Path;
import java.util.Locale;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The whole way of a new user: from the set-up code to the badge, and back. */
@Execution(ExecutionMode.CONCURRENT)
class WholeWayTests {

	@TempDir
	private Path folder;

	/** The tour of every page goes it in each language, slower. */
	@Test
	void leadsFromTheSetUpCodeToTheBadgeAndBack() {
		Locale locale = Locale.GERMAN;
		try (Console console = new Console(this.folder); Chromium chromium = new Chromium()) {
			Page page = chromium.open(console.address(), Chromium.speaking(locale));
			Walk walk = new Walk(page, new Words(locale), Look.NONE);
			walk.setUp(console.setupCode());
			walk.follow("setup.choice.lab.other");
			walk.register();
			walk.tenant();
			walk.servers();
			walk.oauthPlan();
			walk.oauth();
			walk.pushProxy();
			walk.probe();
			walk.badge();
			walk.back();
			walk.open("/audit");
			assertThat(page.locator("main")).containsText("MicrosoftSts");
			walk.open("/");
			assertThat(page.locator("main")).containsText("Fabrikam");
			assertThat(chromium.complaints()).isEmpty();
			assertThat(chromium.foreignRequests()).isEmpty();
		}
	}

}
