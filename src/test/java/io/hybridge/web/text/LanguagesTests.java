package io.hybridge.web.text;

import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class LanguagesTests {

	@Test
	void areThoseThatHaveTheirFiles() {
		assertThat(Languages.all()).containsExactly(Locale.ENGLISH, Locale.GERMAN);
		assertThat(Languages.knows("de")).isTrue();
		assertThat(Languages.knows("fr")).isFalse();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "de-AT,de;q=0.9,en;q=0.8 | de", "fr,de;q=0.5 | de", "fr | en", "'' | en",
			"not a header; at all | en" })
	void takeTheNearestThatABrowserAsksFor(String header, String language) {
		assertThat(Languages.asked(header)).isEqualTo(Locale.of(language));
	}

	@Test
	void readNoMoreOfAHeaderThanABrowserSends() {
		String many = "x-aa-bb-cc,".repeat(700);
		assertThat(Languages.asked("de," + many)).isEqualTo(Locale.GERMAN);
		assertThat(Languages.asked(many + "de")).isEqualTo(Locale.ENGLISH);
	}

	@Test
	void areEnglishWhereABrowserAsksForNone() {
		assertThat(Languages.asked(null)).isEqualTo(Locale.ENGLISH);
	}

	@Test
	void callThemselvesByTheirOwnName() {
		assertThat(Languages.all()).extracting(Languages::ownName).containsExactly("English", "Deutsch");
		assertThat(Languages.ownName(Locale.FRENCH)).isEqualTo("Français");
	}

}
