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
 * Recycles an application pool of one server, so that its pages take up a new auth
 * certificate.
 *
 * @param server fully qualified name
 * @param pool which pool
 * @param startedBefore since when its worker process runs, by the server's clock
 */
@JsonTypeName("recycle-application-pool")
public record RecycleApplicationPool(String server, ExchangeService pool, Instant startedBefore) implements Change {

	@Override
	public String object() {
		return this.pool.serviceName() + " (" + this.server + ")";
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
		return ChangeValue.words("change.recycle-application-pool.since", this.startedBefore);
	}

	@Override
	public ChangeValue shownAfter() {
		return ChangeValue.words("change.recycle-application-pool.again");
	}

	@Override
	public Command command() {
		return Command.script("Restart-ApplicationPool", "Restart-WebAppPool",
				Command.with("Name", this.pool.serviceName()));
	}

	@Override
	public Optional<RemoteCall> call(Observation observation) {
		return Optional
			.of(new RemoteCall.OnExchange(new ExchangeChange.RecycleApplicationPool(this.server, this.pool)));
	}

	@Override
	public ReadBackSource readFrom() {
		return new ReadBackSource.Service(this.server, this.pool);
	}

	@Override
	public boolean optional() {
		return true;
	}

	/** While it does not run, the next request starts it. */
	@Override
	public ReadBackResult judge(Observation observation) {
		return ReadBack.restarted(observation, this.startedBefore);
	}

	@Override
	public WayBack wayBack(Observation observation, String found) {
		return new WayBack.None();
	}

}
