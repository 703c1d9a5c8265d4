package io.hybridge.browser;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

import io.hybridge.HybridgeApplication;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The whole way of a new user: from the set-up code to the badge, and back. */
class WholeWayTests {

	private static final String PASSWORD = "Seven kites above the harbour";

	@TempDir
	private Path folder;

	@Test
	void leadsFromTheSetUpCodeToTheBadgeAndBackInEnglish() {
		walk(Locale.ENGLISH);
	}

	@Test
	void leadsFromTheSetUpCodeToTheBadgeAndBackInGerman() {
		walk(Locale.GERMAN);
	}

	private void walk(Locale locale) {
		try (ConfigurableApplicationContext console = start(); Chromium chromium = new Chromium()) {
			String address = "http://localhost:" + console.getEnvironment().getProperty("local.server.port");
			Page page = chromium.open(address, new Browser.NewContextOptions().setLocale(locale.getLanguage()));
			Walk walk = new Walk(page, new Words(locale), locale);
			walk.setUp(code());
			walk.register();
			walk.tenant(chromium);
			walk.servers();
			walk.oauth();
			walk.pushProxy();
			walk.back();
			walk.audit();
			assertThat(chromium.complaints()).isEmpty();
			assertThat(chromium.foreignRequests().stream().filter((url) -> !url.contains("127.0.0.1"))).isEmpty();
		}
	}

	private ConfigurableApplicationContext start() {
		return SpringApplication.run(HybridgeApplication.class, "--server.port=0",
				"--hybridge.data=" + this.folder.resolve("data"), "--hybridge.lab.folder=" + this.folder.resolve("lab"),
				"--hybridge.lab.ports.control=0", "--hybridge.lab.ports.microsoft365=0",
				"--hybridge.lab.ports.sign-in=0", "--hybridge.lab.ports.ex1=0", "--hybridge.lab.ports.ex2=0",
				"--hybridge.lab.ports.cas1=0", "--hybridge.lab.health-manager-wait=2s",
				"--hybridge.enablement.lab-probe-wait=4s");
	}

	private String code() {
		try {
			return Files.readString(this.folder.resolve("data/setup-code")).strip();
		}
		catch (java.io.IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

	/** One person's way through the pages, by the words that stand on them. */
	private record Walk(Page page, Words words, Locale locale) {

		void setUp(String code) {
			this.page.navigate("/");
			field("setup.code").fill(code);
			click("setup.continue");
			field("account.name").fill("Petra Kern");
			field("account.userName").fill("petra@fabrikam.com");
			field("account.password").fill(PASSWORD);
			click("setup.administrator.create");
			field("profile.language").selectOption(this.locale.getLanguage());
			field("profile.zone").selectOption("Europe/Berlin");
			click("setup.continue");
			this.page.getByRole(AriaRole.LINK, link("setup.choice.lab.go")).click();
		}

		void register() {
			field("organization.name").fill("Fabrikam");
			field("organization.domain").fill("fabrikam");
			click("organization.register");
			assertThat(this.page.locator(".error")).isVisible();
			assertThat(field("organization.domain")).hasValue("fabrikam");
			field("organization.domain").fill("fabrikam.com");
			click("organization.register");
			heading("step.tenant.name");
		}

		void tenant(Chromium chromium) {
			click("enablement.check");
			assertThat(this.page.getByText("SIGN-IN-NEEDED")).isVisible();
			click("microsoft365.sign-in.start");
			Locator code = this.page.locator("#tenant-sign-in strong.mono");
			code.waitFor();
			String where = this.page.locator("#tenant-sign-in ol a").first().getAttribute("href");
			String[] account = accounts();
			Page microsoft = this.page.context().newPage();
			microsoft.navigate(where);
			if (microsoft.locator("#code").inputValue().isEmpty()) {
				microsoft.locator("#code").fill(code.textContent().strip());
			}
			microsoft.locator("input[value='" + account[0] + "']").check();
			microsoft.locator("#password").fill(account[1]);
			microsoft.locator("button").first().click();
			microsoft.waitForLoadState();
			microsoft.close();
			this.page.getByRole(AriaRole.LINK, link("microsoft365.sign-in.continue")).click();
			click("enablement.check-again");
			assertThat(this.page.locator("#findings h2").first()).hasText(this.words.of("enablement.findings.fine"));
		}

		void servers() {
			follow("enablement.next");
			click("enablement.check");
			assertThat(this.page.getByText("SERVER-BUILD-TOO-OLD")).isVisible();
			String here = this.page.url();
			this.page.navigate("/lab");
			click("lab.update", "EX2");
			this.page.navigate(here);
			click("enablement.check-again");
			assertThat(this.page.locator("#findings h2").first()).hasText(this.words.of("enablement.findings.fine"));
		}

		void oauth() {
			follow("enablement.next");
			click("enablement.check");
			assertThat(this.page.locator("#plan article.change")).hasCount(2);
			click("enablement.apply", 2, "Fabrikam");
			assertThat(this.page.getByText(this.words.of("enablement.accept-first"))).isVisible();
			field("enablement.exposure.accept", "Fabrikam").check();
			click("enablement.apply", 2, "Fabrikam");
			assertThat(this.page.locator("#apply h2")).hasText(
					this.words.of("run.outcome.apply.done", 2, "Fabrikam"));
			click("enablement.check-again");
			assertThat(this.page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions()
				.setName(this.words.of("enablement.plan.no-changes"))).first()).isVisible();
		}

		void pushProxy() {
			follow("enablement.next");
			click("enablement.check");
			click("enablement.apply", 1, "Fabrikam");
			assertThat(this.page.locator("dl.record")).containsText("OnPrem-Proxy");
			click("enablement.probe.start");
			assertThat(this.page.locator("#verify code", new Page.LocatorOptions().setHasText("Succeeded")))
				.hasCount(2);
			click("lab.send");
			assertThat(this.page.locator("#lab-phone figcaption")).containsText(
					this.words.of("web.phone.unread", 1));
			this.page.getByLabel(this.words.of("enablement.device.yes"), new Page.GetByLabelOptions().setExact(true))
				.check();
			click("enablement.device.record", "Fabrikam");
			assertThat(this.page.locator("#verify")).containsText("Petra Kern");
		}

		void back() {
			click("enablement.undo.button");
			click("enablement.undo.apply", 1, "Fabrikam");
			assertThat(this.page.locator("#apply h2")).hasText(this.words.of("run.outcome.undo.done", 1));
			this.page.navigate(this.page.url().replaceAll("push-proxy.*", "oauth"));
			click("enablement.undo.button");
			click("enablement.undo.apply", 2, "Fabrikam");
			assertThat(this.page.locator("#apply h2")).hasText(this.words.of("run.outcome.undo.done", 2));
		}

		void audit() {
			this.page.navigate("/audit");
			assertThat(this.page.locator("main")).containsText("MicrosoftSts");
			this.page.navigate("/");
			assertThat(this.page.locator("main")).containsText("Fabrikam");
		}

		private String[] accounts() {
			Page lab = this.page.context().newPage();
			lab.navigate("/lab");
			Locator row = lab.locator("tr", new Page.LocatorOptions().setHasText("Microsoft 365")).first();
			String[] account = { row.locator("td").nth(1).textContent().strip(),
					row.locator("td").nth(2).textContent().strip() };
			lab.close();
			return account;
		}

		private void click(String key, Object... values) {
			this.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(this.words.of(key, values)))
				.first()
				.click();
		}

		private void follow(String key) {
			this.page.getByRole(AriaRole.LINK, link(key)).first().click();
		}

		private Page.GetByRoleOptions link(String key) {
			return new Page.GetByRoleOptions().setName(this.words.of(key));
		}

		private Locator field(String key, Object... values) {
			return this.page.getByLabel(this.words.of(key, values)).first();
		}

		private void heading(String key) {
			assertThat(this.page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(this.words.of(key))
				.setLevel(1))).isVisible();
		}

	}

}
