package io.hybridge.web;

/**
 * Reads one line that a person typed or pasted, the same way in every form: what cannot
 * be seen around it, a blank, a line end, a mark of direction, was not meant. What stands
 * inside is left for the field's own rule to judge; a password is never read this way.
 */
public final class TypedText {

	private TypedText() {
	}

	/**
	 * Leaves out what surrounds the text.
	 * @param typed anything, also null
	 * @return the text itself, empty for null
	 */
	public static String line(String typed) {
		if (typed == null) {
			return "";
		}
		int begin = 0;
		int end = typed.length();
		while (begin < end && unseen(typed.codePointAt(begin))) {
			begin += Character.charCount(typed.codePointAt(begin));
		}
		while (end > begin && unseen(typed.codePointBefore(end))) {
			end -= Character.charCount(typed.codePointBefore(end));
		}
		return typed.substring(begin, end);
	}

	private static boolean unseen(int codePoint) {
		return switch (Character.getType(codePoint)) {
			case Character.CONTROL, Character.FORMAT, Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR,
					Character.PARAGRAPH_SEPARATOR ->
				true;
			default -> false;
		};
	}

}
