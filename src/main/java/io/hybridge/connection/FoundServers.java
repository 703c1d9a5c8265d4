package io.hybridge.connection;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import io.hybridge.connection.KeptClimbs.KeptClimb;
import io.hybridge.exchange.link.BundleLink;
import io.hybridge.exchange.link.LocalLink;
import io.hybridge.exchange.link.ServerLink;
import io.hybridge.exchange.link.SshLink;
import io.hybridge.exchange.link.WinRmLink;

/** The servers that Exchange names and that nobody has connected yet. */
final class FoundServers {

	private FoundServers() {
	}

	static List<String> beside(List<ServerLink> links, Collection<KeptClimb> tests) {
		List<String> known = links.stream().map(ServerLink::fqdn).toList();
		return tests.stream()
			.map(KeptClimb::reading)
			.filter(Objects::nonNull)
			.flatMap((reading) -> reading.servers().stream())
			.map((server) -> server.toLowerCase(Locale.ROOT))
			.filter((server) -> ServerLink.HOST.matcher(server).matches() && !known.contains(server))
			.distinct()
			.sorted()
			.toList();
	}

	/** The same way to another server. A pinned key or certificate is not its own. */
	static ServerLink as(ServerLink link, String server) {
		return switch (link) {
			case WinRmLink winrm ->
				new WinRmLink(server, server, winrm.port(), winrm.channel(), winrm.signIn(), winrm.exchange());
			case SshLink ssh -> new SshLink(server, server, ssh.port(), "", ssh.signIn(), ssh.exchange());
			case LocalLink local -> new LocalLink(server);
			case BundleLink bundle -> new BundleLink(server);
		};
	}

}
