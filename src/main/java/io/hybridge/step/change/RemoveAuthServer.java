package io.hybridge.step.change;

import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonTypeName;

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
 * Removes the auth server that we created.
 *
 * @param name of the auth server
 * @param url the address it must still have
 * @param guid of the object that was seen, or empty text
 */
@JsonTypeName("remove-auth-server")
public record RemoveAuthServer(String name, String url, String guid) implements Change {

	public RemoveAuthServer {
		guid = (guid != null) ? guid : "";
	}

	public RemoveAuthServer(String name, String url) {
		this(name, url, "");
	}

	@Override
	public String object() {
		return this.name;
	}

	@Override
	public String before() {
		return this.url;
	}

	@Override
	public String after() {
		return "";
	}

	@Override
	public ChangeValue shownBefore() {
		return new ChangeValue.Code(this.url);
	}

	@Override
	public ChangeValue shownAfter() {
		return ChangeValue.words("change.absent");
	}

	@Override
	public Command command() {
		return Command.script("Remove-AuthServer", "Remove-AuthServer", Command.with("Identity", this.name));
	}

	@Override
	public Optional<RemoteCall> call(Observation observation) {
		return Optional
			.of(new RemoteCall.OnExchange(new ExchangeChange.RemoveAuthServer(this.name, this.url, this.guid)));
	}

	@Override
	public ReadBackSource readFrom() {
		return new ReadBackSource.Organization();
	}

	@Override
	public ReadBackResult judge(Observation observation) {
		return ReadBack.onPremises(observation, (exchange) -> {
			Optional<AuthServer> found = exchange.authServer(this.name);
			return ReadBack.judged(found.map(AuthServer::metadataUrl).orElse(""), found.isEmpty(),
					found.filter(this::isMeant).isPresent());
		});
	}

	private boolean isMeant(AuthServer found) {
		return found.metadataUrl().equals(this.url) && !AuthServerIdentity.of(this.guid).isRefutedBy(found);
	}

	@Override
	public String stops() {
		return "side-effect.stops-oauth";
	}

	@Override
	public WayBack wayBack(Observation observation, String found) {
		return new WayBack.None();
	}

}
