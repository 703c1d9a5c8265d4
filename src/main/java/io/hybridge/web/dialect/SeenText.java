package io.hybridge.web.dialect;

/** Text of which everything can be seen, and which turns nothing around. */
final class SeenText {

	private static final char REPLACEMENT = '\uFFFD';

	private SeenText() {
	}

	static String of(String text) {
		int first = 0;
		while (first < text.length() && seen(text.charAt(first))) {
			first++;
		}
		if (first == text.length()) {
			return text;
		}
		StringBuilder out = new StringBuilder(text);
		for (int i = first; i < text.length(); i++) {
			if (!seen(text.charAt(i))) {
				out.setCharAt(i, REPLACEMENT);
			}
		}
		return out.toString();
	}

	private static boolean seen(char c) {
		return switch (c) {
			case '\t', '\n', '\r' -> true;
			case '\u061C', '\u200E', '\u200F', '\u202A', '\u202B', '\u202C', '\u202D', '\u202E', '\u2066', '\u2067',
					'\u2068', '\u2069' ->
				false;
			default -> !Character.isISOControl(c);
		};
	}

}
