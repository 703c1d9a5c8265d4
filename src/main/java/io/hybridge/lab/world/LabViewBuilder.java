package io.hybridge.lab.world;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.hybridge.certificate.Certificate;
import io.hybridge.lab.Ledger;
import io.hybridge.lab.exchange.state.ExchangeView;
import io.hybridge.lab.tenant.LabTenant;
import io.hybridge.lab.tenant.state.TenantEffect;
import io.hybridge.lab.world.LabView.Access;
import io.hybridge.lab.world.LabView.Activity;
import io.hybridge.lab.world.LabView.AuthCertificate;
import io.hybridge.lab.world.LabView.AuthServer;
import io.hybridge.lab.world.LabView.ExchangeSide;
import io.hybridge.lab.world.LabView.Server;
import io.hybridge.lab.world.LabView.TenantSide;

/**
 * Puts together what the lab's page shows.
 *
 * @param world that is shown
 */
record LabViewBuilder(LabWorld world) {

	private static final int MOST_EFFECTS = 100;

	private static final int LONGEST_VALUE = 300;

	LabView all() {
		ExchangeView exchange = this.world.exchange().view();
		List<Ledger.Effect> effects = this.world.context().ledger().effects();
		return new LabView(access(), servers(exchange), exchangeSide(exchange, effects), tenantSide(exchange),
				this.world.context().traits().all(), new Activity(this.world.phone().badge(),
						this.world.context().faults().injected(), newest(effects), MessageTraces.last(effects)));
	}

	private Access access() {
		LabTenant tenant = this.world.tenant();
		return new Access(tenant.address(), tenant.signInPage(), LabTenant.clientId(),
				this.world.context().authority().pem(), this.world.accounts());
	}

	private List<Server> servers(ExchangeView exchange) {
		return exchange.servers()
			.stream()
			.map((server) -> new Server(server.name(), server.fqdn(), this.world.endpoints().port(server.fqdn()),
					server.roles(), server.build().toString(), server.updatable()))
			.toList();
	}

	private static ExchangeSide exchangeSide(ExchangeView exchange, List<Ledger.Effect> effects) {
		Certificate current = exchange.currentAuthCertificate();
		return new ExchangeSide(scenario(effects), exchange.domain(),
				new AuthCertificate(current.thumbprint().value(), current.notAfter()),
				exchange.authServers()
					.stream()
					.map((server) -> new AuthServer(server.name(), server.metadataUrl(), server.enabled()))
					.toList(),
				exchange.pushProxy().enabled());
	}

	private static Scenario scenario(List<Ledger.Effect> effects) {
		return effects.reversed()
			.stream()
			.filter((effect) -> TenantEffect.TenantCreated.name().equals(effect.kind()))
			.findFirst()
			.map((effect) -> Scenario.valueOf(effect.values().get("scenario")))
			.orElse(Scenario.STANDARD);
	}

	private TenantSide tenantSide(ExchangeView exchange) {
		LabTenant.Summary summary = this.world.tenant().summary(exchange.currentAuthCertificate());
		return new TenantSide(summary.displayName(), summary.verified(), summary.unverified(), summary.keys(),
				summary.matching());
	}

	private static List<Ledger.Effect> newest(List<Ledger.Effect> effects) {
		return effects.reversed().stream().limit(MOST_EFFECTS).map(LabViewBuilder::shortened).toList();
	}

	/** Long values bring the state back; nobody reads them. */
	private static Ledger.Effect shortened(Ledger.Effect effect) {
		Map<String, String> values = new LinkedHashMap<>(effect.values());
		values.values().removeIf((value) -> value.length() > LONGEST_VALUE);
		return new Ledger.Effect(effect.sequence(), effect.at(), effect.world(), effect.kind(), values,
				effect.answer());
	}

}
