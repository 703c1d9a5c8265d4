package io.hybridge.audit;

import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Records an entry in the same transaction as the change it tells of: if the record
 * cannot be written, the change is not made.
 */
@Component
public class AuditLog {

	private final JdbcClient jdbc;

	private final AuditChain chain;

	private final Clock clock;

	AuditLog(JdbcClient jdbc, AuditChain chain, Clock clock) {
		this.jdbc = jdbc;
		this.chain = chain;
		this.clock = clock;
	}

	/**
	 * Appends an entry to the chain of its organization, or of the console. Holds the end
	 * of that chain until the transaction ends, so it is best called last.
	 * @return the id of the record, as in {@code /audit/{id}}
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public long append(AuditEntry entry) {
		long chain = (entry.organizationId() != null) ? entry.organizationId() : AuditChain.CONSOLE;
		long number = this.chain.next(chain, ColumnText.of(entry.organizationName(), 200));
		Map<String, Object> record = record(entry, chain, number);
		GeneratedKeyHolder id = new GeneratedKeyHolder();
		this.jdbc.sql("""
				insert into audit_entry (chain, number, happened_at, kind, outcome, actor_type, actor_id, actor_name,
					actor_folded, organization_id, organization_name, server, run_id, pair, parameters, evidence,
					canonical)
				values (:chain, :number, :happenedAt, :kind, :outcome, :actorType, :actorId, :actor, :actorFolded,
					:organizationId, :organization, :server, :runId, :pair, :parameters, :evidence, :canonical)""")
			.params(columns(record))
			.param("actorId", record.get("actorId"), Types.BIGINT)
			.param("organizationId", record.get("organizationId"), Types.BIGINT)
			.param("runId", record.get("runId"), Types.BIGINT)
			.update(id, "id");
		return id.getKey().longValue();
	}

	private Map<String, Object> record(AuditEntry entry, long chain, long number) {
		Map<String, Object> record = new LinkedHashMap<>();
		record.put("chain", chain);
		record.put("number", number);
		record.put("happenedAt", this.clock.instant().truncatedTo(ChronoUnit.MICROS));
		record.put("kind", entry.kind().name());
		record.put("outcome", entry.outcome().name());
		record.put("actorType", entry.actor().type().name());
		record.put("actorId", entry.actor().id());
		record.put("actor", ColumnText.of(String.valueOf(entry.actor().name()), 200));
		record.put("organizationId", entry.organizationId());
		record.put("organization", ColumnText.of(entry.organizationName(), 200));
		record.put("server", ColumnText.of(entry.server(), 255));
		record.put("runId", entry.runId());
		record.put("pair", ColumnText.of(entry.pair(), 100));
		record.put("parameters", ColumnText.of(entry.parameters()));
		record.put("evidence", ColumnText.of(entry.evidence()));
		return record;
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> columns(Map<String, Object> record) {
		Map<String, Object> columns = new LinkedHashMap<>(record);
		columns.put("happenedAt", ((Instant) record.get("happenedAt")).atOffset(ZoneOffset.UTC));
		columns.put("actorFolded", AuditLog.folded((String) record.get("actor")));
		columns.put("parameters", CanonicalJson.of((Map<String, String>) record.get("parameters")));
		columns.put("canonical", CanonicalJson.of(record));
		return columns;
	}

	/** How a name is compared when somebody looks for a person. */
	public static String folded(String name) {
		return ColumnText.of(name.strip().toLowerCase(Locale.ROOT), 200);
	}

}
