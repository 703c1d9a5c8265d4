package io.hybridge.web.log;

import ch.qos.logback.classic.pattern.ClassicConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;

/** Writes a message, as {@code %m} in the pattern of the log. */
public class BoundedMessage extends ClassicConverter {

	static final int LONGEST = 4_000;

	@Override
	public String convert(ILoggingEvent event) {
		return LogText.of(event.getFormattedMessage(), LONGEST);
	}

}
