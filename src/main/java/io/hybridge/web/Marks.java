package io.hybridge.web;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.stereotype.Component;

/**
 * Finds the thumbprints in a sentence, so that a page can set them apart and unbroken.
 */
@Component("marks")
class Marks {

	private static final Pattern THUMBPRINT = Pattern.compile("\\b[0-9A-F]{8}…[0-9A-F]{4}\\b");

	/**
	 * Splits a sentence.
	 * @param sentence in the reader's language, may be null
	 * @return its parts in order, which together are the sentence
	 */
	public List<Part> of(String sentence) {
		List<Part> parts = new ArrayList<>();
		if (sentence == null) {
			return parts;
		}
		Matcher matcher = THUMBPRINT.matcher(sentence);
		int from = 0;
		while (matcher.find()) {
			add(parts, sentence.substring(from, matcher.start()), false);
			add(parts, matcher.group(), true);
			from = matcher.end();
		}
		add(parts, sentence.substring(from), false);
		return parts;
	}

	private static void add(List<Part> parts, String text, boolean thumbprint) {
		if (!text.isEmpty()) {
			parts.add(new Part(text, thumbprint));
		}
	}

	/**
	 * A part of a sentence.
	 *
	 * @param text word for word
	 * @param thumbprint whether it is one, shortened
	 */
	record Part(String text, boolean thumbprint) {
	}

}
