package io.hybridge.security.account;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import com.nulabinc.zxcvbn.StandardDictionaries;
import com.nulabinc.zxcvbn.StandardKeyboards;
import com.nulabinc.zxcvbn.Zxcvbn;
import com.nulabinc.zxcvbn.ZxcvbnBuilder;
import com.nulabinc.zxcvbn.matchers.Dictionary;

/** Estimates how many guesses a password takes somebody who knows whose it is. */
final class PasswordStrength {

	/** Twelve random characters take ten times as many. */
	private static final double ENOUGH = 11;

	/** The estimate takes time with the square of the length. */
	private static final int LOOKED_AT = 64;

	/** What the dictionaries of the library, which are English, lack. */
	private static final List<String> WORDS = List.of("hybridge", "contoso", "fabrikam", "willkommen", "ichliebedich",
			"lieblingsplatz", "anfang", "anmeldung", "anmelden", "zugang", "kennwort", "benutzer", "verwalter",
			"superuser", "rechenzentrum", "fruehling", "frühling", "maerz", "märz", "juni", "dienstag", "mittwoch",
			"donnerstag", "samstag", "sonntag");

	private static final Zxcvbn ESTIMATE = estimate();

	private PasswordStrength() {
	}

	static boolean isGuessable(String password, String... own) {
		String head = password.substring(0, Math.min(LOOKED_AT, password.length()));
		return ESTIMATE.measure(head, words(own)).getGuessesLog10() < ENOUGH;
	}

	/** A name as it is, and its parts. */
	private static List<String> words(String... own) {
		return Stream.of(own)
			.map((text) -> text.toLowerCase(Locale.ROOT))
			.flatMap((text) -> Stream.concat(Stream.of(text), Arrays.stream(text.split("[^\\p{L}]+"))))
			.filter((word) -> !word.isBlank())
			.toList();
	}

	private static Zxcvbn estimate() {
		try {
			List<Dictionary> dictionaries = new ArrayList<>(StandardDictionaries.loadAllDictionaries());
			dictionaries.add(new Dictionary("hybridge", WORDS));
			return new ZxcvbnBuilder().dictionaries(dictionaries)
				.keyboards(StandardKeyboards.loadAllKeyboards())
				.build();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
