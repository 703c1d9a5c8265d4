package io.hybridge.lab.exchange.state;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.hybridge.exchange.ServerBuild;
import io.hybridge.lab.Ledger.Effect;
import io.hybridge.lab.exchange.state.OrganizationState.AuthServer;
import io.hybridge.lab.exchange.state.OrganizationState.PushProxy;
import io.hybridge.lab.exchange.state.OrganizationState.Server;
import io.hybridge.lab.exchange.state.OrganizationState.Staged;

/** Reads the organization's state from the ledger: effect after effect, nothing else. */
public final class StateProjection {

	public static final String WORLD = "exchange";

	private StateProjection() {
	}

	/**
	 * The state after all effects.
	 * @return the state, or {@code null} when no scenario has started
	 */
	public static OrganizationState of(List<Effect> effects) {
		OrganizationState state = null;
		for (Effect effect : effects) {
			if (WORLD.equals(effect.world())) {
				state = after(state, effect);
			}
		}
		return state;
	}

	public static OrganizationState after(OrganizationState before, Effect effect) {
		Map<String, String> values = effect.values();
		return switch (ExchangeEffect.valueOf(effect.kind())) {
			case ScenarioStarted -> FabrikamExchange.started(effect);
			case CertificateCreated, CertificateImported ->
				before.onServer(values.get("server"), (server) -> server.with(StoredCertificateText.read(values, "")));
			case AuthCertificateSet -> deployed(before, values.get("thumbprint"))
				.with(before.auth().signingWith(values.get("thumbprint"), effect.at()));
			case NextCertificateStaged -> before.with(before.auth()
				.staging(new Staged(values.get("thumbprint"), Instant.parse(values.get("effective"))), effect.at()));
			case NextCertificatePublished -> deployed(before, values.get("thumbprint"))
				.with(before.auth().published(values.get("thumbprint"), effect.at()));
			case PreviousCertificateCleared -> before.with(before.auth().withoutPrevious(effect.at()));
			case AuthServerCreated -> before.with(authServer(values).madeAs(guid(effect), Replication.written(effect)));
			case AuthServerUpdated -> before.with(before.authServer(values.get("name"))
				.map(authServer(values)::inPlaceOf)
				.orElseGet(() -> authServer(values)));
			case AuthServerEnabled -> before.withAuthServer(values.get("name"), (server) -> server.whichIs(true));
			case AuthServerDisabled -> before.withAuthServer(values.get("name"), (server) -> server.whichIs(false));
			case AuthServerRemoved -> before.withoutAuthServer(values.get("name"));
			case PushProxyEnabled -> before.with(enabled(before.proxy(), effect));
			case PushProxyDisabled -> before.with(disabled(before.proxy(), effect));
			case HealthManagerRestarted ->
				before.onServer(values.get("server"), (server) -> server.restartedAt(effect.at()));
			case ServiceHostRestarted ->
				before.onServer(values.get("server"), (server) -> server.withServiceHostStarted(effect.at()));
			case ApplicationPoolRecycled -> before.onServer(values.get("server"),
					(server) -> server.withPoolStarted(values.get("pool"), effect.at()));
			case CumulativeUpdateInstalled -> before.onServer(values.get("server"),
					(server) -> server.with(ServerBuild.parse(values.get("build")).orElseThrow(), effect.at()));
			case AssertionSigned -> before;
		};
	}

	/** Exchange deploys the certificate that signs to every server that lacks it. */
	private static OrganizationState deployed(OrganizationState before, String thumbprint) {
		return before.certificate(thumbprint)
			.filter(StoredCertificate::exportable)
			.map((stored) -> before.onEveryServer((server) -> deployed(server, stored)))
			.orElse(before);
	}

	private static Server deployed(Server server, StoredCertificate stored) {
		boolean takesIt = server.isReached() && server.certificate(stored.thumbprint()).isEmpty();
		return takesIt ? server.with(stored) : server;
	}

	/** Of one ledger, no two alike. */
	private static UUID guid(Effect effect) {
		return UUID.nameUUIDFromBytes(
				(effect.values().get("name") + " " + effect.sequence()).getBytes(StandardCharsets.UTF_8));
	}

	private static AuthServer authServer(Map<String, String> values) {
		return new AuthServer(values.get("name"), "MicrosoftACS", values.get("metadataUrl"), values.get("realm"),
				values.get("issuer"), values.get("tokenEndpoint"), List.of(),
				Boolean.parseBoolean(values.getOrDefault("enabled", "true")));
	}

	private static PushProxy enabled(PushProxy before, Effect effect) {
		return new PushProxy(true, effect.values().get("organization"), effect.values().get("uri"), before.createdAt(),
				effect.at(), before.enabled() ? before.enabledSince() : effect.at(), controller(effect));
	}

	private static PushProxy disabled(PushProxy before, Effect effect) {
		return new PushProxy(false, before.organization(), before.uri(), before.createdAt(), effect.at(),
				before.enabledSince(), controller(effect));
	}

	private static String controller(Effect effect) {
		return effect.values().getOrDefault(Replication.CONTROLLER, DomainController.DC1.fqdn());
	}

}
