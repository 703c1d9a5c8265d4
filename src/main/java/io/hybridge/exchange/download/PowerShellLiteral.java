package io.hybridge.exchange.download;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes values so that whoever reviews a script can read them, and nothing in them can
 * end the text they stand in: in single quotes PowerShell expands nothing.
 */
final class PowerShellLiteral {

	/** To PowerShell each of these is a single quotation mark, so each is doubled. */
	private static final Pattern QUOTE = Pattern.compile("['\u2018\u2019\u201A\u201B]");

	private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]*");

	private PowerShellLiteral() {
	}

	/**
	 * The values as the parameters of a script.
	 * @param values by name, in order
	 * @return the block, or nothing for none
	 */
	static String parameters(Map<String, ?> values) {
		if (values.isEmpty()) {
			return "";
		}
		return values.entrySet()
			.stream()
			.map((value) -> "    " + "$" + name(value.getKey()) + " = " + of(value.getValue(), "    "))
			.collect(Collectors.joining(",\n", "param(\n", "\n)\n"));
	}

	static String of(Object value, String indent) {
		String inner = indent + "    ";
		return switch (value) {
			case null -> "$null";
			case String text -> quoted(text);
			case Boolean truth -> truth ? "$true" : "$false";
			case Integer number -> number.toString();
			case Long number -> number.toString();
			case List<?> list when list.isEmpty() -> "@()";
			case List<?> list -> list.stream()
				.map((element) -> inner + of(element, inner))
				.collect(Collectors.joining(",\n", "@(\n", "\n" + indent + ")"));
			case Map<?, ?> map when map.isEmpty() -> "[pscustomobject]@{}";
			case Map<?, ?> map -> map.entrySet()
				.stream()
				.map((entry) -> inner + key((String) entry.getKey()) + " = " + of(entry.getValue(), inner))
				.collect(Collectors.joining("\n", "[pscustomobject]@{\n", "\n" + indent + "}"));
			default -> throw new IllegalArgumentException("No literal is known for " + value.getClass());
		};
	}

	/** What cannot be seen, or would deceive the eye, is written by its number. */
	private static String quoted(String text) {
		if (text.codePoints().allMatch(PowerShellLiteral::plain)) {
			return "'" + QUOTE.matcher(text).replaceAll("$0$0") + "'";
		}
		return text.chars()
			.mapToObj((unit) -> plain(unit) ? quoted(String.valueOf((char) unit))
					: "[string][char]0x%04X".formatted(unit))
			.collect(Collectors.joining(" + ", "(", ")"));
	}

	private static boolean plain(int point) {
		return switch (Character.getType(point)) {
			case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED,
					Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
				false;
			default -> true;
		};
	}

	private static String key(String name) {
		return NAME.matcher(name).matches() ? name : quoted(name);
	}

	private static String name(String name) {
		if (!NAME.matcher(name).matches()) {
			throw new IllegalArgumentException("No name of a parameter: " + name);
		}
		return name;
	}

}
