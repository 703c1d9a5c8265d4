package io.hybridge.lab.world;

import java.util.Set;

import io.hybridge.lab.Trait;
import io.hybridge.lab.exchange.state.ExchangeScenario;

/**
 * How the whole lab begins: the Exchange organization, and what the tenant knows of it.
 */
public enum Scenario {

	/** As the scenario's table says. */
	STANDARD(Topic.USUAL, ExchangeScenario.STANDARD),
	/** The current auth certificate is expired and a good one is there. */
	AUTH_CERTIFICATE_EXPIRED(Topic.CERTIFICATES, ExchangeScenario.AUTH_CERTIFICATE_EXPIRED),
	/** No certificate can be used, so a new one is needed. */
	NO_FIT_CERTIFICATE(Topic.CERTIFICATES, ExchangeScenario.NO_FIT_CERTIFICATE),
	/** Two certificates can be used, so a person chooses. */
	TWO_FIT_CERTIFICATES(Topic.CERTIFICATES, ExchangeScenario.TWO_FIT_CERTIFICATES),
	/** The auth server is there with another address. */
	AUTH_SERVER_OTHER_ADDRESS(Topic.AUTH_SERVERS, ExchangeScenario.AUTH_SERVER_OTHER_ADDRESS),
	/** The key of the auth certificate is in the tenant already. */
	KEY_ALREADY_THERE(Topic.TENANT, ExchangeScenario.STANDARD),
	/** An Edge server is subscribed. */
	EDGE_SERVER(Topic.SERVERS, ExchangeScenario.EDGE_SERVER),
	/** A server of Exchange 2010 was left over. */
	LEFTOVER_2010(Topic.SERVERS, ExchangeScenario.LEFTOVER_2010),
	/** Newer versions, whose security updates the displayed version hides. */
	SECURITY_UPDATES(Topic.SERVERS, ExchangeScenario.SECURITY_UPDATES);

	private final Topic topic;

	private final ExchangeScenario exchange;

	private final Set<Trait> traits;

	Scenario(Topic topic, ExchangeScenario exchange, Trait... traits) {
		this.topic = topic;
		this.exchange = exchange;
		this.traits = Set.of(traits);
	}

	public Topic topic() {
		return this.topic;
	}

	ExchangeScenario exchange() {
		return this.exchange;
	}

	/** How the world answers in it otherwise than usual. */
	Set<Trait> traits() {
		return this.traits;
	}

	/** What is special about a scenario. */
	public enum Topic {

		USUAL, CERTIFICATES, AUTH_SERVERS, SERVERS, PUSH_PROXY, TENANT

	}

}
