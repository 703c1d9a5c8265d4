package io.hybridge.web.log;

import ch.qos.logback.classic.pattern.ThrowableHandlingConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;

/**
 * Writes an exception, as {@code %wEx} in the pattern of the log: so many causes, so many
 * of their calls, and so much of what they say.
 */
public class BoundedTrace extends ThrowableHandlingConverter {

	static final int LONGEST = 500;

	private static final int CAUSES = 5;

	private static final int CALLS = 20;

	@Override
	public String convert(ILoggingEvent event) {
		StringBuilder out = new StringBuilder();
		IThrowableProxy failure = event.getThrowableProxy();
		for (int i = 0; failure != null && i < CAUSES; i++) {
			write(failure, (i == 0) ? "\n" : "Caused by: ", out);
			failure = failure.getCause();
		}
		return out.toString();
	}

	private static void write(IThrowableProxy failure, String before, StringBuilder out) {
		out.append(before).append(failure.getClassName());
		if (failure.getMessage() != null) {
			out.append(": ").append(LogText.of(failure.getMessage(), LONGEST));
		}
		out.append('\n');
		StackTraceElementProxy[] calls = failure.getStackTraceElementProxyArray();
		int end = Math.min(CALLS, calls.length - failure.getCommonFrames());
		for (int i = 0; i < end; i++) {
			out.append('\t').append(calls[i].getSTEAsString()).append('\n');
		}
		if (end < calls.length) {
			out.append("\t… ").append(calls.length - end).append(" more\n");
		}
	}

}
