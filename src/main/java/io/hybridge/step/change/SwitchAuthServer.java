package io.hybridge.step.change;

import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonTypeName;

import io.hybridge.exchange.ExchangeAnswer.Field;
import io.hybridge.exchange.ExchangeChange;
import io.hybridge.exchange.ExchangeState.AuthServer;
import io.hybridge.step.change.part.AuthServerIdentity;
import io.hybridge.step.change.part.ChangeValue;
import io.hybridge.step.change.part.Command;
import io.hybridge.step.change.part.RemoteCall;
import io.hybridge.step.observation.Observation;
import io.hybridge.step.readback.ReadBack;
import io.hybridge.step.readback.ReadBackResult;
import io.hybridge.step.readback.ReadBackSource;

/**
 * Enables an auth server, or disables one that we enabled.
 *
 * @param name of the auth server
 * @param url the address it must still have
 * @param enabled whether it is to be used
 */
@JsonTypeName("switch-auth-server")
public record SwitchAuthServer(String name, String url, boolean enabled) implements Change {

	@Override
	public String object() {
		return this.name;
	}

	@Override
	public String before() {
		return written(!this.enabled);
	}

	@Override
	public String after() {
		return written(this.enabled);
	}

	@Override
	public ChangeValue shownBefore() {
		return shown(!this.enabled);
	}

	@Override
	public ChangeValue shownAfter() {
		return shown(this.enabled);
	}

	@Override
	public Command command() {
		return Command.script("Switch-AuthServer", "Set-AuthServer", Command.with("Identity", this.name),
				Command.with("Enabled", this.enabled ? "$true" : "$false"));
	}

	@Override
	public Optional<RemoteCall> call(Observation observation) {
		return Optional
			.of(new RemoteCall.OnExchange(new ExchangeChange.SwitchAuthServer(this.name, this.url, this.enabled)));
	}

	@Override
	public ReadBackSource readFrom() {
		return new ReadBackSource.Organization();
	}

	@Override
	public ReadBackResult judge(Observation observation) {
		return ReadBack.onPremises(observation, (exchange) -> {
			Optional<AuthServer> found = exchange.authServer(this.name);
			boolean ours = found.map(AuthServer::metadataUrl).filter(this.url::equals).isPresent();
			boolean desired = ours && found.get().enabled() == this.enabled;
			return ReadBack.judged(
					found.map((server) -> ours ? written(server.enabled()) : server.metadataUrl()).orElse(""), desired,
					ours && !desired);
		});
	}

	@Override
	public String stops() {
		return "side-effect.stops-oauth";
	}

	@Override
	public WayBack wayBack(Observation observation, String found) {
		return WayBack.from(judge(observation), () -> new SwitchAuthServer(this.name, this.url, !this.enabled));
	}

	/** As Exchange writes it. */
	@Override
	public boolean isReplaced(List<Field> answer, Observation observation) {
		return AuthServerIdentity.of(answer).isRefutedBy(observation, this.name);
	}

	private static String written(boolean enabled) {
		return enabled ? "True" : "False";
	}

	private static ChangeValue shown(boolean enabled) {
		return ChangeValue.words(enabled ? "change.enabled" : "change.disabled");
	}

}
