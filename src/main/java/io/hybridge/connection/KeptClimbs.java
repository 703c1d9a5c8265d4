package io.hybridge.connection;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

import io.hybridge.exchange.ladder.Climbed;
import io.hybridge.exchange.ladder.LadderReading;
import io.hybridge.organization.Organization;
import io.hybridge.organization.OrganizationId;

/** Keeps what the last climb to each server came to. */
@Component
class KeptClimbs {

	private static final JsonMapper JSON = JsonMapper.shared();

	/** Longer than any takes: one that is still under way then was lost with its job. */
	private static final Duration LONGEST = Duration.ofMinutes(15);

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	KeptClimbs(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
		this.jdbc = jdbc;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Notes that a climb was asked for.
	 * @return false when one is under way already
	 */
	@Transactional
	boolean begin(OrganizationId organization, String server, boolean signsIn) {
		if (of(organization, server).filter(KeptClimb::underWay).isPresent()) {
			return false;
		}
		delete(organization, server);
		this.jdbc.sql("""
				insert into connection_climb (organization_id, server, asked_at, signs_in, reading)
				values (?, ?, ?, ?, null)""")
			.params(organization.value(), server, this.clock.instant().atOffset(ZoneOffset.UTC), signsIn)
			.update();
		return true;
	}

	/** Keeps what it came to; nothing where the link was changed meanwhile. */
	@Transactional
	void end(OrganizationId organization, KeptClimb asked, LadderReading reading) {
		int kept = this.jdbc
			.sql("update connection_climb set reading = ? where organization_id = ? and server = ? and asked_at = ?")
			.params(JSON.writeValueAsString(reading), organization.value(), asked.server(),
					asked.askedAt().atOffset(ZoneOffset.UTC))
			.update();
		if (kept > 0) {
			this.events.publishEvent(new Climbed(organization, asked.server(), reading));
		}
	}

	Optional<KeptClimb> of(OrganizationId organization, String server) {
		return Optional.ofNullable(of(organization).get(server));
	}

	/** By server. */
	Map<String, KeptClimb> of(OrganizationId organization) {
		List<Row> rows = this.jdbc
			.sql("select server, asked_at, signs_in, reading from connection_climb where organization_id = ?")
			.param(organization.value())
			.query(Row.class)
			.list();
		Map<String, KeptClimb> tests = new LinkedHashMap<>();
		rows.stream()
			.filter((row) -> row.reading() != null || !isLost(row))
			.forEach((row) -> tests.put(row.server(), new KeptClimb(row.server(), row.askedAt(), row.signsIn(),
					(row.reading() != null) ? JSON.readValue(row.reading(), LadderReading.class) : null)));
		return tests;
	}

	private boolean isLost(Row row) {
		return row.askedAt().plus(LONGEST).isBefore(this.clock.instant());
	}

	/** The link is another one, so that nothing is known of it. */
	void forget(OrganizationId organization, String server) {
		delete(organization, server);
		this.events.publishEvent(new Climbed(organization, server, null));
	}

	private void delete(OrganizationId organization, String server) {
		this.jdbc.sql("delete from connection_climb where organization_id = ? and server = ?")
			.params(organization.value(), server)
			.update();
	}

	@EventListener
	void removed(Organization.Removed removed) {
		this.jdbc.sql("delete from connection_climb where organization_id = ?")
			.param(removed.organization().value())
			.update();
	}

	/**
	 * The last climb to a server.
	 *
	 * @param server its name
	 * @param askedAt when it was asked for
	 * @param signsIn whether it goes on above the sign-in
	 * @param reading what it came to, or null while it is under way
	 */
	record KeptClimb(String server, Instant askedAt, boolean signsIn, LadderReading reading) {

		boolean underWay() {
			return this.reading == null;
		}

	}

	record Row(String server, Instant askedAt, boolean signsIn, String reading) {
	}

}
