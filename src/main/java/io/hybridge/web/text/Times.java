package io.hybridge.web.text;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.i18n.TimeZoneAwareLocaleContext;
import org.springframework.stereotype.Component;

/** Writes times in the language and the zone of the person looking. */
@Component("times")
public class Times {

	private static final String MINUTES = "Hm";

	private static final String SECONDS = "Hms";

	private static final String DAY_AND_YEAR = "yMMMMd";

	private static final ZoneId UTC = ZoneId.of("UTC");

	private final Clock clock;

	Times(Clock clock) {
		this.clock = clock;
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
			return formats().date(MINUTES, local);
		}
		return (local.getYear() == today().getYear()) ? formats().day("MMMd", "MMMMd", local)
				: formats().day("yMMMd", DAY_AND_YEAR, local);
	}

	/** The time of day with seconds, for a timeline: {@code 14:05:12}. */
	public String second(Instant instant) {
		return formats().date(SECONDS, instant.atZone(zone()));
	}

	/** The time of day: {@code 14:05}. */
	public String minute(Instant instant) {
		return formats().date(MINUTES, instant.atZone(zone()));
	}

	/**
	 * Everything: local date and time with the zone, and UTC beside it where that
	 * differs.
	 * @param instant when, or null
	 * @return the text, empty for null
	 */
	public String full(Instant instant) {
		if (instant == null) {
			return "";
		}
		String utc = formats().date(SECONDS, instant.atZone(ZoneOffset.UTC)) + " UTC";
		ZonedDateTime local = instant.atZone(zone());
		return date(instant) + ", " + (local.getOffset().equals(ZoneOffset.UTC) ? utc : formats().date(SECONDS, local)
				+ " (" + zone().getDisplayName(TextStyle.SHORT, locale()) + "), " + utc);
	}

	/** A day in full: {@code 9 December 2026}. */
	public String date(Instant instant) {
		return formats().date(DAY_AND_YEAR, instant.atZone(zone()));
	}

	/** The same for a day that is the same in every zone. */
	public String date(LocalDate day) {
		return formats().date(DAY_AND_YEAR, day);
	}

	/** A month: {@code December 2026}. */
	String month(YearMonth month) {
		return formats().date("yMMMM", month);
	}

	/**
	 * Heading of a day in a log: {@code Today, Friday 27 November}.
	 * @param instant some time of that day
	 */
	public String day(Instant instant) {
		LocalDate day = instant.atZone(zone()).toLocalDate();
		String named = formats().date((day.getYear() == today().getYear()) ? "MMMMEEEEd" : "yMMMMEEEEd", day);
		return switch ((int) ChronoUnit.DAYS.between(day, today())) {
			case 0 -> formats().today(named);
			case 1 -> formats().yesterday(named);
			default -> named;
		};
	}

	/** How long something lasts: {@code 30 minutes}, {@code 8 hours}. */
	public String length(Duration length) {
		return formats().length(length);
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
		return (age.toSeconds() < 10) ? formats().now() : formats().ago(age);
	}

	/** A number of days: {@code 1,804 days}. */
	public String days(long days) {
		return formats().days(days);
	}

	/** Whole days from now until then; negative when it is past. */
	public long daysUntil(Instant instant) {
		return Math.floorDiv(Duration.between(this.clock.instant(), instant).toSeconds(), 86_400L);
	}

	public long secondsUntil(Instant instant) {
		return Math.max(0, (Duration.between(this.clock.instant(), instant).toMillis() + 999) / 1000);
	}

	public long secondsSince(Instant instant) {
		return Math.max(0, Duration.between(instant, this.clock.instant()).toSeconds());
	}

	/**
	 * The figures of a countdown: {@code 1:12}.
	 * @param seconds left
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

	/** A number with the reader's separators. */
	public String number(long number) {
		return formats().number(number);
	}

	private LocalDate today() {
		return this.clock.instant().atZone(zone()).toLocalDate();
	}

	private static LanguageFormats formats() {
		return LanguageFormats.of(locale());
	}

	private static Locale locale() {
		return LocaleContextHolder.getLocale();
	}

	private static ZoneId zone() {
		LocaleContext context = LocaleContextHolder.getLocaleContext();
		boolean known = context instanceof TimeZoneAwareLocaleContext aware && aware.getTimeZone() != null;
		return known ? LocaleContextHolder.getTimeZone().toZoneId() : UTC;
	}

}
