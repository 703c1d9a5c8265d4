package io.hybridge.audit;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Text as every database can keep it: PostgreSQL refuses NUL, and half a surrogate pair
 * has no UTF-8. Recording must not fail because of what a stranger typed.
 */
final class ColumnText {

	private static final char REPLACEMENT = '\uFFFD';

	private ColumnText() {
	}

	static String of(String text) {
		if (text == null) {
			return null;
		}
		StringBuilder out = new StringBuilder(text.length());
		text.codePoints().forEach((c) -> out.appendCodePoint(storable(c) ? c : REPLACEMENT));
		return out.toString();
	}

	/** As {@link #of}, cut to the width of its column. */
	static String of(String text, int length) {
		String storable = of(text);
		if (storable == null || storable.length() <= length) {
			return storable;
		}
		int end = Character.isHighSurrogate(storable.charAt(length - 1)) ? length - 1 : length;
		return storable.substring(0, end);
	}

	static Map<String, String> of(Map<String, String> texts) {
		Map<String, String> out = new LinkedHashMap<>();
		texts.forEach((key, value) -> out.put(of(key), of(value)));
		return out;
	}

	private static boolean storable(int codePoint) {
		return codePoint != 0 && Character.getType(codePoint) != Character.SURROGATE;
	}

}
