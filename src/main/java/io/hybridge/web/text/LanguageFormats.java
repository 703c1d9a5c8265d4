package io.hybridge.web.text;

import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.text.DateTimePatternGenerator;
import com.ibm.icu.text.DisplayContext;
import com.ibm.icu.text.RelativeDateTimeFormatter;
import com.ibm.icu.text.RelativeDateTimeFormatter.AbsoluteUnit;
import com.ibm.icu.text.RelativeDateTimeFormatter.Direction;
import com.ibm.icu.text.RelativeDateTimeFormatter.RelativeDateTimeUnit;
import com.ibm.icu.util.MeasureUnit;
import com.ibm.icu.util.ULocale;

/**
 * How a language writes dates, numbers and lengths of time, from the tables of ICU. One
 * for each language, made when somebody first reads it and used by all threads.
 */
final class LanguageFormats {

	private static final Map<Locale, LanguageFormats> KNOWN = new ConcurrentHashMap<>();

	/** Patterns by skeleton; java.time writes them, as ICU’s formats serve one thread. */
	private final Map<String, DateTimeFormatter> patterns = new ConcurrentHashMap<>();

	private final Locale locale;

	private final RelativeDateTimeFormatter ages;

	private final RelativeDateTimeFormatter agesInFull;

	private final RelativeDateTimeFormatter headings;

	private final LocalizedNumberFormatter numbers;

	private final LocalizedNumberFormatter days;

	private LanguageFormats(Locale locale) {
		this.locale = locale;
		this.ages = relative(RelativeDateTimeFormatter.Style.SHORT, DisplayContext.CAPITALIZATION_NONE);
		this.agesInFull = relative(RelativeDateTimeFormatter.Style.LONG, DisplayContext.CAPITALIZATION_NONE);
		this.headings = relative(RelativeDateTimeFormatter.Style.LONG,
				DisplayContext.CAPITALIZATION_FOR_BEGINNING_OF_SENTENCE);
		this.numbers = NumberFormatter.withLocale(locale);
		this.days = this.numbers.unit(MeasureUnit.DAY).unitWidth(NumberFormatter.UnitWidth.FULL_NAME);
	}

	private RelativeDateTimeFormatter relative(RelativeDateTimeFormatter.Style style, DisplayContext capitals) {
		return RelativeDateTimeFormatter.getInstance(ULocale.forLocale(this.locale), null, style, capitals);
	}

	static LanguageFormats of(Locale locale) {
		return KNOWN.computeIfAbsent(locale, (language) -> new LanguageFormats(written(language)));
	}

	/** English of no country is written for all: the day before the month. */
	private static Locale written(Locale language) {
		return language.equals(Locale.ENGLISH) ? Locale.UK : language;
	}

	/**
	 * Writes the parts of a date that a skeleton names, such as {@code yMMMd}, in the
	 * order and with the signs of the language.
	 */
	String date(String skeleton, TemporalAccessor date) {
		return this.patterns.computeIfAbsent(skeleton, this::pattern).format(date);
	}

	/** A day, with its month in short unless that ends in a full stop. */
	String day(String shortSkeleton, String skeleton, TemporalAccessor date) {
		String inShort = date(shortSkeleton, date);
		return inShort.endsWith(".") ? date(skeleton, date) : inShort;
	}

	private DateTimeFormatter pattern(String skeleton) {
		String pattern = DateTimePatternGenerator.getInstance(ULocale.forLocale(this.locale)).getBestPattern(skeleton);
		return DateTimeFormatter.ofPattern(pattern, this.locale);
	}

	String now() {
		return this.ages.format(Direction.PLAIN, AbsoluteUnit.NOW);
	}

	/** How long ago, in the largest unit that tells enough. */
	String ago(Duration age) {
		if (age.toSeconds() < 100) {
			return ago(age.toSeconds(), RelativeDateTimeUnit.SECOND);
		}
		if (age.toMinutes() < 100) {
			return ago(age.toMinutes(), RelativeDateTimeUnit.MINUTE);
		}
		return (age.toHours() < 48) ? ago(age.toHours(), RelativeDateTimeUnit.HOUR)
				: ago(age.toDays(), RelativeDateTimeUnit.DAY);
	}

	/** In short, unless that ends in a full stop, which a sentence would double. */
	private String ago(long count, RelativeDateTimeUnit unit) {
		String inShort = this.ages.formatNumeric(-count, unit);
		return inShort.endsWith(".") ? this.agesInFull.formatNumeric(-count, unit) : inShort;
	}

	String today(String date) {
		return this.headings.combineDateAndTime(this.headings.format(Direction.THIS, AbsoluteUnit.DAY), date);
	}

	String yesterday(String date) {
		return this.headings.combineDateAndTime(this.headings.format(Direction.LAST, AbsoluteUnit.DAY), date);
	}

	String days(long count) {
		return this.days.format(count).toString();
	}

	/** In hours where these are whole, in minutes otherwise. */
	String length(Duration length) {
		boolean hours = length.toMinutesPart() == 0 && length.toHours() > 0;
		return this.numbers.unit(hours ? MeasureUnit.HOUR : MeasureUnit.MINUTE)
			.unitWidth(NumberFormatter.UnitWidth.FULL_NAME)
			.format(hours ? length.toHours() : length.toMinutes())
			.toString();
	}

	String number(long number) {
		return this.numbers.format(number).toString();
	}

}
