package io.hybridge.step;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.hybridge.exchange.BuildTable;
import io.hybridge.exchange.ExchangeProduct;
import io.hybridge.exchange.ExchangeState;
import io.hybridge.exchange.ExchangeState.ExchangeServer;
import io.hybridge.step.examination.Examination;
import io.hybridge.step.examination.Finding;
import io.hybridge.step.examination.FindingLevel;
import io.hybridge.step.examination.TargetState;
import io.hybridge.step.examination.UnreachableFindings;
import io.hybridge.step.observation.Observation;
import io.hybridge.step.observation.Reading;
import io.hybridge.web.text.StoredMessage;

/** Does every server run a build that can hand notifications on? */
final class ServersStep implements Step {

	@Override
	public StepName name() {
		return StepName.SERVERS;
	}

	@Override
	public boolean asksExchange() {
		return true;
	}

	@Override
	public boolean asksTenant() {
		return false;
	}

	@Override
	public Examination examine(Observation observation, TargetState target) {
		return switch (observation.exchange()) {
			case Reading.Seen<ExchangeState>(ExchangeState exchange) -> Examination.of(findings(exchange, observation));
			case Reading.NotSeen<ExchangeState>(var failure) ->
				Examination.of(List.of(UnreachableFindings.exchange(failure)));
			case Reading.SignInNeeded<ExchangeState>() -> throw Reading.notAsked("Exchange");
			case Reading.NotAsked<ExchangeState>() -> throw Reading.notAsked("Exchange");
		};
	}

	private List<Finding> findings(ExchangeState exchange, Observation observation) {
		List<Finding> findings = new ArrayList<>();
		for (ExchangeServer server : exchange.servers()) {
			findings.add(BuildCheck.of(server, exchange)
				.firstSeen(observation.firstSeen().get(server.fqdn().toLowerCase(Locale.ROOT))));
		}
		if (findings.isEmpty()) {
			findings.add(UnreachableFindings.withoutServers(exchange.answeredBy()));
		}
		findings.addAll(outOfSupport(exchange, observation.takenAt().atOffset(ZoneOffset.UTC).toLocalDate()));
		coexistenceByEwsEnds(exchange, observation.takenAt().atOffset(ZoneOffset.UTC).toLocalDate())
			.ifPresent(findings::add);
		findings.add(Finding.of("BUILD-TABLE", FindingLevel.NOTE, "Exchange",
				StoredMessage.of("seen.build-table", BuildTable.load().knownUpTo())));
		return findings;
	}

	private static List<Finding> outOfSupport(ExchangeState exchange, LocalDate today) {
		return exchange.servers()
			.stream()
			.map(ExchangeServer::build)
			.flatMap(Optional::stream)
			.map(ExchangeProduct::of)
			.flatMap(Optional::stream)
			.distinct()
			.filter((product) -> !product.supportedOn(today))
			.map((product) -> Finding.of("PRODUCT-OUT-OF-SUPPORT", FindingLevel.NOTE, product.name(),
					ended(product, today)))
			.toList();
	}

	/**
	 * Only what is confirmed and may concern an organization of these builds; decision
	 * 018 says why it is no more than a note.
	 */
	private static Optional<Finding> coexistenceByEwsEnds(ExchangeState exchange, LocalDate today) {
		String servers = String.join(", ", EwsEnd.concerned(exchange));
		boolean over = !today.isBefore(EwsEnd.DAY);
		return servers.isEmpty() ? Optional.empty()
				: Optional.of(Finding
					.of("EWS-ENDS", FindingLevel.NOTE, "Exchange Online",
							StoredMessage.of(over ? "seen.ews-ended" : "seen.ews-ends", EwsEnd.DAY))
					.noting(List.of(StoredMessage.of("seen.ews-concerns", servers))));
	}

	private static StoredMessage ended(ExchangeProduct product, LocalDate today) {
		LocalDate supported = product.supportEnd().orElseThrow();
		return product.soldUntil()
			.map((until) -> StoredMessage.of(
					until.isBefore(today) ? "seen.out-of-support-sold" : "seen.out-of-support-selling", supported,
					until))
			.orElseGet(() -> StoredMessage.of("seen.out-of-support", supported));
	}

}
