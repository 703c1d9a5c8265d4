package io.hybridge.enablement;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * A sentence kept as message key and values, so that every reader gets it in their own
 * language and zone.
 *
 * @param key in the messages
 * @param values in order; moments as {@code instant:} and their ISO form
 */
public record Text(String key, List<String> values) {

	private static final String INSTANT = "instant:";

	public Text {
		values = List.copyOf(values);
	}

	public static Text of(String key, Object... values) {
		return new Text(key, Arrays.stream(values).map(Text::written).toList());
	}

	/**
	 * Whether a value is a moment, and which.
	 * @param value one of {@link #values()}
	 * @return the moment, or null when the value is plain text
	 */
	public static Instant momentIn(String value) {
		return value.startsWith(INSTANT) ? Instant.parse(value.substring(INSTANT.length())) : null;
	}

	private static String written(Object value) {
		return (value instanceof Instant moment) ? INSTANT + moment : String.valueOf(value);
	}

}
