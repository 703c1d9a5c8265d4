package io.hybridge.connection;

import java.util.Optional;

import io.hybridge.connection.KeptClimbs.KeptClimb;
import io.hybridge.exchange.ladder.Rung;
import io.hybridge.exchange.ladder.RungReading.Evidence;
import io.hybridge.exchange.link.BundleLink;
import io.hybridge.exchange.link.Channel;
import io.hybridge.exchange.link.LocalLink;
import io.hybridge.exchange.link.PeerTrust;
import io.hybridge.exchange.link.ServerLink;
import io.hybridge.exchange.link.SshLink;
import io.hybridge.exchange.link.WinRmLink;

/** Pins what a server showed: only what a climb has seen, never what a form says. */
final class Pinning {

	private Pinning() {
	}

	/**
	 * The link with the fingerprint that a person compared.
	 * @param test the last climb
	 * @param fingerprint that the person saw on the page
	 * @return empty when the climb saw another one, so that nothing is pinned unseen
	 */
	static Optional<ServerLink> of(ServerLink link, KeptClimb test, String fingerprint) {
		return seen(test).filter(fingerprint::equals).flatMap((seen) -> switch (link) {
			case WinRmLink winrm when winrm.channel() instanceof Channel.Tls ->
				Optional.of(new WinRmLink(winrm.fqdn(), winrm.address(), winrm.port(),
						new Channel.Tls(new PeerTrust.Pinned(seen)), winrm.signIn(), winrm.exchange()));
			case WinRmLink winrm -> Optional.empty();
			case SshLink ssh ->
				Optional.of(new SshLink(ssh.fqdn(), ssh.address(), ssh.port(), seen, ssh.signIn(), ssh.exchange()));
			case LocalLink local -> Optional.empty();
			case BundleLink bundle -> Optional.empty();
		});
	}

	/** The fingerprint to compare, where the last climb stopped because of it. */
	static Optional<String> offered(KeptClimb test) {
		return seen(test).filter((fingerprint) -> test.reading()
			.firstFailed()
			.filter((rung) -> rung.rung() == Rung.TLS || rung.rung() == Rung.HOST_KEY)
			.isPresent());
	}

	/** The fingerprint that the last climb saw. */
	private static Optional<String> seen(KeptClimb test) {
		return Optional.ofNullable(test)
			.map(KeptClimb::reading)
			.stream()
			.flatMap((reading) -> reading.rungs().stream())
			.flatMap((rung) -> rung.evidence().stream())
			.filter((evidence) -> evidence.name().equals("sha256") || evidence.name().equals("host-key"))
			.map(Evidence::value)
			.findFirst();
	}

}
