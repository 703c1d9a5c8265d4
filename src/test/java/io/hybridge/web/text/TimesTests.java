package io.hybridge.web.text;

import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.i18n.SimpleTimeZoneAwareLocaleContext;

import io.hybridge.support.Faults;
import io.hybridge.support.MutableClock;

import static org.assertj.core.api.Assertions.assertThat;

class TimesTests {

	private final MutableClock clock = new MutableClock();

	private final Times times = new Times(this.clock);

	@AfterEach
	void forgetTheReader() {
		LocaleContextHolder.resetLocaleContext();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			en | 14:05 | 9 Dec     | 9 Jan 2027     | 9 December 2026  | December 2026
			de | 14:05 | 9. Dezember | 9. Jan. 2027 | 9. Dezember 2026 | Dezember 2026
			fr | 14:05 | 9 décembre | 9 janv. 2027   | 9 décembre 2026  | décembre 2026
			""")
	void writesADayAsTheLanguageDoes(String language, String today, String thisYear, String nextYear, String date,
			String month) {
		reader(language);
		assertThat(this.times.at(MutableClock.START)).isEqualTo(today);
		assertThat(this.times.at(Instant.parse("2026-12-09T10:00:00Z"))).isEqualTo(thisYear);
		assertThat(this.times.at(Instant.parse("2027-01-09T10:00:00Z"))).isEqualTo(nextYear);
		assertThat(this.times.date(Instant.parse("2026-12-09T10:00:00Z"))).isEqualTo(date);
		assertThat(this.times.date(LocalDate.of(2026, 12, 9))).isEqualTo(date);
		assertThat(this.times.month(YearMonth.of(2026, 12))).isEqualTo(month);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					en | Today, Tuesday 24 November      | Yesterday, Monday 23 November | Sunday 22 November    | Friday, 28 November 2025
					de | Heute, Dienstag, 24. November   | Gestern, Montag, 23. November | Sonntag, 22. November | Freitag, 28. November 2025
					fr | Aujourd’hui, mardi 24 novembre  | Hier, lundi 23 novembre       | dimanche 22 novembre  | vendredi 28 novembre 2025
					""")
	void headsTheDaysOfALog(String language, String today, String yesterday, String before, String lastYear) {
		reader(language);
		assertThat(this.times.day(MutableClock.START)).isEqualTo(today);
		assertThat(this.times.day(MutableClock.START.minus(Duration.ofDays(1)))).isEqualTo(yesterday);
		assertThat(this.times.day(MutableClock.START.minus(Duration.ofDays(2)))).isEqualTo(before);
		assertThat(this.times.day(Instant.parse("2025-11-28T12:00:00Z"))).isEqualTo(lastYear);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			en | now        | 40 sec ago     | 4 min ago      | 26 hr ago      | 1 day   | 1,804 days
			de | jetzt      | vor 40 Sekunden | vor 4 Minuten | vor 26 Stunden | 1 Tag   | 1.804 Tage
			fr | maintenant | il y a 40 s    | il y a 4 min   | il y a 26 h    | 1 jour  | 1 804 jours
			""")
	void tellsHowLongAgo(String language, String now, String seconds, String minutes, String hours, String day,
			String days) {
		reader(language);
		assertThat(plain(ago(Duration.ofSeconds(9)))).isEqualTo(now);
		assertThat(plain(ago(Duration.ofSeconds(40)))).isEqualTo(seconds);
		assertThat(plain(ago(Duration.ofMinutes(4)))).isEqualTo(minutes);
		assertThat(plain(ago(Duration.ofHours(26)))).isEqualTo(hours);
		assertThat(plain(this.times.days(1))).isEqualTo(day);
		assertThat(plain(this.times.days(1804))).isEqualTo(days);
	}

	@ParameterizedTest
	@ValueSource(strings = { "en", "de", "fr", "es", "nl", "pl", "cs" })
	void endsInNoFullStopThatASentenceWouldDouble(String language) {
		reader(language);
		Stream<String> ages = Stream.of(9, 40, 240, 90_000, 900_000).map(Duration::ofSeconds).map(this::ago);
		Stream<String> days = IntStream.range(0, 400)
			.mapToObj((day) -> this.times.at(MutableClock.START.plus(Duration.ofDays(day))));
		assertThat(Stream.concat(ages, days)).noneMatch((text) -> text.endsWith("."));
	}

	@ParameterizedTest
	@ValueSource(strings = { "en", "de" })
	void noSentenceThatEndsInATimeEndsInTwoFullStops(String language) {
		reader(language);
		Locale locale = Locale.forLanguageTag(language);
		List<String> sentences = StrictTexts.of(locale)
			.values()
			.stream()
			.map(Object::toString)
			.filter((text) -> text.matches("(?s).*\\{\\d}\\..*"))
			.toList();
		assertThat(sentences).hasSizeGreaterThan(20);
		for (String time : List.of(ago(Duration.ofMinutes(7)),
				this.times.at(MutableClock.START.plus(Duration.ofDays(20))))) {
			assertThat(sentences).noneMatch((text) -> filled(text, locale, time).contains(".."));
		}
	}

	private static String filled(String text, Locale locale, String time) {
		MessageFormat format = new MessageFormat(text, locale);
		return format.format(Stream.of(format.getFormatsByArgumentIndex())
			.map((part) -> (part != null) ? (Object) 2 : time)
			.toArray());
	}

	@ParameterizedTest
	@CsvSource({ "en, 3 days ago", "de, vor 3 Tagen", "fr, il y a 3 j" })
	void bendsTheDaysThatArePast(String language, String text) {
		reader(language);
		assertThat(plain(ago(Duration.ofDays(3)))).isEqualTo(text);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			en | 24 November 2026, 14:05:12 (CET), 13:05:12 UTC
			de | 24. November 2026, 14:05:12 (MEZ), 13:05:12 UTC
			""")
	@Faults("F87")
	void namesTheZoneAndUtcBesideIt(String language, String text) {
		reader(language);
		assertThat(this.times.full(MutableClock.START)).isEqualTo(text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "UTC", "Etc/UTC", "Europe/London", "Africa/Abidjan", "Z" })
	void neverWritesTheSameTimeTwice(String zone) {
		LocaleContextHolder
			.setLocaleContext(new SimpleTimeZoneAwareLocaleContext(Locale.ENGLISH, TimeZone.getTimeZone(zone)));
		assertThat(this.times.full(MutableClock.START)).isEqualTo("24 November 2026, 13:05:12 UTC");
	}

	@Test
	void servesManyReadersAtOnce() {
		Instant then = MutableClock.START.minus(Duration.ofMinutes(4));
		List<String> read = IntStream.range(0, 20_000).parallel().mapToObj((i) -> {
			reader((i % 2 == 0) ? "en" : "de");
			try {
				return this.times.ago(then) + this.times.days(i % 7) + this.times.at(then) + this.times.number(1234);
			}
			finally {
				LocaleContextHolder.resetLocaleContext();
			}
		}).distinct().toList();
		assertThat(read).hasSize(14);
	}

	private String ago(Duration age) {
		return this.times.ago(MutableClock.START.minus(age));
	}

	/** Spaces that do not break read as any other. */
	private static String plain(String text) {
		return text.replaceAll("[\\u00A0\\u202F]", " ");
	}

	private static void reader(String language) {
		LocaleContextHolder.setLocaleContext(new SimpleTimeZoneAwareLocaleContext(Locale.forLanguageTag(language),
				TimeZone.getTimeZone("Europe/Berlin")));
	}

}
