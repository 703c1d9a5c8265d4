package io.hybridge.lab.exchange.winrm;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** One remote shell: its commands, and since when nobody asked for it. */
final class WinRmShell {

	private static final int MOST_COMMANDS = 25;

	private final String id = UUID.randomUUID().toString().toUpperCase(Locale.ROOT);

	private final Map<String, WinRmCommand> commands = new ConcurrentHashMap<>();

	private final String owner;

	private final Duration idleTimeOut;

	private final Clock clock;

	private volatile Instant asked;

	WinRmShell(String owner, Duration idleTimeOut, Clock clock) {
		this.owner = owner;
		this.idleTimeOut = idleTimeOut;
		this.clock = clock;
		this.asked = clock.instant();
	}

	String id() {
		return this.id;
	}

	String owner() {
		return this.owner;
	}

	Duration idleTimeOut() {
		return this.idleTimeOut;
	}

	void isAskedFor() {
		this.asked = this.clock.instant();
	}

	boolean hasExpired() {
		return this.asked.plus(this.idleTimeOut).isBefore(this.clock.instant());
	}

	WinRmCommand open() {
		if (this.commands.size() >= MOST_COMMANDS) {
			throw WinRmFault.tooManyRequests(Duration.ZERO);
		}
		WinRmCommand command = new WinRmCommand();
		this.commands.put(command.id(), command);
		return command;
	}

	WinRmCommand command(String id) {
		WinRmCommand command = this.commands.get(id.toUpperCase(Locale.ROOT));
		if (command == null) {
			throw WinRmFault.shellGone();
		}
		return command;
	}

	void close() {
		this.commands.values().forEach(WinRmCommand::terminate);
	}

}
