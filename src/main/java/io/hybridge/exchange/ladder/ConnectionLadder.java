package io.hybridge.exchange.ladder;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import org.springframework.stereotype.Component;

import io.hybridge.exchange.ladder.RungReading.State;
import io.hybridge.exchange.link.BundleLink;
import io.hybridge.exchange.link.Channel;
import io.hybridge.exchange.link.LocalLink;
import io.hybridge.exchange.link.ServerLink;
import io.hybridge.exchange.link.SshLink;
import io.hybridge.exchange.link.WinRmLink;
import io.hybridge.exchange.powershell.AccessLook;
import io.hybridge.exchange.powershell.AccessLook.Access;
import io.hybridge.remote.RemoteFailure;

/**
 * Climbs a link from the server's name to the rights of the account, and stops at the
 * first rung that does not hold. It changes nothing and signs in once.
 */
@Component
public class ConnectionLadder {

	private final AccessLook access;

	private final HostKeyLook hostKey;

	private final Clock clock;

	ConnectionLadder(AccessLook access, HostKeyLook hostKey, Clock clock) {
		this.access = access;
		this.hostKey = hostKey;
		this.clock = clock;
	}

	/**
	 * Climbs.
	 * @param link how the server is reached
	 * @param signIn whether the rungs that need an account are tried
	 * @return what each rung came to
	 */
	public LadderReading climb(ServerLink link, boolean signIn) {
		List<Rung> rungs = Rung.of(link);
		List<RungReading> below = below(link, rungs.stream().filter(Rung::isBelowSignIn).toList());
		boolean reached = below.stream().noneMatch((reading) -> reading.state() == State.FAILED);
		return (reached && signIn) ? climbed(link, rungs, below)
				: new LadderReading(this.clock.instant(), Climb.notTriedAfter(rungs, below), List.of());
	}

	/**
	 * A climb that came to no end: nothing is known of any rung.
	 * @param failure code of the text that says why
	 * @param words what is known of it
	 */
	public LadderReading unknown(ServerLink link, String failure, String words) {
		RemoteFailure unknown = RemoteFailure.withoutEffect(link.fqdn(), failure, words);
		return new LadderReading(this.clock.instant(), Climb.broken(Rung.of(link), List.of(), unknown), List.of());
	}

	private LadderReading climbed(ServerLink link, List<Rung> rungs, List<RungReading> below) {
		try {
			Access seen = this.access.at(link);
			return new LadderReading(this.clock.instant(), Climb.whole(rungs, below, seen), seen.servers());
		}
		catch (RemoteFailure failure) {
			return new LadderReading(this.clock.instant(), Climb.broken(rungs, below, failure), List.of());
		}
	}

	private List<RungReading> below(ServerLink link, List<Rung> rungs) {
		List<RungReading> readings = new ArrayList<>();
		for (Rung rung : rungs) {
			RungReading reading = look(link, rung);
			readings.add(reading);
			if (reading.state() == State.FAILED) {
				break;
			}
		}
		return readings;
	}

	private RungReading look(ServerLink link, Rung rung) {
		return switch (link) {
			case WinRmLink winrm when rung == Rung.TLS && winrm.channel() instanceof Channel.Tls tls ->
				CertificateLook.at(winrm.fqdn(), winrm.address(), winrm.port(), tls.trust());
			case WinRmLink winrm -> look(rung, winrm.address(), winrm.port(), "exchange.unreachable");
			case SshLink ssh when rung == Rung.HOST_KEY -> this.hostKey.at(ssh);
			case SshLink ssh -> look(rung, ssh.address(), ssh.port(), "exchange.ssh-unreachable");
			case LocalLink local -> throw new IllegalArgumentException("The console's own server has no " + rung);
			case BundleLink bundle -> throw new IllegalArgumentException("Nobody climbs to a carried server");
		};
	}

	private static RungReading look(Rung rung, String address, int port, String unreachable) {
		return switch (rung) {
			case NAME -> NetworkLook.name(address);
			case PORT -> NetworkLook.port(address, port, unreachable);
			default -> throw new IllegalArgumentException("No look at " + rung);
		};
	}

}
