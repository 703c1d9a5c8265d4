package io.hybridge.run.plan;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.hybridge.certificate.Thumbprint;
import io.hybridge.exchange.ExchangeState;
import io.hybridge.exchange.ExchangeState.ExchangeServer;
import io.hybridge.exchange.ExchangeState.ServerCertificate;
import io.hybridge.organization.OrganizationId;
import io.hybridge.step.observation.CertificateStores;

/**
 * Remembers since when our looks miss the certificate that signs on a server: Exchange
 * tells only when the auth configuration was changed last, whatever that was.
 */
@Component
class MissedCertificates {

	private final JdbcClient jdbc;

	MissedCertificates(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Notes what a look saw. A server that did not answer neither has it nor lacks it.
	 * @param seen what was seen
	 * @param at when
	 * @return since when each server is known to lack it, by its name in lower case
	 */
	Map<String, Instant> note(OrganizationId organization, ExchangeState seen, Instant at) {
		return seen.authConfiguration()
			.current()
			.map((current) -> note(organization, seen, current, at))
			.orElseGet(Map::of);
	}

	private Map<String, Instant> note(OrganizationId organization, ExchangeState seen, Thumbprint current, Instant at) {
		this.jdbc.sql("delete from missed_certificate where organization_id = ? and thumbprint <> ?")
			.params(organization.value(), current.value())
			.update();
		seen.servers()
			.stream()
			.filter(ExchangeServer::handsOnNotifications)
			.map((server) -> server.fqdn().toLowerCase(Locale.ROOT))
			.forEach((server) -> CertificateStores.on(seen, server)
				.ifPresent((store) -> note(organization, server, current, store, at)));
		return ServerTimes.of(this.jdbc.sql("select server, since from missed_certificate where organization_id = ?")
			.param(organization.value()));
	}

	private void note(OrganizationId organization, String server, Thumbprint current, List<ServerCertificate> store,
			Instant at) {
		if (store.stream().anyMatch((stored) -> stored.certificate().thumbprint().equals(current))) {
			this.jdbc.sql("delete from missed_certificate where organization_id = ? and server = ?")
				.params(organization.value(), server)
				.update();
			return;
		}
		try {
			this.jdbc.sql("""
					insert into missed_certificate (organization_id, server, thumbprint, since)
					select ?, ?, ?, ? where not exists
					  (select 1 from missed_certificate where organization_id = ? and server = ?)""")
				.params(organization.value(), server, current.value(), at.atOffset(ZoneOffset.UTC),
						organization.value(), server)
				.update();
		}
		catch (DuplicateKeyException ex) {
			// Another look at the same moment was first, which is as good.
		}
	}

}
