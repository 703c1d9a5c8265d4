package io.hybridge.browser;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** One person demands a second factor of everybody, adds one, signs in with it and loses the phone. */
class SecondFactorWayTests {

	private static final Duration STALE = Duration.ofMinutes(6);

	private static final int STEPS = 12;

	@TempDir
	private Path folder;

	private Page page;

	private Walk seen;

	@ParameterizedTest
	@ValueSource(strings = { "en", "de" })
	void leadsFromThePasswordAloneToTheRecoveryCode(String language) {
		Words words = new Words(Locale.of(language));
		Everybody everybody = Everybody.speaking(words);
		try (Console console = new Console(this.folder); Chromium chromium = new Chromium()) {
			this.page = chromium.open(console.address(), Chromium.speaking(Locale.of(language)));
			Walk walk = new Walk(this.page, words, Look.NONE);
			walk.setUp(console.setupCode());
			this.seen = new Walk(this.page, words, everybody);
			this.seen.look("setup-choice-with-factor");
			demand();
			Phone phone = scan();
			console.forward(STALE);
			addAfterTheProof(phone);
			String recovery = this.page.locator("#codes").textContent().strip().lines().findFirst().orElseThrow();
			console.forward(STALE);
			liftAfterTheCode(phone);
			walk.press("web.sign-out");
			walk.signIn();
			enter(recovery);
			new SecurityKey(this.page);
			addPasskey();
			walk.press("web.sign-out");
			walk.signIn();
			usePasskey("sign-in-code-passkey");
			assertThat(this.page.locator("nav .leave").first()).isAttached();
			console.forward(STALE);
			removePasskeyAfterTheProof();
			assertThat(chromium.complaints()).isEmpty();
		}
		assertThat(everybody.found()).isEmpty();
	}

	private void demand() {
		this.seen.open("/settings/users");
		this.seen.look("users-demand");
		this.page.locator("form[action$=factor-demand]").evaluate("(form) => form.closest('details').open = true");
		this.page.locator("form[action$=factor-demand] button").click();
		this.seen.heading("factor.title");
		this.seen.look("factor-demanded");
	}

	private Phone scan() {
		Phone phone = new Phone(this.page.locator("dd code").textContent());
		this.seen.type("factor.code", "000000");
		this.seen.press("factor.add.go");
		assertThat(this.page.locator(".error")).isVisible();
		this.seen.look("factor-add-wrong");
		return phone;
	}

	private void addAfterTheProof(Phone phone) {
		this.seen.proving(() -> {
			this.seen.type("factor.code", phone.shows(STEPS));
			this.seen.press("factor.add.go");
		}, () -> this.page.locator("#codes").isVisible());
		assertThat(this.page.locator("#codes")).isVisible();
		this.seen.look("factor-codes");
	}

	private void liftAfterTheCode(Phone phone) {
		this.seen.open("/settings/profile");
		this.seen.look("profile-with-factor");
		this.seen.open("/settings/users");
		lift();
		assertThat(this.page).hasURL(Pattern.compile("/sign-in/again$"));
		this.seen.look("sign-in-again-code");
		this.seen.type("factor.code", phone.shows(2 * STEPS));
		this.seen.press("signin.again.go");
		assertThat(this.page).hasURL(Pattern.compile("/settings/users$"));
		this.seen.look("users-back");
		lift();
		assertThat(this.page.locator("form[action$=factor-demand]")).isAttached();
	}

	private void lift() {
		this.page.locator("form[action$=lift]").evaluate("(form) => form.closest('details').open = true");
		this.page.locator("form[action$=lift] button").click();
	}

	private void addPasskey() {
		this.seen.type("factor.passkey.name", "Schlüsselbund");
		this.seen.press("factor.passkey.add");
		assertThat(this.page.locator("tbody th")).hasText("Schlüsselbund");
		this.seen.look("factor-passkey-added");
	}

	private void usePasskey(String look) {
		this.page.locator("[data-passkey] ~ button").waitFor();
		this.seen.look(look);
		this.seen.press("factor.passkey.use");
	}

	private void removePasskeyAfterTheProof() {
		this.seen.open("/settings/profile/factor");
		removePasskey();
		assertThat(this.page).hasURL(Pattern.compile("/sign-in/again$"));
		usePasskey("sign-in-again-passkey");
		assertThat(this.page).hasURL(Pattern.compile("/settings/profile/factor$"));
		removePasskey();
		assertThat(this.page.locator("tbody th")).hasCount(0);
	}

	private void removePasskey() {
		this.page.locator("form[action*=passkeys][action$=remove]").evaluate("(form) => form.closest('details').open = true");
		this.page.locator("form[action*=passkeys][action$=remove] button").click();
	}

	private void enter(String recovery) {
		this.seen.look("sign-in-code");
		this.seen.type("factor.code", "000000");
		this.seen.press("signin.go");
		this.seen.look("sign-in-code-wrong");
		this.seen.type("factor.code", recovery);
		this.seen.press("signin.go");
		assertThat(this.page.locator("nav .leave").first()).isAttached();
		this.seen.open("/settings/profile/factor");
		this.seen.look("factor");
	}

}
