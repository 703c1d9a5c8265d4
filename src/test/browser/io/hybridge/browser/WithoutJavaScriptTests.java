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

/** Reading and single submits need no JavaScript: the wizard, the audit log, the lab. */
@Execution(ExecutionMode.CONCURRENT)
class WithoutJavaScriptTests {

	@TempDir
	private Path folder;

	@Test
	void leadsThroughTheWizardTheAuditLogAndTheLab() {
		Words words = new Words(Locale.ENGLISH);
		try (Console console = new Console(this.folder); Chromium chromium = new Chromium()) {
			Page page = chromium.open(console.address(),
					Chromium.speaking(Locale.ENGLISH).setJavaScriptEnabled(false));
			Walk walk = new Walk(page, words, Look.NONE, false);
			walk.setUp(console.setupCode());
			signInAgain(walk);
			walk.open("/organizations/new");
			walk.register();
			walk.tenant();
			walk.servers();
			walk.oauthPlan();
			walk.oauth();
			walk.pushProxy();
			walk.probe();
			walk.press("lab.send");
			assertThat(page.locator("main")).containsText(words.of("lab.notice.sent"));
			walk.open("/lab");
			assertThat(page.locator("main")).containsText(words.of("lab.path.arrived"));
			faults(walk, page, words);
			filter(walk, page, words);
			assertThat(chromium.complaints()).isEmpty();
		}
	}

	private static void signInAgain(Walk walk) {
		walk.open("/");
		walk.press("web.sign-out");
		walk.heading("signin.title");
		walk.signIn();
		walk.heading("monitoring.empty");
	}

	private static void faults(Walk walk, Page page, Words words) {
		walk.field("lab.faults.operation").selectOption("Get-HybridState");
		walk.field("lab.faults.fault").selectOption("REFUSE_ACCESS");
		walk.press("lab.faults.inject");
		assertThat(page.locator("tbody th", new Page.LocatorOptions().setHasText(words.of("lab.fault.REFUSE_ACCESS"))))
			.isVisible();
		walk.press("lab.faults.remove.of", words.of("lab.operation.Get-HybridState"));
		assertThat(page.locator("main")).containsText(words.of("lab.faults.none"));
	}

	private static void filter(Walk walk, Page page, Words words) {
		walk.open("/audit");
		page.locator("input[name=q]").first().fill("actor:nobody");
		walk.press("audit.search.go");
		assertThat(page.locator("main")).containsText(words.of("audit.empty.filtered"));
		assertThat(page.url()).contains("q=actor");
		page.locator("input[name=q]").first().fill("actor:petra");
		walk.press("audit.search.go");
		assertThat(page.locator(".log li").first()).containsText("Petra Kern");
	}

}
