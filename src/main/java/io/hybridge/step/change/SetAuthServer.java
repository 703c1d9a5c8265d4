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
import io.hybridge.step.readback.MetadataAddress;
import io.hybridge.step.readback.ReadBack;
import io.hybridge.step.readback.ReadBackResult;
import io.hybridge.step.readback.ReadBackSource;

/**
 * Creates the auth server, or gives it another metadata address.
 *
 * @param name of the auth server
 * @param formerUrl its address before, null when it did not exist
 * @param wantedUrl its address wanted
 */
@JsonTypeName("set-auth-server")
public record SetAuthServer(String name, String formerUrl, String wantedUrl) implements Change {

	@Override
	public String undoPart() {
		return (this.formerUrl != null) ? "undo" : "undo-new";
	}

	@Override
	public String object() {
		return this.name;
	}

	@Override
	public String before() {
		return (this.formerUrl != null) ? this.formerUrl : "";
	}

	@Override
	public String after() {
		return this.wantedUrl;
	}

	@Override
	public ChangeValue shownBefore() {
		return (this.formerUrl != null) ? new ChangeValue.Code(this.formerUrl) : ChangeValue.words("change.absent");
	}

	@Override
	public ChangeValue shownAfter() {
		return new ChangeValue.Code(this.wantedUrl);
	}

	@Override
	public Command command() {
		return Command.script("Set-AuthServer", (this.formerUrl == null) ? "New-AuthServer" : "Set-AuthServer",
				Command.with((this.formerUrl == null) ? "Name" : "Identity", this.name),
				Command.with("AuthMetadataUrl", this.wantedUrl));
	}

	@Override
	public Optional<RemoteCall> call(Observation observation) {
		return Optional.of(new RemoteCall.OnExchange(new ExchangeChange.SetAuthServer(this.name, this.wantedUrl)));
	}

	@Override
	public ReadBackSource readFrom() {
		return new ReadBackSource.Organization();
	}

	@Override
	public ReadBackResult judge(Observation observation) {
		return ReadBack.onPremises(observation, (exchange) -> {
			Optional<String> url = exchange.authServer(this.name).map(AuthServer::metadataUrl);
			boolean desired = url.filter((found) -> MetadataAddress.sameMeaning(found, this.wantedUrl)).isPresent();
			boolean before = url.map((found) -> found.equals(this.formerUrl)).orElse(this.formerUrl == null);
			return ReadBack.judged(url.orElse(""), desired, before);
		});
	}

	@Override
	public WayBack wayBack(Observation observation, String found) {
		ReadBackResult there = judge(observation);
		return WayBack.from(there,
				() -> (this.formerUrl == null) ? new RemoveAuthServer(this.name, there.found(), guid(observation))
						: new SetAuthServer(this.name, there.found(), this.formerUrl));
	}

	private String guid(Observation observation) {
		return observation.exchange()
			.seen()
			.flatMap((exchange) -> exchange.authServer(this.name))
			.map(AuthServer::guid)
			.orElse("");
	}

	@Override
	public boolean isReplaced(List<Field> answer, Observation observation) {
		return AuthServerIdentity.of(answer).isRefutedBy(observation, this.name);
	}

}
