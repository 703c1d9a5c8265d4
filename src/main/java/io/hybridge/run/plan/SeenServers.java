package io.hybridge.run.plan;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.hybridge.exchange.ExchangeState;
import io.hybridge.exchange.ExchangeState.ExchangeServer;
import io.hybridge.organization.OrganizationId;

/**
 * Remembers when one of our own looks saw a server first: Exchange tells only when its
 * object was made, which may be years before anybody looked.
 */
@Component
class SeenServers {

	private final JdbcClient jdbc;

	SeenServers(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Notes the servers of a look. One that is not listed any more keeps its first look.
	 * @param seen what was seen
	 * @param at when
	 * @return when each server was seen first, by its name in lower case
	 */
	Map<String, Instant> note(OrganizationId organization, ExchangeState seen, Instant at) {
		Map<String, Instant> known = known(organization);
		List<ExchangeServer> news = seen.servers()
			.stream()
			.filter((server) -> !known.containsKey(key(server)))
			.toList();
		news.forEach((server) -> note(organization, server, at));
		return news.isEmpty() ? known : known(organization);
	}

	private Map<String, Instant> known(OrganizationId organization) {
		return ServerTimes.of(this.jdbc.sql("select server, since from seen_server where organization_id = ?")
			.param(organization.value()));
	}

	/** Looks that were kept before this was remembered name their servers, too. */
	private void note(OrganizationId organization, ExchangeServer server, Instant at) {
		try {
			this.jdbc.sql("""
					insert into seen_server (organization_id, server, since)
					values (:organization, :server, coalesce((select min(taken_at) from step_snapshot
					  where organization_id = :organization and step = 'SERVERS'
					  and position(:named in content) > 0), :at))""")
				.param("organization", organization.value())
				.param("server", key(server))
				.param("named", "\"subject\":\"" + server.name() + "\"")
				.param("at", at.atOffset(ZoneOffset.UTC))
				.update();
		}
		catch (DuplicateKeyException ex) {
			// Another look at the same moment was first, which is as good.
		}
	}

	private static String key(ExchangeServer server) {
		return server.fqdn().toLowerCase(Locale.ROOT);
	}

}
