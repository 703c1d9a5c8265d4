package io.hybridge.step;

import java.time.LocalDate;
import java.util.List;

import io.hybridge.exchange.ExchangeState;
import io.hybridge.exchange.ExchangeState.ExchangeServer;
import io.hybridge.exchange.MinimumBuilds;

/**
 * The end of EWS in Exchange Online, which Microsoft has announced without exceptions;
 * decision 018 says whom it concerns.
 */
public final class EwsEnd {

	public static final LocalDate DAY = LocalDate.of(2027, 4, 1);

	private EwsEnd() {
	}

	/** The servers that are not known to be ready for what comes instead. */
	public static List<String> concerned(ExchangeState exchange) {
		return exchange.servers()
			.stream()
			.filter(ExchangeServer::handsOnNotifications)
			.filter((server) -> exchange.exactBuild(server)
				.or(server::build)
				.filter((build) -> !(MinimumBuilds.GRAPH.of(build) instanceof MinimumBuilds.Need.Nothing))
				.isPresent())
			.map(ExchangeServer::name)
			.toList();
	}

}
