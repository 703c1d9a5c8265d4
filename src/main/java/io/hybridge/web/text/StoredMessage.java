package io.hybridge.web.text;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A sentence kept as message key and values, so that every reader gets it in their own
 * language and zone.
 *
 * @param key in the messages
 * @param values in order; moments as {@code instant:} and their ISO form, days, which are
 * the same in every zone, as {@code day:}, sentences as {@code text:}, their key and
 * their values
 */
public record StoredMessage(String key, List<String> values) {

	private static final String INSTANT = "instant:";

	private static final String DAY = "day:";

	private static final String MONTH = "month:";

	private static final String TEXT = "text:";

	private static final String SEPARATOR = "\u001f";

	public StoredMessage {
		values = List.copyOf(values);
	}

	public static StoredMessage of(String key, Object... values) {
		return new StoredMessage(key, Arrays.stream(values).map(StoredMessage::written).toList());
	}

	/**
	 * Whether a value is a moment, and which.
	 * @param value one of {@link #values()}
	 * @return the moment, or null when the value is plain text
	 */
	static Instant instantIn(String value) {
		return value.startsWith(INSTANT) ? Instant.parse(value.substring(INSTANT.length())) : null;
	}

	/**
	 * Whether a value is a day, and which.
	 * @param value one of {@link #values()}
	 * @return the day, or null when the value is something else
	 */
	static LocalDate dayIn(String value) {
		return value.startsWith(DAY) ? LocalDate.parse(value.substring(DAY.length())) : null;
	}

	/**
	 * Whether a value is a month, and which.
	 * @param value one of {@link #values()}
	 * @return the month, or null when the value is something else
	 */
	static YearMonth monthIn(String value) {
		return value.startsWith(MONTH) ? YearMonth.parse(value.substring(MONTH.length())) : null;
	}

	/**
	 * Whether a value is a sentence of ours, and which.
	 * @param value one of {@link #values()}
	 * @return it, or null when the value is something else
	 */
	static StoredMessage sentenceIn(String value) {
		if (!value.startsWith(TEXT)) {
			return null;
		}
		List<String> parts = List.of(value.substring(TEXT.length()).split(SEPARATOR, -1));
		return new StoredMessage(parts.getFirst(), parts.subList(1, parts.size()));
	}

	private static String written(Object value) {
		return switch (value) {
			case Instant instant -> INSTANT + instant;
			case LocalDate day -> DAY + day;
			case YearMonth month -> MONTH + month;
			case StoredMessage text ->
				TEXT + Stream.concat(Stream.of(text.key), text.values.stream()).collect(Collectors.joining(SEPARATOR));
			default -> String.valueOf(value);
		};
	}

}
