package io.hybridge.audit.search;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;

/** Days and minutes as typed, in the reader's zone, of years that a database has. */
final class SearchDates {

	static final int DAY_LENGTH = "2026-11-24".length();

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd")
		.withResolverStyle(ResolverStyle.STRICT);

	private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm")
		.withResolverStyle(ResolverStyle.STRICT);

	private SearchDates() {
	}

	/** The moment a day or minute begins. */
	static Instant begin(String typed, ZoneId zone) {
		return moment(typed, zone, 0);
	}

	/** The moment a day has ended, or a minute begins. */
	static Instant end(String typed, ZoneId zone) {
		return moment(typed, zone, 1);
	}

	private static Instant moment(String typed, ZoneId zone, int daysLater) {
		if (!typed.matches("[0-9]{4}-.*")) {
			throw new DateTimeException("A year has four digits");
		}
		if (typed.length() <= DAY_LENGTH) {
			return LocalDate.parse(typed, DAY).plusDays(daysLater).atStartOfDay(zone).toInstant();
		}
		return LocalDateTime.parse(typed.replace('T', ' '), MINUTE).atZone(zone).toInstant();
	}

}
