package io.hybridge.web.text;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Writes kept sentences in the language and zone of the person looking. */
@Component("texts")
public class MessageRenderer {

	private final MessageSource messages;

	private final Times times;

	MessageRenderer(MessageSource messages, Times times) {
		this.messages = messages;
		this.times = times;
	}

	/**
	 * Writes a sentence.
	 * @param text the sentence, or null
	 * @return its words, or null
	 */
	public String of(StoredMessage text) {
		return (text != null) ? of(text.key(), text.values().toArray(String[]::new)) : null;
	}

	public String of(String key, String... values) {
		Object[] written = new Object[values.length];
		for (int i = 0; i < values.length; i++) {
			written[i] = written(values[i]);
		}
		// A sentence that was kept outlives the release that knew its key.
		return this.messages.getMessage(key, written, String.join(", ", values), LocaleContextHolder.getLocale());
	}

	public boolean has(String key) {
		return !this.messages.getMessage(key, null, "", LocaleContextHolder.getLocale()).isEmpty();
	}

	private Object written(String value) {
		Instant instant = StoredMessage.instantIn(value);
		if (instant != null) {
			return this.times.date(instant);
		}
		LocalDate day = StoredMessage.dayIn(value);
		if (day != null) {
			return this.times.date(day);
		}
		YearMonth month = StoredMessage.monthIn(value);
		if (month != null) {
			return this.times.month(month);
		}
		StoredMessage sentence = StoredMessage.sentenceIn(value);
		if (sentence != null) {
			return of(sentence);
		}
		return value.matches("\\d{1,9}") ? (Object) Integer.valueOf(value) : value;
	}

}
