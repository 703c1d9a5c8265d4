package io.hybridge.step;

import java.util.ArrayList;
import java.util.List;

import io.hybridge.exchange.ExchangeState;
import io.hybridge.exchange.ExchangeState.ExchangeServer;
import io.hybridge.step.observation.Observation;
import io.hybridge.step.observation.Reading;

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
			findings.add(BuildCheck.of(server));
		}
		if (findings.isEmpty()) {
			findings.add(UnreachableFindings.withoutServers(exchange.answeredBy()));
		}
		findings.addAll(BuildCheck.support(exchange, observation.takenAt()));
		return findings;
	}

}
