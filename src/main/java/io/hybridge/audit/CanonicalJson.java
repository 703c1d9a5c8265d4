package io.hybridge.audit;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Writes an entry so that the same entry is always the same bytes (RFC 8785, for objects,
 * strings and whole numbers). Own code, because the bytes must not change with a library.
 */
final class CanonicalJson {

	private CanonicalJson() {
	}

	static String of(Map<String, ?> object) {
		StringBuilder out = new StringBuilder();
		write(object, out);
		return out.toString();
	}

	private static void write(Object value, StringBuilder out) {
		switch (value) {
			case null -> out.append("null");
			case Long number -> out.append(number.longValue());
			case Map<?, ?> object -> writeObject(object, out);
			default -> writeString(value.toString(), out);
		}
	}

	private static void writeObject(Map<?, ?> object, StringBuilder out) {
		SortedMap<String, Object> sorted = new TreeMap<>();
		object.forEach((key, value) -> sorted.put(key.toString(), value));
		String separator = "{";
		for (Map.Entry<String, Object> member : sorted.entrySet()) {
			out.append(separator);
			writeString(member.getKey(), out);
			out.append(':');
			write(member.getValue(), out);
			separator = ",";
		}
		out.append(sorted.isEmpty() ? "{}" : "}");
	}

	private static void writeString(String text, StringBuilder out) {
		out.append('"');
		text.chars().forEach((c) -> writeCharacter((char) c, out));
		out.append('"');
	}

	private static void writeCharacter(char c, StringBuilder out) {
		switch (c) {
			case '"' -> out.append("\\\"");
			case '\\' -> out.append("\\\\");
			case '\b' -> out.append("\\b");
			case '\f' -> out.append("\\f");
			case '\n' -> out.append("\\n");
			case '\r' -> out.append("\\r");
			case '\t' -> out.append("\\t");
			default -> {
				if (c < ' ') {
					out.append("\\u%04x".formatted((int) c));
				}
				else {
					out.append(c);
				}
			}
		}
	}

}
