package io.hybridge.web;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the thumbprints in a sentence, so that a page can set them apart and unbroken.
 */
final class Marks {

	private static final Pattern THUMBPRINT = Pattern.compile("\\b[0-9A-F]{8}…[0-9A-F]{4}\\b");

	private Marks() {
	}

	/** Splits a sentence into parts that together are the sentence. */
	static List<Part> of(String sentence) {
		List<Part> parts = new ArrayList<>();
		Matcher matcher = THUMBPRINT.matcher(sentence);
		int from = 0;
		while (matcher.find()) {
			parts.add(Part.words(sentence.substring(from, matcher.start())));
			parts.add(new Part(matcher.group(), Part.Face.CODE, null));
			from = matcher.end();
		}
		parts.add(Part.words(sentence.substring(from)));
		return parts;
	}

}
