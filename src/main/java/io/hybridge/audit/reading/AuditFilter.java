package io.hybridge.audit.reading;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.hybridge.audit.AuditKind;
import io.hybridge.audit.AuditLog;
import io.hybridge.audit.AuditOutcome;

/**
 * Which records a person wants to see; null means any.
 *
 * @param chain an organization's id, or 0 for the console itself
 * @param person whole name, in any case of letters
 * @param kind what they tell of
 * @param outcome how it ended
 * @param from not before
 * @param until before
 */
record AuditFilter(Long chain, String person, AuditKind kind, AuditOutcome outcome, Instant from, Instant until) {

	List<String> conditions() {
		List<String> conditions = new ArrayList<>();
		parameters().keySet().forEach((name) -> conditions.add(condition(name)));
		return conditions;
	}

	private static String condition(String name) {
		return switch (name) {
			case "chain" -> "chain = :chain";
			case "person" -> "actor_folded = :person";
			case "kind" -> "kind = :kind";
			case "outcome" -> "outcome = :outcome";
			case "from" -> "happened_at >= :from";
			case "until" -> "happened_at < :until";
			default -> throw new IllegalArgumentException(name);
		};
	}

	Map<String, Object> parameters() {
		Map<String, Object> parameters = new LinkedHashMap<>();
		parameters.put("chain", this.chain);
		parameters.put("person", (this.person != null) ? AuditLog.folded(this.person) : null);
		parameters.put("kind", (this.kind != null) ? this.kind.name() : null);
		parameters.put("outcome", (this.outcome != null) ? this.outcome.name() : null);
		parameters.put("from", (this.from != null) ? this.from.atOffset(ZoneOffset.UTC) : null);
		parameters.put("until", (this.until != null) ? this.until.atOffset(ZoneOffset.UTC) : null);
		parameters.values().removeIf((value) -> value == null);
		return parameters;
	}

}
