package io.hybridge.browser;

import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;

import io.hybridge.support.Waiting;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** One person's way through the pages, by the words that stand on them. */
final class Walk {

	static final String PASSWORD = "Seven kites above the harbour";

	private static final String ORGANIZATION = "Fabrikam";

	static {
		PlaywrightAssertions.setDefaultAssertionTimeout(Waiting.LIMIT.toMillis());
	}

	private final Page page;

	private final Words words;

	private final Look look;

	private final boolean scripted;

	Walk(Page page, Words words, Look look) {
		this(page, words, look, true);
	}

	Walk(Page page, Words words, Look look, boolean scripted) {
		this.scripted = scripted;
		this.page = page;
		this.words = words;
		this.look = look;
	}

	Page page() {
		return this.page;
	}

	void setUp(String code) {
		open("/");
		look("setup-code");
		type("setup.code", "AAAA-AAAA-AAAA-AAAA-AAAA-AAAA-AAAA");
		press("setup.continue");
		assertThat(this.page.locator(".error")).hasText(this.words.of("setup.code.wrong"));
		look("setup-code-wrong");
		type("setup.code", code);
		press("setup.continue");
		look("setup-administrator");
		type("account.name", "Petra Kern");
		type("account.userName", "petra@fabrikam.com");
		type("account.password", "short");
		press("setup.administrator.create");
		assertThat(this.page.locator(".error")).hasText(this.words.of("password.short"));
		look("setup-administrator-errors");
		type("account.password", PASSWORD);
		press("setup.administrator.create");
		look("setup-language");
		field("profile.language").selectOption(this.words.language());
		field("profile.zone").selectOption("Europe/Berlin");
		press("setup.continue");
		heading("setup.choice.title");
		look("setup-choice");
	}

	/** Signs in again as who set the console up. */
	void signIn() {
		type("account.userName", "petra@fabrikam.com");
		type("account.password", PASSWORD);
		press("signin.go");
	}

	/** Registers Fabrikam, which is checked at once; the form stands open already. */
	void register() {
		look("organization-new");
		type("organization.name", ORGANIZATION);
		type("organization.domain", "fabrikam");
		press("organization.register");
		assertThat(this.page.locator(".error")).isVisible();
		assertThat(field("organization.domain")).hasValue("fabrikam");
		look("organization-new-error");
		type("organization.domain", "fabrikam.com");
		press("organization.register");
		checked();
		look("organization-checked");
	}

	/** Waits until all four steps have been checked, which the organization's page tells. */
	void checked() {
		assertThat(this.page.getByRole(AriaRole.HEADING,
				new Page.GetByRoleOptions().setName(ORGANIZATION).setExact(true).setLevel(1)))
			.isVisible();
		Locator refresh = this.page.locator("#checking .button");
		while (!this.scripted && refresh.isVisible()) {
			refresh.click();
		}
		assertThat(this.page.locator("#checking")).not().isVisible();
	}

	void tenant() {
		open(this.page.url() + "/enablement/tenant");
		findings("finding.sign-in-needed.title");
		look("tenant-findings");
		press("microsoft365.sign-in.start");
		Locator code = this.page.locator("#tenant-sign-in strong.mono");
		code.waitFor();
		look("tenant-sign-in-code");
		enter(code.textContent().strip(), this.page.locator("#tenant-sign-in a[target]").getAttribute("href"));
		Locator entered = this.page.getByRole(AriaRole.LINK, named("microsoft365.sign-in.entered"));
		while (!this.scripted && code.isVisible()) {
			entered.click();
		}
		assertThat(code).not().isVisible();
		settle();
		assertThat(this.page.locator("#findings h2").first()).hasText(this.words.of("enablement.findings.fine"));
		look("tenant-fine");
	}

	private void enter(String code, String where) {
		Page lab = this.page.context().newPage();
		lab.navigate("/lab");
		Locator account = lab
			.locator("#accounts tr", new Page.LocatorOptions().setHasText(this.words.of("lab.world.tenant")))
			.first()
			.locator("td");
		String name = account.nth(1).textContent().strip();
		String password = account.nth(2).textContent().strip();
		lab.navigate(where);
		this.look.at("lab-sign-in", lab);
		lab.getByLabel(this.words.of("lab.sign-in.code"), exactly()).fill(code);
		lab.getByLabel(name).check();
		lab.getByLabel(this.words.of("lab.sign-in.password"), exactly()).fill(password);
		lab.getByRole(AriaRole.BUTTON, named("lab.sign-in.submit")).click();
		assertThat(lab.locator("h1")).hasText(this.words.of("lab.sign-in.done"));
		this.look.at("lab-sign-in-done", lab);
		lab.close();
	}

	void servers() {
		press("enablement.next", this.words.of("step.servers.name"));
		findings("finding.server-build-too-old.title", "EX2");
		look("servers-findings");
		press("lab.update", "EX2");
		assertThat(this.page.locator("p[role=status]", new Page.LocatorOptions().setHasText("CU23"))).isVisible();
		look("servers-updated");
		press("enablement.check-again");
		settle();
		assertThat(this.page.locator("#findings h2").first()).hasText(this.words.of("enablement.findings.fine"));
		look("servers-fine");
	}

	void oauthPlan() {
		press("enablement.next", this.words.of("step.oauth.name"));
		changes(2);
		look("oauth-plan");
	}

	void oauth() {
		refuseExposure();
		acceptExposure();
		oauthDone();
	}

	void refuseExposure() {
		applying(() -> press("enablement.apply", 2, ORGANIZATION));
		assertThat(this.page.locator(".error")).hasText(this.words.of("enablement.accept-first"));
		look("oauth-plan-not-accepted");
	}

	void acceptExposure() {
		applying(() -> {
			field("enablement.exposure.accept", ORGANIZATION).check();
			press("enablement.apply", 2, ORGANIZATION);
		});
	}

	private void applying(Runnable apply) {
		Locator plan = this.page.locator("#apply-form");
		Locator shown = this.page.locator("main").first();
		proving(apply,
				() -> this.page.locator(".error").first().isVisible() || !plan.isVisible() && shown.isVisible());
	}

	/** Whoever waited for long is asked who they are, and comes back to the same form. */
	void proving(Runnable deed, BooleanSupplier done) {
		String again = "/sign-in/again";
		deed.run();
		this.page.waitForCondition(() -> this.page.url().endsWith(again) || done.getAsBoolean());
		if (this.page.url().endsWith(again)) {
			look("sign-in-again");
			type("account.password", PASSWORD);
			press("signin.again.go");
			assertThat(this.page).not().hasURL(Pattern.compile(again));
			deed.run();
			assertThat(this.page.locator("#unsent")).isHidden();
		}
	}

	void oauthDone() {
		ended("run.outcome.apply.done", 2, ORGANIZATION);
		look("oauth-done");
		press("enablement.check-again");
		settle();
		this.page.getByRole(AriaRole.HEADING, named("enablement.plan.no-changes")).first().waitFor();
		look("oauth-no-changes");
	}

	void pushProxy() {
		press("enablement.next", this.words.of("step.push-proxy.name"));
		changes(1);
		look("push-proxy-plan");
		applying(() -> press("enablement.apply", 1, ORGANIZATION));
		ended("run.outcome.apply.done", 1, ORGANIZATION);
		assertThat(this.page.locator("dl.record")).containsText("OnPrem-Proxy");
		look("push-proxy-done");
	}

	void probe() {
		press("enablement.probe.start");
		probed();
	}

	void probed() {
		settle();
		assertThat(this.page.locator("#verify code", new Page.LocatorOptions().setHasText("Succeeded"))).hasCount(2);
		look("push-proxy-proved");
	}

	void badge() {
		press("lab.send");
		assertThat(this.page.locator("#lab-phone figcaption"))
			.containsText(this.words.of("web.phone.unread", 1));
		look("push-proxy-badge");
		this.page.getByLabel(this.words.of("enablement.device.yes"), exactly()).check();
		press("enablement.device.record", ORGANIZATION);
		assertThat(this.page.locator("#verify")).containsText("Petra Kern");
		look("push-proxy-device-test");
	}

	void back() {
		press("enablement.undo.button");
		changes(1);
		look("push-proxy-undo-plan");
		applying(() -> press("enablement.undo.apply", 1, ORGANIZATION));
		ended("run.outcome.undo.done", 1);
		look("push-proxy-undone");
		open(this.page.url().replaceAll("push-proxy.*", "oauth"));
		press("enablement.undo.button");
		changes(2);
		applying(() -> press("enablement.undo.apply", 2, ORGANIZATION));
		ended("run.outcome.undo.done", 2);
		look("oauth-undone");
	}

	void open(String address) {
		this.page.navigate(address);
	}

	void look(String name) {
		this.look.at(name, this.page);
	}

	/** Waits until no run works on this page any more; without JavaScript by Refresh. */
	void settle() {
		Locator refresh = this.page.locator("#progress .button").first();
		while (!this.scripted && refresh.isVisible()) {
			refresh.click();
		}
		this.page.locator("#progress")
			.first()
			.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
	}

	private void changes(int count) {
		settle();
		assertThat(this.page.locator("#plan article.change")).hasCount(count);
	}

	void ended(String key, Object... values) {
		settle();
		assertThat(this.page.locator("#apply h2").first()).hasText(this.words.of(key, values));
		assertThat(this.page.locator("#at-work")).hasText("");
	}

	void findings(String key, Object... values) {
		settle();
		this.page.getByRole(AriaRole.HEADING, named(key, values)).first().waitFor();
	}

	void press(String key, Object... values) {
		button(key, values).click();
	}

	Locator button(String key, Object... values) {
		return this.page.getByRole(AriaRole.BUTTON, named(key, values)).first();
	}

	void follow(String key, Object... values) {
		this.page.getByRole(AriaRole.LINK, named(key, values)).first().click();
	}

	void type(String key, String text) {
		field(key).fill(text);
	}

	Locator field(String key, Object... values) {
		return this.page.getByLabel(this.words.of(key, values), exactly()).first();
	}

	void heading(String key) {
		assertThat(this.page.getByRole(AriaRole.HEADING, named(key).setLevel(1))).isVisible();
	}

	private Page.GetByRoleOptions named(String key, Object... values) {
		return new Page.GetByRoleOptions().setName(this.words.of(key, values)).setExact(true);
	}

	private static Page.GetByLabelOptions exactly() {
		return new Page.GetByLabelOptions().setExact(true);
	}

}
