package io.hybridge.step.change;

import java.time.Instant;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonTypeName;

import io.hybridge.exchange.ExchangeChange;
import io.hybridge.exchange.ExchangeService;
import io.hybridge.step.change.part.ChangeValue;
import io.hybridge.step.change.part.Command;
import io.hybridge.step.change.part.RemoteCall;
import io.hybridge.step.observation.Observation;
import io.hybridge.step.readback.ReadBack;
import io.hybridge.step.readback.ReadBackResult;
import io.hybridge.step.readback.ReadBackSource;

/**
 * Restarts the service host of one server, so that it takes up a new auth certificate.
 *
 * @param server fully qualified name
 * @param startedBefore since when the service runs, by the server's clock
 */
@JsonTypeName("restart-service-host")
public record RestartServiceHost(String server, Instant startedBefore) implements Change {

	@Override
	public String object() {
		return this.server;
	}

	@Override
	public String before() {
		return this.startedBefore.toString();
	}

	@Override
	public String after() {
		return "";
	}

	@Override
	public ChangeValue shownBefore() {
		return ChangeValue.words("change.restart-service-host.since", this.startedBefore);
	}

	@Override
	public ChangeValue shownAfter() {
		return ChangeValue.words("change.restart-service-host.again");
	}

	@Override
	public Command command() {
		return Command.script("Restart-ServiceHost", "Restart-Service",
				Command.with("Name", ExchangeService.SERVICE_HOST.serviceName()));
	}

	@Override
	public Optional<RemoteCall> call(Observation observation) {
		return Optional.of(new RemoteCall.OnExchange(new ExchangeChange.RestartServiceHost(this.server)));
	}

	@Override
	public ReadBackSource readFrom() {
		return new ReadBackSource.Service(this.server, ExchangeService.SERVICE_HOST);
	}

	@Override
	public boolean optional() {
		return true;
	}

	@Override
	public ReadBackResult judge(Observation observation) {
		return ReadBack.restarted(observation, this.startedBefore);
	}

	@Override
	public WayBack wayBack(Observation observation, String found) {
		return new WayBack.None();
	}

}
