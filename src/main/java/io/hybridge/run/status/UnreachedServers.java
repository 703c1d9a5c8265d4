package io.hybridge.run.status;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.hybridge.exchange.ExchangeState;
import io.hybridge.exchange.ExchangeState.ServerReading;
import io.hybridge.exchange.ladder.Climbed;
import io.hybridge.organization.OrganizationId;
import io.hybridge.step.observation.Observation;
import io.hybridge.step.observation.Reading;

/**
 * Which servers of real organizations could not be asked when somebody tried last, be it
 * a look or a climb of the ladder, and why.
 */
@Component
class UnreachedServers {

	private final JdbcClient jdbc;

	UnreachedServers(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The first of them by name. */
	Optional<Unreached> first(OrganizationId organization) {
		return this.jdbc
			.sql("select server, failure from unreached_server where organization_id = ? order by server limit 1")
			.param(organization.value())
			.query((row, number) -> new Unreached(row.getString("server"), row.getString("failure")))
			.optional();
	}

	/** Every server that a look names answered, but for those that it says did not. */
	void keep(OrganizationId organization, Observation seen) {
		switch (seen.exchange()) {
			case Reading.NotSeen<ExchangeState>(var failure) ->
				keep(organization, failure.subject(), failure.code(), seen.takenAt());
			case Reading.Seen<ExchangeState>(var exchange) -> {
				this.jdbc.sql("delete from unreached_server where organization_id = ?")
					.param(organization.value())
					.update();
				failures(exchange).forEach((server, code) -> keep(organization, server, code, seen.takenAt()));
			}
			default -> {
			}
		}
	}

	private static Map<String, String> failures(ExchangeState exchange) {
		Map<String, String> failures = new HashMap<>();
		exchange.readings().forEach((server, reading) -> {
			if (reading instanceof ServerReading.Unreached(var failure)) {
				failures.put(server, failure.code());
			}
		});
		return failures;
	}

	/**
	 * Keeps what a climb came to.
	 * @return whether that is another thing than before
	 */
	boolean keep(Climbed climbed) {
		return climbed.broken()
			.map((broken) -> keep(climbed.organization(), climbed.server(), broken.failure(), climbed.reading().at()))
			.orElseGet(() -> forget(climbed.organization(), climbed.server()));
	}

	private boolean keep(OrganizationId organization, String server, String failure, Instant at) {
		forget(organization, server);
		return this.jdbc.sql("""
				insert into unreached_server (organization_id, server, failure, seen_at)
				select id, ?, ?, ? from organization where id = ? and environment = 'LIVE'""")
			.params(server, failure, at.atOffset(ZoneOffset.UTC), organization.value())
			.update() > 0;
	}

	private boolean forget(OrganizationId organization, String server) {
		return this.jdbc.sql("delete from unreached_server where organization_id = ? and server = ?")
			.params(organization.value(), server)
			.update() > 0;
	}

}
