package io.hybridge.audit;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One thing to be recorded. Built with {@link #of} and the methods that follow it.
 *
 * @param kind what it tells of
 * @param outcome how it ended
 * @param actor who acted
 * @param organizationId the organization concerned, or null for the console itself
 * @param organizationName its name when it happened, or null
 * @param server the server concerned, or null
 * @param runId the run it belongs to, or null
 * @param pair joins "attempted" and "result" of the same action, or null
 * @param reason or ticket that the person named, or null
 * @param address the person's request came from, or null for that of the request that is
 * being answered
 * @param parameters typed values of the sentence, in order; never a secret
 * @param evidence what the remote side said word for word, or null; never a secret
 */
public record AuditEntry(AuditKind kind, AuditOutcome outcome, AuditActor actor, Long organizationId,
		String organizationName, String server, Long runId, String pair, String reason, String address,
		Map<String, String> parameters, String evidence) {

	public AuditEntry {
		parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
	}

	public static AuditEntry of(AuditKind kind, AuditOutcome outcome, AuditActor actor) {
		return new AuditEntry(kind, outcome, actor, null, null, null, null, null, null, null, Map.of(), null);
	}

	public AuditEntry about(long organizationId, String organizationName) {
		return new AuditEntry(this.kind, this.outcome, this.actor, organizationId, organizationName, this.server,
				this.runId, this.pair, this.reason, this.address, this.parameters, this.evidence);
	}

	public AuditEntry on(String server) {
		return new AuditEntry(this.kind, this.outcome, this.actor, this.organizationId, this.organizationName, server,
				this.runId, this.pair, this.reason, this.address, this.parameters, this.evidence);
	}

	public AuditEntry in(long runId) {
		return new AuditEntry(this.kind, this.outcome, this.actor, this.organizationId, this.organizationName,
				this.server, runId, this.pair, this.reason, this.address, this.parameters, this.evidence);
	}

	public AuditEntry paired(String pair) {
		return new AuditEntry(this.kind, this.outcome, this.actor, this.organizationId, this.organizationName,
				this.server, this.runId, pair, this.reason, this.address, this.parameters, this.evidence);
	}

	public AuditEntry because(String reason) {
		return new AuditEntry(this.kind, this.outcome, this.actor, this.organizationId, this.organizationName,
				this.server, this.runId, this.pair, reason, this.address, this.parameters, this.evidence);
	}

	public AuditEntry from(String address) {
		return new AuditEntry(this.kind, this.outcome, this.actor, this.organizationId, this.organizationName,
				this.server, this.runId, this.pair, this.reason, address, this.parameters, this.evidence);
	}

	public AuditEntry with(String parameter, String value) {
		Map<String, String> more = new LinkedHashMap<>(this.parameters);
		more.put(parameter, value);
		return new AuditEntry(this.kind, this.outcome, this.actor, this.organizationId, this.organizationName,
				this.server, this.runId, this.pair, this.reason, this.address, more, this.evidence);
	}

	public AuditEntry seen(String evidence) {
		return new AuditEntry(this.kind, this.outcome, this.actor, this.organizationId, this.organizationName,
				this.server, this.runId, this.pair, this.reason, this.address, this.parameters, evidence);
	}

}
