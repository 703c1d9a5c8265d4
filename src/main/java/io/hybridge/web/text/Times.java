package io.hybridge.web.text;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.i18n.TimeZoneAwareLocaleContext;
import org.springframework.stereotype.Component;

/** Writes times in the language and the zone of the person looking. */
@Component("times")
public class Times {

	private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss");

	private static final Written SHORT_DAY = Written.as("d MMM", "d. MMM");

	private static final Written SHORT_DAY_AND_YEAR = Written.as("d MMM uuuu", "d. MMM uuuu");

	private static final Written DAY_AND_YEAR = Written.as("d MMMM uuuu", "d. MMMM uuuu");

	private static final Written WEEKDAY = Written.as("EEEE d MMMM", "EEEE, d. MMMM");

	private static final Written WEEKDAY_AND_YEAR = Written.as("EEEE d MMMM uuuu", "EEEE, d. MMMM uuuu");

	private static final ZoneId UTC = ZoneId.of("UTC");

	private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("HH:mm");

	private final Clock clock;

	private final MessageSource messages;

	Times(Clock clock, MessageSource messages) {
		this.clock = clock;
		this.messages = messages;
	}

	/**
	 * Today only the time, otherwise the day: {@code 13:41} or {@code 24 Nov}.
	 * @param instant when, or null
	 * @return the text, empty for null
	 */
	public String at(Instant instant) {
		if (instant == null) {
			return "";
		}
		ZonedDateTime local = instant.atZone(zone());
		if (local.toLocalDate().equals(today())) {
			return MINUTES.format(local);
		}
		return ((local.getYear() == today().getYear()) ? SHORT_DAY : SHORT_DAY_AND_YEAR).format(local, locale());
	}

	/**
	 * The time of day with seconds, for a timeline: {@code 14:05:12}.
	 * @param instant when
	 * @return the text
	 */
	public String second(Instant instant) {
		return SECONDS.format(instant.atZone(zone()));
	}

	/**
	 * The time of day: {@code 14:05}.
	 * @param instant when
	 * @return the text
	 */
	public String minute(Instant instant) {
		return MINUTES.format(instant.atZone(zone()));
	}

	/**
	 * Everything: local date and time with the zone, and UTC beside it.
	 * @param instant when, or null
	 * @return the text, empty for null
	 */
	public String full(Instant instant) {
		if (instant == null) {
			return "";
		}
		ZonedDateTime local = instant.atZone(zone());
		return text("web.time.full", date(instant), SECONDS.format(local),
				zone().getDisplayName(TextStyle.SHORT, locale()), SECONDS.format(instant.atZone(ZoneOffset.UTC)));
	}

	/**
	 * A day in full: {@code 9 December 2026}.
	 * @param instant when
	 * @return the text
	 */
	public String date(Instant instant) {
		return DAY_AND_YEAR.format(instant.atZone(zone()), locale());
	}

	/**
	 * Heading of a day in a log: {@code Today, Friday 27 November}.
	 * @param instant some time of that day
	 * @return the text
	 */
	public String day(Instant instant) {
		LocalDate day = instant.atZone(zone()).toLocalDate();
		String named = ((day.getYear() == today().getYear()) ? WEEKDAY : WEEKDAY_AND_YEAR).format(day, locale());
		return switch ((int) ChronoUnit.DAYS.between(day, today())) {
			case 0 -> text("web.time.today", named);
			case 1 -> text("web.time.yesterday", named);
			default -> named;
		};
	}

	/**
	 * How long ago: {@code 4 min ago}; {@code now} below ten seconds.
	 * @param instant when, or null
	 * @return the text, empty for null
	 */
	public String ago(Instant instant) {
		if (instant == null) {
			return "";
		}
		Duration age = Duration.between(instant, this.clock.instant());
		return (age.toSeconds() < 10) ? text("web.time.now") : text("web.time.ago", duration(age));
	}

	/**
	 * A length in its largest fitting unit: {@code 40 s}, {@code 4 min}, {@code 26 h},
	 * {@code 3 days}.
	 * @param length how long
	 * @return the text
	 */
	public String duration(Duration length) {
		if (length.toSeconds() < 100) {
			return text("web.time.seconds", length.toSeconds());
		}
		if (length.toMinutes() < 100) {
			return text("web.time.minutes", length.toMinutes());
		}
		return (length.toHours() < 48) ? text("web.time.hours", length.toHours()) : days(length.toDays());
	}

	/**
	 * A number of days: {@code 1,804 days}.
	 * @param days how many
	 * @return the text
	 */
	public String days(long days) {
		return text("web.time.days", days);
	}

	/**
	 * Whole days from now until then; negative when it is past.
	 * @param instant when
	 * @return the days
	 */
	public long daysUntil(Instant instant) {
		return Math.floorDiv(Duration.between(this.clock.instant(), instant).toSeconds(), 86_400L);
	}

	public long secondsUntil(Instant instant) {
		return Math.max(0, (Duration.between(this.clock.instant(), instant).toMillis() + 999) / 1000);
	}

	/**
	 * The figures of a countdown: {@code 1:12}.
	 * @param seconds left
	 * @return the text
	 */
	public String clock(long seconds) {
		return "%d:%02d".formatted(seconds / 60, seconds % 60);
	}

	public long millis(Instant instant) {
		return instant.toEpochMilli();
	}

	public long getCurrent() {
		return this.clock.millis();
	}

	/**
	 * A number with the reader's separators.
	 * @param number which
	 * @return the text
	 */
	public String number(long number) {
		return String.format(locale(), "%,d", number);
	}

	private LocalDate today() {
		return this.clock.instant().atZone(zone()).toLocalDate();
	}

	private String text(String key, Object... values) {
		return this.messages.getMessage(key, values, locale());
	}

	private static Locale locale() {
		return LocaleContextHolder.getLocale();
	}

	private static ZoneId zone() {
		LocaleContext context = LocaleContextHolder.getLocaleContext();
		boolean known = context instanceof TimeZoneAwareLocaleContext aware && aware.getTimeZone() != null;
		return known ? LocaleContextHolder.getTimeZone().toZoneId() : UTC;
	}

	/**
	 * How a date is written in our languages.
	 *
	 * @param english in every language but German
	 * @param german with the point of an ordinal
	 */
	private record Written(DateTimeFormatter english, DateTimeFormatter german) {

		static Written as(String english, String german) {
			return new Written(DateTimeFormatter.ofPattern(english), DateTimeFormatter.ofPattern(german));
		}

		String format(TemporalAccessor date, Locale locale) {
			return (locale.getLanguage().equals("de") ? this.german : this.english).withLocale(locale).format(date);
		}

	}

}
