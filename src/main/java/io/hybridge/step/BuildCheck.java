package io.hybridge.step;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import io.hybridge.exchange.CumulativeUpdates;
import io.hybridge.exchange.CumulativeUpdates.Assessment;
import io.hybridge.exchange.CumulativeUpdates.Product;
import io.hybridge.exchange.CumulativeUpdates.Update;
import io.hybridge.exchange.CumulativeUpdates.Verdict.Meets;
import io.hybridge.exchange.CumulativeUpdates.Verdict.MeetsNewerThanTable;
import io.hybridge.exchange.CumulativeUpdates.Verdict.TooOld;
import io.hybridge.exchange.ExchangeState;
import io.hybridge.exchange.ExchangeState.ExchangeServer;
import io.hybridge.exchange.ServerBuild;
import io.hybridge.web.text.StoredMessage;

/** The article's gate: 15.0.775.38, Exchange 2013 Cumulative Update 3, or later. */
final class BuildCheck {

	private static final CumulativeUpdates UPDATES = CumulativeUpdates.load();

	private BuildCheck() {
	}

	static Finding of(ExchangeServer server) {
		return server.build()
			.map((build) -> judged(server, UPDATES.assess(build)))
			.orElseGet(() -> Finding.of("SERVER-BUILD-UNREADABLE", FindingLevel.UNKNOWN, server.name(),
					StoredMessage.of("seen.plain", server.version()), server.name()))
			.under(StoredMessage.of("seen.plain", server.roles().replace("ClientAccess", "Client Access")))
			.shownBy(server.name(), evidence(server));
	}

	/**
	 * Products that Microsoft no longer supports; good to know, it blocks nothing.
	 * @return one note per product
	 */
	static List<Finding> support(ExchangeState exchange, Instant now) {
		return exchange.servers()
			.stream()
			.map(ExchangeServer::build)
			.flatMap(Optional::stream)
			.map((build) -> UPDATES.assess(build).product())
			.flatMap(Optional::stream)
			.distinct()
			.filter((product) -> !product.supportedOn(now.atOffset(ZoneOffset.UTC).toLocalDate()))
			.map(BuildCheck::unsupported)
			.toList();
	}

	private static Finding unsupported(Product product) {
		Instant ended = product.supportEnded().orElseThrow().atStartOfDay(ZoneOffset.UTC).toInstant();
		return Finding.of("PRODUCT-OUT-OF-SUPPORT", FindingLevel.NOTE, product.name(),
				StoredMessage.of("seen.out-of-support", ended), product.name(), ended);
	}

	private static Finding judged(ExchangeServer server, Assessment assessment) {
		StoredMessage seen = seen(assessment);
		ServerBuild build = assessment.build();
		return switch (assessment.verdict()) {
			case Meets() -> Finding.of("SERVER-BUILD-MEETS", FindingLevel.MEETS, server.name(), seen);
			case MeetsNewerThanTable(var captured) -> Finding.of("SERVER-BUILD-NEWER", FindingLevel.MEETS,
					server.name(), seen, server.name(), build, captured.atStartOfDay(ZoneOffset.UTC).toInstant());
			case TooOld(ServerBuild needed) -> Finding.of("SERVER-BUILD-TOO-OLD", FindingLevel.BLOCKS, server.name(),
					seen, server.name(), build, needed);
		};
	}

	private static StoredMessage seen(Assessment assessment) {
		return assessment.nearest()
			.map((Update update) -> StoredMessage.of("seen.build", assessment.build(), update.name(), update.month()))
			.orElseGet(() -> StoredMessage.of("seen.build-unknown", assessment.build()));
	}

	private static String evidence(ExchangeServer server) {
		return "Name                : " + server.name() + "\nAdminDisplayVersion : " + server.version()
				+ "\nServerRole          : " + server.roles();
	}

}
