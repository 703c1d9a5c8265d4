package io.hybridge.browser;

import java.nio.file.Path;
import java.util.Locale;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * From the set-up code to the end of the device test: how often a person has to click, and
 * how many pages are loaded. Every apply is a plan that was seen, and accepted.
 */
class ShortestWayTests {

	private static final Words WORDS = new Words(Locale.ENGLISH);

	private static final int MOST_CLICKS = 20;

	private static final int MOST_LOADS = 16;

	@TempDir
	private Path folder;

	private Page page;

	private Walk walk;

	private Effort effort;

	@Test
	void leadsToTheBadgeInFewClicksAndPages() {
		try (Console console = new Console(this.folder); Chromium chromium = new Chromium()) {
			this.page = chromium.open(console.address(), Chromium.speaking(Locale.ENGLISH));
			this.walk = new Walk(this.page, WORDS, Look.NONE);
			this.effort = new Effort(this.page);
			setUp(console.setupCode());
			tenant();
			servers();
			oauth();
			pushProxy();
			proof();
			assertThat(this.effort.clicks()).as(this.effort.toString()).isBetween(10, MOST_CLICKS);
			assertThat(this.effort.loads()).as(this.effort.toString()).isBetween(5, MOST_LOADS);
			assertThat(chromium.complaints()).isEmpty();
		}
	}

	private void setUp(String code) {
		this.walk.open("/setup");
		this.walk.type("setup.code", code);
		this.walk.press("setup.continue");
		this.walk.type("account.name", "Petra Kern");
		this.walk.type("account.userName", "petra@fabrikam.com");
		this.walk.type("account.password", Walk.PASSWORD);
		this.walk.press("setup.administrator.create");
		this.walk.press("setup.continue");
		this.walk.press("setup.choice.lab.go");
		this.walk.checked();
		this.effort.ends("set-up");
	}

	private void tenant() {
		this.walk.follow("monitoring.sign-in");
		Locator signIn = this.page.locator("#tenant-sign-in");
		String password = signIn.locator("dl code").nth(1).textContent().strip();
		this.walk.press("microsoft365.sign-in.browser");
		this.page.locator("#password").fill(password);
		this.page.locator("button[type=submit]").click();
		fine();
		this.effort.ends("tenant");
	}

	private void servers() {
		this.walk.press("enablement.next", WORDS.of("step.servers.name"));
		this.walk.findings("finding.server-build-too-old.title", "EX2");
		this.walk.press("lab.update", "EX2");
		assertThat(this.page.locator("#findings p[role=status]")).isFocused();
		this.walk.press("enablement.check-again");
		fine();
		this.effort.ends("servers");
	}

	private void fine() {
		assertThat(this.page.locator("#findings h2").first()).hasText(WORDS.of("enablement.findings.fine"));
	}

	private void oauth() {
		this.walk.press("enablement.next", WORDS.of("step.oauth.name"));
		this.walk.field("enablement.exposure.accept", "Fabrikam").check();
		apply(2);
		this.effort.ends("oauth");
	}

	private void pushProxy() {
		this.walk.press("enablement.next", WORDS.of("step.push-proxy.name"));
		apply(1);
		this.effort.ends("push proxy");
	}

	private void apply(int changes) {
		assertThat(this.page.locator("#plan article.change")).hasCount(changes);
		this.walk.press("enablement.apply", changes, "Fabrikam");
		this.walk.ended("run.outcome.apply.done", changes, "Fabrikam");
	}

	private void proof() {
		this.walk.probe();
		this.walk.badge();
		assertThat(this.page.locator("#complete h2")).hasText(WORDS.of("enablement.complete", "Fabrikam"));
		this.effort.ends("proof");
	}

}
