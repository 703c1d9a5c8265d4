package io.hybridge.step.change;

import java.util.Optional;

import io.hybridge.exchange.ExchangeState.AuthServer;
import io.hybridge.step.observation.Observation;

/**
 * Removes the auth server that we created.
 *
 * @param name of the auth server
 * @param url the address it must still have
 */
public record RemoveAuthServer(String name, String url) implements Change {

	@Override
	public String key() {
		return "remove-auth-server";
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
	public ReadBackResult judge(Observation world) {
		return ReadBack.onPremises(world, (exchange) -> {
			Optional<String> found = exchange.authServer(this.name).map(AuthServer::metadataUrl);
			return ReadBack.judged(found.orElse(""), found.isEmpty(), found.filter(this.url::equals).isPresent());
		});
	}

	@Override
	public Optional<Change> inverse(Observation world) {
		return Optional.empty();
	}

}
