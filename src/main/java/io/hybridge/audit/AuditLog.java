package io.hybridge.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
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

	/** Which members a record has. */
	private static final long FORMAT = 1;

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
		AuditChain.Link link = this.chain.next(chain, ColumnText.of(entry.organizationName(), 200),
				entry.kind().namesDomain() ? entry.parameters().get("domain") : null);
		Map<String, Object> record = record(entry, chain, link);
		AuditWords words = AuditWords.of(entry, (String) record.get("address"));
		GeneratedKeyHolder id = new GeneratedKeyHolder();
		this.jdbc.sql("""
				insert into audit_entry (chain, number, happened_at, kind, outcome, actor_type, actor_id, actor_name,
					organization_id, organization_name, server, run_id, pair, reason, address, parameters, evidence,
					words, canonical, hash)
				values (:chain, :number, :happenedAt, :kind, :outcome, :actorType, :actorId, :actor,
					:organizationId, :organization, :server, :runId, :pair, :reason, :address, :parameters, :evidence,
					:words, :canonical, :hash)""")
			.params(columns(record))
			.param("words", words.text())
			.param("actorId", record.get("actorId"), Types.BIGINT)
			.param("organizationId", record.get("organizationId"), Types.BIGINT)
			.param("runId", record.get("runId"), Types.BIGINT)
			.update(id, "id");
		index(id.getKey().longValue(), words.distinct());
		return id.getKey().longValue();
	}

	/**
	 * Whether something was attempted of which no record tells how it ended.
	 * @param pair that joins its records
	 */
	public boolean open(String pair) {
		return this.jdbc.sql("select outcome from audit_entry where pair = ? order by id desc limit 1")
			.param(pair)
			.query(String.class)
			.optional()
			.map(AuditOutcome::valueOf)
			.filter((outcome) -> outcome == AuditOutcome.ATTEMPTED || outcome == AuditOutcome.UNKNOWN)
			.isPresent();
	}

	private void index(long id, List<String> words) {
		if (words.isEmpty()) {
			return;
		}
		JdbcClient.StatementSpec statement = this.jdbc.sql("insert into audit_word (word, entry) values "
				+ String.join(", ", Collections.nCopies(words.size(), "(?, ?)")));
		for (String word : words) {
			statement = statement.param(word.getBytes(StandardCharsets.UTF_8)).param(id);
		}
		statement.update();
	}

	private Map<String, Object> record(AuditEntry entry, long chain, AuditChain.Link link) {
		Map<String, Object> record = new LinkedHashMap<>();
		record.put("format", FORMAT);
		record.put("chain", chain);
		record.put("number", link.number());
		record.put("previous", link.previous());
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
		record.put("reason", ColumnText.of(entry.reason(), 200));
		record.put("address", ColumnText.of(address(entry), 64));
		record.put("parameters", ColumnText.of(parameters(entry)));
		record.put("evidence", ColumnText.of(entry.evidence()));
		return record;
	}

	/** The role is recorded beside the values; nobody looks for it, so it is no word. */
	private static Map<String, String> parameters(AuditEntry entry) {
		return (entry.actor().role() != null) ? entry.with(AuditActor.ROLE, entry.actor().role()).parameters()
				: entry.parameters();
	}

	/** What a run records later comes from the address that asked for the run. */
	private static String address(AuditEntry entry) {
		if (entry.address() != null || entry.runId() != null || entry.actor().type() == AuditActor.Type.CONSOLE) {
			return entry.address();
		}
		return RequestAddress.current();
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> columns(Map<String, Object> record) {
		Map<String, Object> columns = new LinkedHashMap<>(record);
		columns.put("happenedAt", ((Instant) record.get("happenedAt")).atOffset(ZoneOffset.UTC));
		columns.put("parameters", CanonicalJson.of((Map<String, String>) record.get("parameters")));
		String canonical = CanonicalJson.of(record);
		columns.put("canonical", canonical);
		columns.put("hash", hash(canonical));
		return columns;
	}

	private static String hash(String canonical) {
		try {
			byte[] bytes = canonical.getBytes(StandardCharsets.UTF_8);
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
