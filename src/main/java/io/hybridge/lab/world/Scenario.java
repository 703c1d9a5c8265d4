package io.hybridge.lab.world;

import io.hybridge.lab.exchange.state.ExchangeScenario;

/**
 * How the whole lab begins: the Exchange organization, and what the tenant knows of it.
 */
public enum Scenario {

	/** As the scenario's table says. */
	STANDARD(ExchangeScenario.STANDARD),
	/** The current auth certificate is expired and a good one is there. */
	AUTH_CERTIFICATE_EXPIRED(ExchangeScenario.AUTH_CERTIFICATE_EXPIRED),
	/** No certificate can be used, so a new one is needed. */
	NO_FIT_CERTIFICATE(ExchangeScenario.NO_FIT_CERTIFICATE),
	/** Two certificates can be used, so a person chooses. */
	TWO_FIT_CERTIFICATES(ExchangeScenario.TWO_FIT_CERTIFICATES),
	/** The auth server is there with another address. */
	AUTH_SERVER_OTHER_ADDRESS(ExchangeScenario.AUTH_SERVER_OTHER_ADDRESS),
	/** The key of the auth certificate is in the tenant already. */
	KEY_ALREADY_THERE(ExchangeScenario.STANDARD);

	private final ExchangeScenario exchange;

	Scenario(ExchangeScenario exchange) {
		this.exchange = exchange;
	}

	ExchangeScenario exchange() {
		return this.exchange;
	}

}
