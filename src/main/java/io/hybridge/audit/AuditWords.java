package io.hybridge.audit;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/**
 * The words by which an entry is found: its names and values, not our own words around
 * them and not the evidence.
 */
public final class AuditWords {

	private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}\\p{M}]+");

	private static final int LONGEST = 64;

	private static final int LONGEST_TEXT = 4000;

	private static final int MOST = 100;

	private final Set<String> distinct = new LinkedHashSet<>();

	private final StringBuilder text = new StringBuilder(" ");

	private AuditWords() {
	}

	static AuditWords of(AuditEntry entry, String address) {
		AuditWords words = new AuditWords();
		words.add("actor:", entry.actor().name());
		words.add("server:", entry.server());
		words.add("reason:", entry.reason());
		words.add("address:", address);
		words.add("", entry.organizationName());
		entry.parameters().values().forEach((value) -> words.add("", value));
		return words;
	}

	/**
	 * Cuts a text into words as they are kept.
	 * @param text as typed or recorded
	 * @return its words in order, in lower case
	 */
	public static List<String> split(String text) {
		List<String> words = new ArrayList<>();
		for (String word : BETWEEN.split(Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT))) {
			if (!word.isEmpty()) {
				words.add(word.substring(0,
						word.offsetByCodePoints(0, Math.min(LONGEST, word.codePointCount(0, word.length())))));
			}
		}
		return words;
	}

	/**
	 * Words in a row as they stand in the text that is kept.
	 * @param field {@code actor:}, {@code server:}, {@code reason:}, {@code address:}, or
	 * empty for anywhere
	 * @param words in order; the last one may go on
	 */
	public static String row(String field, List<String> words) {
		StringJoiner row = new StringJoiner(" " + field, " " + field, "");
		words.forEach(row::add);
		return row.toString();
	}

	private void add(String field, String value) {
		List<String> words = (value != null) ? split(value) : List.of();
		if (words.isEmpty() || this.distinct.size() >= MOST) {
			return;
		}
		this.distinct.addAll(words);
		this.text.append(row("", words)).append(' ');
		if (!field.isEmpty()) {
			this.text.append(row(field, words)).append(' ');
		}
	}

	List<String> distinct() {
		return this.distinct.stream().limit(MOST).toList();
	}

	/** All words, two blanks between what does not belong in a row. */
	String text() {
		return ColumnText.of(this.text.toString(), LONGEST_TEXT);
	}

}
