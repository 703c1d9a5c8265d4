package io.hybridge.run.change;

import java.util.Optional;

import tools.jackson.databind.json.JsonMapper;

import io.hybridge.audit.AuditEntry;
import io.hybridge.microsoft365.TenantIdentity;

/**
 * As whom a change was made in Microsoft 365, and under which of its numbers.
 *
 * @param user user principal name
 * @param objectId of that account in the tenant
 * @param tenant id of the tenant
 * @param requestId Microsoft's id of the request, empty before there was an answer
 */
record MadeAs(String user, String objectId, String tenant, String requestId) {

	private static final JsonMapper JSON = JsonMapper.shared();

	static String of(Optional<TenantIdentity> identity) {
		return identity
			.map((person) -> JSON
				.writeValueAsString(new MadeAs(person.userName(), person.objectId(), person.tenantId(), "")))
			.orElse(null);
	}

	static String answered(String kept, String requestId) {
		return read(kept)
			.map((made) -> JSON.writeValueAsString(new MadeAs(made.user(), made.objectId(), made.tenant(), requestId)))
			.orElse(null);
	}

	/** Adds what is known to a record of the change. */
	static AuditEntry tell(AuditEntry entry, String kept) {
		return read(kept).map((made) -> made.tell(entry)).orElse(entry);
	}

	private AuditEntry tell(AuditEntry entry) {
		AuditEntry told = entry.with("madeAs", this.user).with("madeAsId", this.objectId).with("tenant", this.tenant);
		return this.requestId.isEmpty() ? told : told.with("requestId", this.requestId);
	}

	private static Optional<MadeAs> read(String kept) {
		return Optional.ofNullable(kept).map((json) -> JSON.readValue(json, MadeAs.class));
	}

}
