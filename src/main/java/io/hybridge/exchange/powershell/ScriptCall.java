package io.hybridge.exchange.powershell;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One call of a script on one server.
 *
 * @param server fully qualified name of the server it runs on
 * @param script what runs
 * @param arguments its values, carried as data
 * @param deadline how long the call may take; afterwards the remote command is ended
 * @param latestStart after what moment of the server's own clock it does nothing any
 * more, however long it was under way
 */
public record ScriptCall(String server, Script script, Map<String, Object> arguments, Duration deadline,
		Optional<Instant> latestStart) {

	/** Ticks of .NET, 100 ns each since the year 1, at the beginning of 1970. */
	private static final long EPOCH = 621_355_968_000_000_000L;

	/** A call that may start at any time. */
	public ScriptCall(String server, Script script, Map<String, Object> arguments, Duration deadline) {
		this(server, script, arguments, deadline, Optional.empty());
	}

	/** What is sent: the values, and the latest moment in the server's own unit. */
	public Map<String, Object> sent() {
		Map<String, Object> sent = new HashMap<>(this.arguments);
		this.latestStart.ifPresent((latest) -> sent.put("latestStart",
				Long.toString(EPOCH + latest.getEpochSecond() * 10_000_000 + latest.getNano() / 100)));
		return sent;
	}

}
