package io.hybridge.lab.world;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.hybridge.lab.LabAccounts;
import io.hybridge.lab.LabContext;
import io.hybridge.lab.Ledger;
import io.hybridge.lab.exchange.LabExchange;
import io.hybridge.lab.exchange.state.ExchangeView;
import io.hybridge.lab.exchange.winrm.WinRmEndpoints;
import io.hybridge.lab.phone.LabPhone;
import io.hybridge.lab.tenant.LabTenant;
import io.hybridge.lab.world.LabView.ExchangeSide;
import io.hybridge.lab.world.LabView.Server;
import io.hybridge.lab.world.LabView.TenantSide;

/**
 * Puts together what the lab's page shows.
 *
 * @param ground of the world
 * @param accounts of the world
 * @param exchange one half
 * @param tenant the other half
 * @param phone where notifications end
 * @param endpoints of the servers
 */
record LabViewBuilder(LabContext ground, LabAccounts accounts, LabExchange exchange, LabTenant tenant, LabPhone phone,
		WinRmEndpoints endpoints) {

	private static final int MOST_EFFECTS = 100;

	private static final int LONGEST_VALUE = 300;

	LabView all() {
		ExchangeView seen = this.exchange.view();
		List<Ledger.Effect> effects = this.ground.ledger().effects();
		return new LabView(this.tenant.address(), this.tenant.signInPage(), LabTenant.clientId(),
				this.ground.authority().pem(), this.accounts, servers(seen), exchangeSide(seen, effects),
				tenantSide(seen), this.phone.badge(), this.ground.switchboard().injected(), newest(effects),
				MessageTraces.last(effects));
	}

	private List<Server> servers(ExchangeView seen) {
		return seen.servers()
			.stream()
			.map((server) -> new Server(server.name(), server.fqdn(), this.endpoints.port(server.fqdn()),
					server.roles(), server.build().toString(), server.updatable()))
			.toList();
	}

	private ExchangeSide exchangeSide(ExchangeView seen, List<Ledger.Effect> effects) {
		Scenario variant = effects.stream()
			.filter((effect) -> "TenantCreated".equals(effect.kind()))
			.anyMatch((effect) -> effect.values().getOrDefault("scenario", "").endsWith("KEY_ALREADY_THERE"))
					? Scenario.KEY_ALREADY_THERE : Scenario.valueOf(seen.variant().name());
		Instant expires = seen.currentAuthCertificate().notAfter();
		return new ExchangeSide(variant, seen.domain(), seen.currentAuthCertificate().thumbprint().value(), expires,
				seen.authServers().stream().map(ExchangeView.AuthServerView::name).toList(),
				seen.pushProxy().enabled());
	}

	private TenantSide tenantSide(ExchangeView seen) {
		LabTenant.Summary summary = this.tenant.summary(seen.currentAuthCertificate());
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
