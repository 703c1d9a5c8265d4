package io.hybridge.enablement.steps;

import java.util.ArrayList;
import java.util.List;

import io.hybridge.enablement.StepName;
import io.hybridge.exchange.ExchangeState;
import io.hybridge.exchange.ExchangeState.ExchangeServer;

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
	public Examination examine(World world, Goal goal) {
		return switch (world.exchange()) {
			case Side.Seen<ExchangeState>(ExchangeState exchange) -> Examination.of(findings(exchange, world));
			case Side.NotSeen<ExchangeState>(var failure) -> Examination.of(List.of(Unreached.exchange(failure)));
			case Side.SignInNeeded<ExchangeState>() -> Examination.of(List.of());
			case Side.NotAsked<ExchangeState>() -> Examination.of(List.of());
		};
	}

	private List<Finding> findings(ExchangeState exchange, World world) {
		List<Finding> findings = new ArrayList<>();
		for (ExchangeServer server : exchange.servers()) {
			findings.add(ServerGate.of(server));
		}
		findings.addAll(ServerGate.support(exchange, world.takenAt()));
		return findings;
	}

}
