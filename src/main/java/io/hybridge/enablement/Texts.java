package io.hybridge.enablement;

import java.time.Instant;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import io.hybridge.web.Times;

/** Writes kept sentences in the language and zone of the person looking. */
@Component("texts")
public class Texts {

	private final MessageSource messages;

	private final Times times;

	Texts(MessageSource messages, Times times) {
		this.messages = messages;
		this.times = times;
	}

	/**
	 * Writes a sentence.
	 * @param text the sentence, or null
	 * @return its words, or null
	 */
	public String of(Text text) {
		return (text != null) ? of(text.key(), text.values().toArray(String[]::new)) : null;
	}

	String of(String key, String... values) {
		Object[] written = new Object[values.length];
		for (int i = 0; i < values.length; i++) {
			written[i] = written(values[i]);
		}
		// A sentence that was kept outlives the release that knew its key.
		return this.messages.getMessage(key, written, String.join(", ", values), LocaleContextHolder.getLocale());
	}

	boolean has(String key) {
		return !this.messages.getMessage(key, null, "", LocaleContextHolder.getLocale()).isEmpty();
	}

	private Object written(String value) {
		Instant moment = Text.momentIn(value);
		if (moment != null) {
			return this.times.date(moment);
		}
		YearMonth month = Text.monthIn(value);
		if (month != null) {
			return DateTimeFormatter.ofPattern("MMMM uuuu", LocaleContextHolder.getLocale()).format(month);
		}
		return value.matches("\\d{1,9}") ? (Object) Integer.valueOf(value) : value;
	}

}
