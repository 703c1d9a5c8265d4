package io.hybridge.web.text;

/**
 * Text as every database can keep it and look for it: PostgreSQL refuses NUL, and half a
 * surrogate pair has no UTF-8.
 */
public final class StorableText {

	private static final char REPLACEMENT = '\uFFFD';

	private StorableText() {
	}

	/**
	 * Puts the replacement character where something cannot be kept.
	 * @param text anything, also null
	 */
	public static String of(String text) {
		if (text == null || text.codePoints().allMatch(StorableText::storable)) {
			return text;
		}
		StringBuilder out = new StringBuilder(text.length());
		text.codePoints().forEach((c) -> out.appendCodePoint(storable(c) ? c : REPLACEMENT));
		return out.toString();
	}

	private static boolean storable(int codePoint) {
		return codePoint != 0 && Character.getType(codePoint) != Character.SURROGATE;
	}

}
