package io.hybridge.exchange.powershell;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How much the clocks of servers are ahead of the console's, as their newest answers
 * showed.
 */
final class ServerClocks {

	private final Map<String, Duration> ahead = new ConcurrentHashMap<>();

	/**
	 * An answer came.
	 * @param written when, by the server's clock
	 * @param received when, by the console's; it is later by the way back
	 */
	void saw(String server, Instant written, Instant received) {
		this.ahead.put(key(server), Duration.between(received, written));
	}

	/**
	 * The moment on a server's clock.
	 * @param moment by the console's clock
	 * @return empty while the server has never answered
	 */
	Optional<Instant> at(String server, Instant moment) {
		return Optional.ofNullable(this.ahead.get(key(server))).map(moment::plus);
	}

	private static String key(String server) {
		return server.toLowerCase(Locale.ROOT);
	}

}
