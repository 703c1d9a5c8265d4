package io.hybridge.web.log;

/**
 * Text of whatever origin as the log may hold it: a further line is set in, so that none
 * looks like a record of its own; nothing steers a terminal; and it ends somewhere.
 */
final class LogText {

	private static final String FURTHER_LINE = "\n  | ";

	private LogText() {
	}

	static String of(String text, int longest) {
		if (text == null) {
			return "";
		}
		String begun = (text.length() > longest)
				? text.substring(0, longest) + " … (" + (text.length() - longest) + " more)" : text;
		StringBuilder out = new StringBuilder(begun.length());
		begun.replace("\r\n", "\n").codePoints().forEach((c) -> write(c, out));
		return out.toString();
	}

	private static void write(int codePoint, StringBuilder out) {
		if (codePoint == '\n' || codePoint == '\u2028' || codePoint == '\u2029') {
			out.append(FURTHER_LINE);
		}
		else if (codePoint != '\t' && unseen(codePoint)) {
			out.append('?');
		}
		else {
			out.appendCodePoint(codePoint);
		}
	}

	private static boolean unseen(int codePoint) {
		return switch (Character.getType(codePoint)) {
			case Character.CONTROL, Character.FORMAT, Character.SURROGATE -> true;
			default -> false;
		};
	}

}
