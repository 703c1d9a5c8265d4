package io.hybridge.web.text;

/**
 * A part of a sentence: our own words, or what is set apart from them because it is not.
 *
 * @param text as shown
 * @param face how it is set
 * @param whole the value in full where it is shortened, the address of a term, or null
 */
public record SentencePart(String text, Face face, String whole) {

	/** How a part is set. */
	public enum Face {

		/** Our own words. */
		WORDS,
		/** A name or a value of somebody else's. */
		VALUE,
		/** A thumbprint or hash, never broken. */
		CODE,
		/** A word of the field; {@code whole} is the address where it is explained. */
		TERM

	}

	public static SentencePart words(String text) {
		return new SentencePart(text, Face.WORDS, null);
	}

}
