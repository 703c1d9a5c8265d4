package io.hybridge.web.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The languages that the product speaks: English, and every one that has its files in
 * {@code messages}. Another language costs its files and nothing else.
 */
public final class Languages {

	private static final Pattern FILE = Pattern.compile("web_([a-z]{2,3})\\.properties");

	private static final int LONGEST_HEADER = 200;

	private static final List<Locale> ALL = Stream.concat(Stream.of(Locale.ENGLISH), translated()).toList();

	private Languages() {
	}

	/**
	 * All of them.
	 * @return English first, the others by their codes
	 */
	public static List<Locale> all() {
		return ALL;
	}

	/**
	 * Whether somebody may choose it.
	 * @param code of two or three letters, as a form sends it
	 * @return true when it is one of {@link #all()}
	 */
	public static boolean knows(String code) {
		return ALL.stream().anyMatch((known) -> known.getLanguage().equals(code));
	}

	/**
	 * The language that a browser asks for. What no browser sends is not read: looking a
	 * language up costs more the longer the list is.
	 * @param header {@code Accept-Language}, may be null or anything
	 * @return the nearest one, English where none fits
	 */
	public static Locale asked(String header) {
		try {
			Locale found = (header != null) ? Locale.lookup(Locale.LanguageRange.parse(begun(header)), ALL) : null;
			return (found != null) ? found : Locale.ENGLISH;
		}
		catch (IllegalArgumentException ex) {
			return Locale.ENGLISH;
		}
	}

	private static String begun(String header) {
		int end = (header.length() > LONGEST_HEADER) ? header.lastIndexOf(',', LONGEST_HEADER) : header.length();
		return header.substring(0, Math.max(end, 0));
	}

	/**
	 * What a language calls itself, so that whoever speaks it finds it in a list.
	 * @param language one of {@link #all()}
	 * @return for instance {@code Deutsch}
	 */
	public static String ownName(Locale language) {
		String name = language.getDisplayLanguage(language);
		return name.substring(0, 1).toUpperCase(language) + name.substring(1);
	}

	private static Stream<Locale> translated() {
		try {
			return Arrays
				.stream(new PathMatchingResourcePatternResolver().getResources("classpath*:messages/web_*.properties"))
				.map((file) -> FILE.matcher(String.valueOf(file.getFilename())))
				.filter(Matcher::matches)
				.map((file) -> file.group(1))
				.distinct()
				.sorted()
				.map(Locale::of);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
