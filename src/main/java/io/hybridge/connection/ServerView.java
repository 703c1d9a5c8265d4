package io.hybridge.connection;

import java.util.List;
import java.util.Optional;

import io.hybridge.connection.KeptClimbs.KeptClimb;
import io.hybridge.exchange.ladder.LadderReading;
import io.hybridge.exchange.link.BundleLink;
import io.hybridge.exchange.link.LocalLink;
import io.hybridge.exchange.link.ServerLink;
import io.hybridge.exchange.link.SshLink;
import io.hybridge.exchange.link.WinRmLink;

/**
 * One server of a connection as its pages show it; no password is in it.
 *
 * @param fqdn name of the server
 * @param way as a key below {@code connection.way.}
 * @param place address and port, or empty where there is none
 * @param word of its state, below {@code status.}
 * @param state key of its state, below {@code connection.state.}
 * @param test the last climb, or null
 */
record ServerView(String fqdn, String way, String place, String word, String state, KeptClimb test) {

	static ServerView of(ServerLink link, KeptClimb test) {
		return new ServerView(link.fqdn(), WayIn.of(link).getSlug(), place(link), word(state(link, test)),
				state(link, test), test);
	}

	public boolean isUnderWay() {
		return this.test != null && this.test.underWay();
	}

	public boolean isWorking() {
		return this.state.equals("holds");
	}

	/** Whether a person has to compare what the server showed before anything else. */
	public boolean isUncompared() {
		return this.state.equals("uncompared");
	}

	public boolean isBroken() {
		return this.state.equals("broken");
	}

	/** Whether a person carries all that goes there, so that nothing can be tested. */
	public boolean isCarried() {
		return this.state.equals("carried");
	}

	/** What the last climb came to, from below; nothing while there is none. */
	public List<RungView> getRungs() {
		return reading().map(LadderReading::rungs).orElse(List.of()).stream().map(RungView::of).toList();
	}

	/** The rung to mend, or null. */
	public RungView getFailed() {
		return reading().flatMap(LadderReading::firstFailed).map(RungView::of).orElse(null);
	}

	private Optional<LadderReading> reading() {
		return Optional.ofNullable(this.test).map(KeptClimb::reading);
	}

	private static String place(ServerLink link) {
		return switch (link) {
			case WinRmLink winrm -> winrm.address() + ":" + winrm.port();
			case SshLink ssh -> ssh.address() + ":" + ssh.port();
			case LocalLink local -> "";
			case BundleLink bundle -> "";
		};
	}

	private static String state(ServerLink link, KeptClimb test) {
		if (link instanceof BundleLink) {
			return "carried";
		}
		if (test == null) {
			return "untested";
		}
		if (test.underWay()) {
			return "under-way";
		}
		return test.reading()
			.firstFailed()
			.map((failed) -> RungView.isUncompared(failed) ? "uncompared" : "broken")
			.orElse(test.reading().holds() ? "holds" : "half");
	}

	private static String word(String state) {
		return switch (state) {
			case "under-way" -> "running";
			case "uncompared" -> "attention";
			case "broken" -> "broken";
			case "holds" -> "done";
			default -> "unchecked";
		};
	}

}
