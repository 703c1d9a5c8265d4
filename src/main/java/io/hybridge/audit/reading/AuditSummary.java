package io.hybridge.audit.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import io.hybridge.audit.AuditActor;
import io.hybridge.audit.AuditChain;
import io.hybridge.audit.AuditKind;
import io.hybridge.audit.AuditOutcome;

/**
 * A record as a list shows it: without evidence and canonical text, which can be long.
 *
 * @param id its address
 * @param chain the organization's id, or 0
 * @param number in the chain
 * @param kind what it tells of
 * @param outcome how it ended
 * @param actor who
 * @param organization its name then, or null
 * @param server or null
 * @param runId or null
 * @param pair joins attempt and result, or null
 * @param reason or ticket that the person named, or null
 * @param parameters of the sentence
 */
record AuditSummary(long id, long chain, long number, Instant at, AuditKind kind, AuditOutcome outcome,
		AuditActor actor, String organization, String server, Long runId, String pair, String reason,
		Map<String, String> parameters) {

	private static final String TOLD_APART_BY = """
			(select c.organization_domain from audit_chain c where c.chain = audit_entry.chain
			  and (c.organization_name <> audit_entry.organization_name or exists (select 1 from audit_chain n
			    where n.organization_name = audit_entry.organization_name and n.chain <> c.chain))) as told_apart_by""";

	static final String COLUMNS = "id, chain, number, happened_at, kind, outcome, actor_type, actor_id, actor_name, "
			+ "organization_name, server, run_id, pair, reason, parameters, " + TOLD_APART_BY;

	private static final TypeReference<LinkedHashMap<String, String>> TEXTS = new TypeReference<>() {
	};

	static AuditSummary read(ResultSet row, int index) throws SQLException {
		Map<String, String> parameters = JsonMapper.shared().readValue(row.getString("parameters"), TEXTS);
		return new AuditSummary(row.getLong("id"), row.getLong("chain"), row.getLong("number"),
				row.getObject("happened_at", OffsetDateTime.class).toInstant(),
				AuditKind.valueOf(row.getString("kind")), AuditOutcome.valueOf(row.getString("outcome")),
				actor(row, parameters.get(AuditActor.ROLE)), organization(row), row.getString("server"),
				row.getObject("run_id", Long.class), row.getString("pair"), row.getString("reason"), parameters);
	}

	/** The name, with the domain where another organization has or had the same name. */
	private static String organization(ResultSet row) throws SQLException {
		String name = row.getString("organization_name");
		String domain = row.getString("told_apart_by");
		return (domain != null) ? name + " (" + domain + ")" : name;
	}

	private static AuditActor actor(ResultSet row, String role) throws SQLException {
		return new AuditActor(AuditActor.Type.valueOf(row.getString("actor_type")),
				row.getObject("actor_id", Long.class), row.getString("actor_name"), role);
	}

	public AuditSentence sentence() {
		return AuditSentence.of(this.kind, this.outcome, this.actor.name(), this.organization, this.server,
				this.parameters);
	}

	public boolean ofConsole() {
		return this.chain == AuditChain.CONSOLE;
	}

	/** Whether the record tells how a run as a whole ended. */
	boolean endsRun() {
		return this.kind == AuditKind.RUN && this.outcome != AuditOutcome.ATTEMPTED && this.runId != null;
	}

	public boolean attempted() {
		return this.outcome == AuditOutcome.ATTEMPTED;
	}

	/** What joins it with its attempt or result; each record without a pair alone. */
	String pairing() {
		return (this.pair != null) ? this.chain + " " + this.pair : Long.toString(this.id);
	}

	/**
	 * Key of the word for where it happened: records of changes hold the side, and not
	 * always the name of a server.
	 */
	public String whereKey() {
		return (this.kind == AuditKind.CHANGE) ? "audit.record.where" : "audit.record.server";
	}

	/** Who said what is kept as evidence, or null. */
	public String answerer() {
		return (this.server != null) ? this.server : this.parameters.get("place");
	}

	/** Key of the word for the role, or for what kind of actor it was. */
	public String actorKey() {
		if (this.actor.role() != null) {
			return "audit.role." + this.actor.role();
		}
		return "audit.actor." + AuditSentence.key(this.actor.type());
	}

	/**
	 * Key of the status word: it tells how this ended, not how things stand since.
	 */
	public String status() {
		return switch (this.outcome) {
			case NEEDS_ATTENTION -> "needed-attention";
			case CONFLICT -> "conflicted";
			case UNKNOWN -> "unseen";
			case ATTEMPTED, DONE, ALREADY_SO, NOT_DONE, REFUSED, LEFT_TO_OPERATOR, UNCHECKED, STOPPED -> outcomeKey();
		};
	}

	public String outcomeKey() {
		return AuditSentence.key(this.outcome);
	}

}
