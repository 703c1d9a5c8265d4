package io.hybridge.step.change;

import java.util.Optional;

import io.hybridge.exchange.ExchangeState.AuthServer;
import io.hybridge.step.change.ReadBackResult.Desired;
import io.hybridge.step.observation.Observation;

/**
 * Creates the auth server, or gives it another metadata address.
 *
 * @param name of the auth server
 * @param formerUrl its address before, null when it did not exist
 * @param wantedUrl its address wanted
 */
public record SetAuthServer(String name, String formerUrl, String wantedUrl) implements Change {

	@Override
	public String key() {
		return "set-auth-server";
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
	public ReadBackResult judge(Observation world) {
		return ReadBack.onPremises(world, (exchange) -> {
			Optional<String> url = exchange.authServer(this.name).map(AuthServer::metadataUrl);
			boolean desired = url.filter((found) -> MetadataAddress.sameMeaning(found, this.wantedUrl)).isPresent();
			boolean before = url.map((found) -> found.equals(this.formerUrl)).orElse(this.formerUrl == null);
			return ReadBack.judged(url.orElse(""), desired, before);
		});
	}

	@Override
	public Optional<Change> inverse(Observation world) {
		if (!(judge(world) instanceof Desired(String found))) {
			return Optional.empty();
		}
		return Optional.of((this.formerUrl == null) ? new RemoveAuthServer(this.name, found)
				: new SetAuthServer(this.name, found, this.formerUrl));
	}

}
