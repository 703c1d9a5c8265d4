package io.hybridge.web.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the thumbprints in a sentence, so that a page can set them apart and unbroken.
 */
public final class ThumbprintMarker {

	private static final Pattern THUMBPRINT = Pattern.compile("\\b[0-9A-F]{8}…[0-9A-F]{4}\\b");

	private ThumbprintMarker() {
	}

	/** Splits a sentence into parts that together are the sentence. */
	public static List<SentencePart> of(String sentence) {
		List<SentencePart> parts = new ArrayList<>();
		Matcher matcher = THUMBPRINT.matcher(sentence);
		int from = 0;
		while (matcher.find()) {
			parts.add(SentencePart.words(sentence.substring(from, matcher.start())));
			parts.add(new SentencePart(matcher.group(), SentencePart.Face.CODE, null));
			from = matcher.end();
		}
		parts.add(SentencePart.words(sentence.substring(from)));
		return parts;
	}

}
