package io.hybridge.enablement.steps;

import java.util.List;

import io.hybridge.enablement.Text;
import io.hybridge.exchange.ExchangeState;
import io.hybridge.exchange.ExchangeState.ExchangeServer;
import io.hybridge.exchange.ServerBuild;

/** The article's gate: 15.0.775.38, Exchange 2013 Cumulative Update 3, or later. */
final class ServerGate {

	static final ServerBuild LOWEST = new ServerBuild(15, 0, 775, 38);

	private ServerGate() {
	}

	static Finding of(ExchangeServer server, ExchangeState exchange) {
		if (server.build().isEmpty()) {
			return Finding
				.of("SERVER-BUILD-UNREADABLE", Verdict.UNKNOWN, server.name(),
						Text.of("seen.version", server.version()), server.name())
				.under(Text.of("seen.roles-of-server", server.roles()));
		}
		ServerBuild build = server.build().get();
		boolean meets = build.compareTo(LOWEST) >= 0;
		return Finding
			.of(meets ? "SERVER-BUILD-MEETS" : "SERVER-BUILD-TOO-OLD", meets ? Verdict.MEETS : Verdict.BLOCKS,
					server.name(), Text.of("seen.build", build), server.name(), build, LOWEST)
			.under(Text.of("seen.roles-of-server", server.roles()))
			.shownBy(server.name(), evidence(server));
	}

	static List<Finding> support(ExchangeState exchange) {
		return List.of();
	}

	private static String evidence(ExchangeServer server) {
		return "Name                : " + server.name() + "\nAdminDisplayVersion : " + server.version()
				+ "\nServerRole          : " + server.roles();
	}

}
