package io.hybridge.browser;

import java.nio.file.Path;
import java.util.Locale;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** One person adds a second factor, signs in with it and loses the phone. */
class SecondFactorWayTests {

	@TempDir
	private Path folder;

	@ParameterizedTest
	@ValueSource(strings = { "en", "de" })
	void leadsFromThePasswordAloneToTheRecoveryCode(String language) {
		Words words = new Words(Locale.of(language));
		Everybody everybody = new Everybody(new Pictures(language));
		try (Console console = new Console(this.folder); Chromium chromium = new Chromium()) {
			Page page = chromium.open(console.address(), Chromium.speaking(Locale.of(language)));
			Walk walk = new Walk(page, words, Look.NONE);
			walk.setUp(console.setupCode());
			Walk seen = new Walk(page, words, everybody);
			String recovery = add(seen);
			walk.press("web.sign-out");
			walk.signIn();
			seen.look("sign-in-code");
			seen.type("factor.code", "000000");
			seen.press("signin.go");
			seen.look("sign-in-code-wrong");
			seen.type("factor.code", recovery);
			seen.press("signin.go");
			assertThat(page.locator("nav .leave").first()).isAttached();
			assertThat(chromium.complaints()).isEmpty();
		}
		assertThat(everybody.found()).isEmpty();
	}

	private String add(Walk walk) {
		walk.open("/settings/profile");
		walk.look("profile-without-factor");
		walk.follow("profile.factor.add");
		walk.look("factor-add");
		Phone phone = new Phone(walk.page().locator("dd code").textContent());
		walk.type("factor.code", "000000");
		walk.press("factor.add.go");
		walk.look("factor-add-wrong");
		walk.type("factor.code", phone.shows(0));
		walk.press("factor.add.go");
		assertThat(walk.page().locator("#codes")).isVisible();
		walk.look("factor-codes");
		String recovery = walk.page().locator("#codes").textContent().strip().lines().findFirst().orElseThrow();
		walk.open("/settings/profile/factor");
		walk.look("factor");
		return recovery.strip();
	}

}
