package io.hybridge.lab.exchange.winrm;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The shells of one endpoint; abandoned ones are ended. */
final class WinRmShells {

	private static final int MOST_SHELLS = 30;

	private static final Duration LONGEST_IDLE = Duration.ofHours(2);

	private final Map<String, WinRmShell> shells = new ConcurrentHashMap<>();

	private final Clock clock;

	WinRmShells(Clock clock) {
		this.clock = clock;
	}

	WinRmShell create(String owner, Optional<Duration> idleTimeOut) {
		removeExpired();
		if (this.shells.size() >= MOST_SHELLS) {
			throw WinRmFault.tooManyShells();
		}
		Duration idle = idleTimeOut.filter((asked) -> asked.isPositive() && asked.compareTo(LONGEST_IDLE) < 0)
			.orElse(LONGEST_IDLE);
		WinRmShell shell = new WinRmShell(owner, idle, this.clock);
		this.shells.put(shell.id(), shell);
		return shell;
	}

	WinRmShell shell(String id) {
		removeExpired();
		WinRmShell shell = this.shells.get(id.toUpperCase(Locale.ROOT));
		if (shell == null) {
			throw WinRmFault.shellGone();
		}
		shell.isAskedFor();
		return shell;
	}

	void delete(String id) {
		shell(id).close();
		this.shells.remove(id.toUpperCase(Locale.ROOT));
	}

	int count() {
		return this.shells.size();
	}

	void closeAll() {
		this.shells.values().forEach(WinRmShell::close);
		this.shells.clear();
	}

	private void removeExpired() {
		this.shells.values().removeIf((shell) -> {
			boolean expired = shell.hasExpired();
			if (expired) {
				shell.close();
			}
			return expired;
		});
	}

}
