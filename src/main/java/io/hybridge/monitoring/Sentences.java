package io.hybridge.monitoring;

import java.time.Instant;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import io.hybridge.enablement.Text;
import io.hybridge.web.Times;

/** Puts kept sentences into the language and zone of the person looking. */
@Component("sentences")
class Sentences {

	private final MessageSource messages;

	private final Times times;

	Sentences(MessageSource messages, Times times) {
		this.messages = messages;
		this.times = times;
	}

	public String of(Text text) {
		if (text == null) {
			return null;
		}
		Object[] values = text.values().stream().map(this::value).toArray();
		return this.messages.getMessage(text.key(), values, LocaleContextHolder.getLocale());
	}

	private Object value(String value) {
		Instant moment = Text.momentIn(value);
		if (moment != null) {
			return this.times.date(moment);
		}
		return value.matches("\\d{1,9}") ? (Object) Integer.valueOf(value) : value;
	}

}
