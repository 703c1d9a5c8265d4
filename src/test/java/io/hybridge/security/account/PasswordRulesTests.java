package io.hybridge.security.account;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PasswordRulesTests {

	@ParameterizedTest
	@ValueSource(strings = { "password1234", "P@ssw0rd2026!", "123456789012", "qwertzuiop12", "aaaaaaaaaaaa",
			"abcabcabcabc", "Hybridge2026!", "hybridgeadmin", "petra.kern.1984", "Kern-Fabrikam-1", "Willkommen2026",
			"1q2w3e4r5t6y", "Summer2026!!", "        1234", "20262026202611", "Weihnachten2026", "Frühling2026!",
			"zaq12wsxcde3", "a1b2c3d4e5f6", "24.11.2026!!", "S0mmer2026!!", "Thomas1234567", "147258369147",
			"Helpdesk2026!", "Passw0rd!Passw0rd!", "correcthorse" })
	void refusesWhatGuessersTryFirst(String password) {
		assertThat(PasswordRules.fault(password, "Petra Kern", "petra.kern@fabrikam.com")).contains("password.common");
	}

	@ParameterizedTest
	@ValueSource(strings = { "seven quiet bridges at dawn", "kV9#mQ2$xL7p", "Pferd Batterie Heftklammer",
			"  spaces at both ends  ", "ночной поезд на юг", "Krokodil-Teebeutel-Mond", "x9Kp2vTq8mZr",
			"🌉🌁🚂🛶🧭🪨🌲🐟🏔️🎣⛵🪁" })
	void takesWhatIsHardToGuess(String password) {
		assertThat(PasswordRules.fault(password, "Petra Kern", "petra.kern@fabrikam.com")).isEmpty();
	}

	@Test
	void countsCharactersAndNotBytes() {
		assertThat(PasswordRules.fault("kV9#mQ2$xL7")).contains("password.short");
		assertThat(PasswordRules.fault("kV9#mQ2$xL7p".repeat(10) + "12345678")).isEmpty();
		assertThat(PasswordRules.fault("kV9#mQ2$xL7p".repeat(10) + "123456789")).contains("password.long");
	}

	@Test
	void takesALongPassphraseOfTheOwnersLanguage() {
		assertThat(PasswordRules.fault("wer hat an der Uhr gedreht, ist es wirklich schon so spät? ".repeat(2)))
			.isEmpty();
		assertThat(PasswordRules.fault("password".repeat(16))).contains("password.common");
	}

	@Test
	void doesNotEvenHashWhatIsFarTooLong() {
		assertThat(PasswordRules.tooLong("ö".repeat(513))).isTrue();
		assertThat(PasswordRules.tooLong("ö".repeat(512))).isFalse();
	}

}
