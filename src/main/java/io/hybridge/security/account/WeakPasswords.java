package io.hybridge.security.account;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Passwords that guessers try first: those of the list, one or two of its words or of the
 * owner's with digits and signs around them, and simple runs over the keyboard.
 */
final class WeakPasswords {

	private static final Set<String> LIST = read();

	private static final String[] ROWS = { "1234567890", "qwertyuiop", "qwertzuiop", "asdfghjkl", "zxcvbnm", "yxcvbnm",
			"abcdefghijklmnopqrstuvwxyz" };

	private static final int FEW = 4;

	private static final int SHORTEST_WORD = 4;

	private WeakPasswords() {
	}

	static boolean contain(String password, String... own) {
		String plain = fold(password);
		Set<String> owned = words(own);
		long different = plain.codePoints().distinct().count();
		if (letters(plain).length() < SHORTEST_WORD) {
			return different <= FEW + 1 || runs(plain) <= FEW;
		}
		return LIST.contains(plain) || different <= FEW || runs(plain) <= FEW || twoWords(letters(plain), owned)
				|| twoWords(letters(unmasked(plain)), owned);
	}

	private static String fold(String text) {
		return Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT);
	}

	private static String letters(String text) {
		return text.replaceAll("[^\\p{L}]", "");
	}

	/** As in {@code P@ssw0rd}. */
	private static String unmasked(String text) {
		return text.replace('0', 'o')
			.replace('1', 'i')
			.replace('!', 'i')
			.replace('3', 'e')
			.replace('4', 'a')
			.replace('@', 'a')
			.replace('5', 's')
			.replace('$', 's')
			.replace('7', 't');
	}

	private static Set<String> words(String... own) {
		return Stream.of(own)
			.flatMap((text) -> Arrays.stream(fold(text).split("[^\\p{L}]+")))
			.filter((word) -> word.length() >= SHORTEST_WORD - 1)
			.collect(Collectors.toSet());
	}

	private static boolean twoWords(String letters, Set<String> own) {
		if (known(letters, own)) {
			return true;
		}
		for (int i = 1; i < letters.length(); i++) {
			if (known(letters.substring(0, i), own) && known(letters.substring(i), own)) {
				return true;
			}
		}
		return false;
	}

	private static boolean known(String word, Set<String> own) {
		return word.length() < SHORTEST_WORD - 1 || LIST.contains(word) || own.contains(word);
	}

	/** How many pieces it has in which each character follows its neighbor. */
	private static int runs(String text) {
		int runs = 1;
		for (int i = 1; i < text.length(); i++) {
			if (!neighbors(text.charAt(i - 1), text.charAt(i))) {
				runs++;
			}
		}
		return runs;
	}

	private static boolean neighbors(char first, char second) {
		if (first == second) {
			return true;
		}
		String pair = "" + first + second;
		String back = "" + second + first;
		return Arrays.stream(ROWS).anyMatch((row) -> row.contains(pair) || row.contains(back));
	}

	private static Set<String> read() {
		try (BufferedReader lines = new BufferedReader(new InputStreamReader(
				WeakPasswords.class.getResourceAsStream("/common-passwords.txt"), StandardCharsets.UTF_8))) {
			return lines.lines().filter((line) -> !line.startsWith("#")).collect(Collectors.toUnmodifiableSet());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
