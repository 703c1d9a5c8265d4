package io.hybridge.lab.world;

import java.util.Set;

import io.hybridge.lab.Trait;
import io.hybridge.lab.exchange.state.ExchangeScenario;
import io.hybridge.lab.tenant.state.RegisteredKeys;

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
	/** A server has lacked the auth certificate for weeks. */
	MISSING_ON_ONE_SERVER(Topic.CERTIFICATES, ExchangeScenario.MISSING_ON_ONE_SERVER),
	/** A server does not have the new auth certificate yet. */
	MISSING_ON_ONE_SERVER_LATELY(Topic.CERTIFICATES, ExchangeScenario.MISSING_ON_ONE_SERVER_LATELY),
	/** A server lacks the auth certificate, whose key cannot be exported any more. */
	MISSING_ON_ONE_NEW_SERVER(Topic.CERTIFICATES, ExchangeScenario.MISSING_ON_ONE_NEW_SERVER),
	/** The auth certificate also serves the mail between the servers. */
	TRANSPORT_USES_AUTH_CERTIFICATE(Topic.CERTIFICATES, ExchangeScenario.TRANSPORT_USES_AUTH_CERTIFICATE),
	/** The certificate after the current one is staged; its key is not in the tenant. */
	NEXT_STAGED(ExchangeScenario.NEXT_STAGED, RegisteredKeys.ONE),
	/** The staged certificate should sign since two days and does not. */
	NEXT_OVERDUE(ExchangeScenario.NEXT_OVERDUE, RegisteredKeys.ONE, Trait.NEXT_NOT_TAKEN_OVER),
	/** The current auth certificate is expired, and a good one is staged. */
	EXPIRED_WITH_NEXT_STAGED(ExchangeScenario.EXPIRED_WITH_NEXT_STAGED, RegisteredKeys.ONE),
	/** The current auth certificate ends in 20 days. */
	AUTH_CERTIFICATE_ENDS_SOON(ExchangeScenario.AUTH_CERTIFICATE_ENDS_SOON, RegisteredKeys.ONE),
	/** The auth server is there with another address. */
	AUTH_SERVER_OTHER_ADDRESS(Topic.AUTH_SERVERS, ExchangeScenario.AUTH_SERVER_OTHER_ADDRESS),
	/** The auth server is there under the wizard's name. */
	AUTH_SERVER_BY_WIZARD(Topic.AUTH_SERVERS, ExchangeScenario.AUTH_SERVER_BY_WIZARD),
	/** The auth server is there under a document's name, with another domain. */
	AUTH_SERVER_BY_DOCUMENT(Topic.AUTH_SERVERS, ExchangeScenario.AUTH_SERVER_BY_DOCUMENT),
	/** The auth server is addressed by the tenant's id. */
	AUTH_SERVER_BY_TENANT_ID(Topic.AUTH_SERVERS, ExchangeScenario.AUTH_SERVER_BY_TENANT_ID),
	/** The auth server is disabled. */
	AUTH_SERVER_DISABLED(Topic.AUTH_SERVERS, ExchangeScenario.AUTH_SERVER_DISABLED),
	/** Another tenant of the same forest has the auth server. */
	AUTH_SERVER_OTHER_TENANT(Topic.AUTH_SERVERS, ExchangeScenario.AUTH_SERVER_OTHER_TENANT),
	/** Exchange signs as another principal, with a realm of its own. */
	AUTH_CONFIGURATION_FOREIGN(Topic.AUTH_SERVERS, ExchangeScenario.AUTH_CONFIGURATION_FOREIGN),
	/** The key of the auth certificate is in the tenant already. */
	KEY_ALREADY_THERE(RegisteredKeys.ONE),
	/** The entry of the key has ended, its certificate has not. */
	TENANT_KEY_ENDED(RegisteredKeys.ENDED),
	/** The key was uploaded for signing. */
	TENANT_KEY_FOR_SIGNING(RegisteredKeys.FOR_SIGNING),
	/** The key is in the tenant twice. */
	TENANT_KEY_TWICE(RegisteredKeys.TWICE),
	/** An Edge server is subscribed. */
	EDGE_SERVER(Topic.SERVERS, ExchangeScenario.EDGE_SERVER),
	/** A server of Exchange 2010 was left over. */
	LEFTOVER_2010(Topic.SERVERS, ExchangeScenario.LEFTOVER_2010),
	/** Newer versions, whose security updates the displayed version hides. */
	SECURITY_UPDATES(Topic.SERVERS, ExchangeScenario.SECURITY_UPDATES);

	private final Topic topic;

	private final ExchangeScenario exchange;

	private final RegisteredKeys registered;

	private final Set<Trait> traits;

	Scenario(Topic topic, ExchangeScenario exchange, Trait... traits) {
		this.topic = topic;
		this.exchange = exchange;
		this.registered = RegisteredKeys.NONE;
		this.traits = Set.of(traits);
	}

	Scenario(ExchangeScenario exchange, RegisteredKeys registered, Trait... traits) {
		this.topic = Topic.CERTIFICATES;
		this.exchange = exchange;
		this.registered = registered;
		this.traits = Set.of(traits);
	}

	Scenario(RegisteredKeys registered) {
		this.topic = Topic.TENANT;
		this.exchange = ExchangeScenario.STANDARD;
		this.registered = registered;
		this.traits = Set.of();
	}

	public Topic topic() {
		return this.topic;
	}

	ExchangeScenario exchange() {
		return this.exchange;
	}

	/** What the tenant knows of the auth certificate. */
	RegisteredKeys registered() {
		return this.registered;
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
