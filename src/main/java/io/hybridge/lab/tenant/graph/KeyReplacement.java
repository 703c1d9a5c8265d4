package io.hybridge.lab.tenant.graph;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.hybridge.certificate.Certificate;
import io.hybridge.lab.LabContext;
import io.hybridge.lab.tenant.http.GraphError;
import io.hybridge.lab.tenant.http.Reply;
import io.hybridge.lab.tenant.state.TenantKey;
import io.hybridge.lab.tenant.state.TenantStore;

/**
 * Writing keys means replacing the whole list: whoever forgets an entry has removed it.
 * An entry with the bytes of one that is there is taken for that one, which cannot be
 * changed.
 */
final class KeyReplacement {

	private static final String BAD = "Request_BadRequest";

	private static final Set<String> ALLOWED = Set.of("key", "type", "usage", "startDateTime", "endDateTime");

	private final TenantStore tenant;

	private final ApplicationPolicy policy;

	private final Clock clock;

	KeyReplacement(TenantStore tenant, ApplicationPolicy policy, LabContext context) {
		this.tenant = tenant;
		this.policy = policy;
		this.clock = context.clock();
	}

	Reply replace(String body, String by) {
		synchronized (this.tenant) {
			try {
				return Reply.empty(204).about(this.tenant.replaceKeys(merged(entries(body)), by));
			}
			catch (KeyRefused ex) {
				return GraphError.of(400, ex.code(), ex.getMessage(), this.clock.instant());
			}
		}
	}

	private static JsonNode entries(String body) {
		JsonNode json = json(body);
		if (!json.isObject() || !json.propertyNames().equals(Set.of("keyCredentials"))) {
			throw new KeyRefused(BAD, "One or more property values specified are invalid.");
		}
		JsonNode keys = json.get("keyCredentials");
		if (!keys.isArray()) {
			throw new KeyRefused(BAD,
					"A value was encountered that has a type name that is incompatible with the metadata: keyCredentials is a collection.");
		}
		return keys;
	}

	private List<TenantKey> merged(JsonNode wanted) {
		List<TenantKey> before = new ArrayList<>(this.tenant.state().keys());
		List<TenantKey> after = new ArrayList<>();
		for (JsonNode entry : wanted) {
			requireKnownProperties(entry);
			Optional<TenantKey> kept = before.stream().filter((key) -> is(key, entry)).findFirst();
			kept.ifPresent((key) -> requireUnchanged(key, entry));
			kept.ifPresent(before::remove);
			after.add(kept.orElseGet(() -> this.policy.admitted(added(entry))));
		}
		return after;
	}

	private static void requireKnownProperties(JsonNode entry) {
		if (!entry.isObject() || !ALLOWED.containsAll(entry.propertyNames())) {
			String keyId = entry.path("keyId").asString("");
			throw keyId.isEmpty() ? new KeyRefused(BAD,
					"One or more property values specified are invalid. A key of a service principal that stays has key, type and usage.")
					: updated(keyId);
		}
	}

	private static boolean is(TenantKey key, JsonNode entry) {
		return key.key().equals(entry.path("key").asString("")) && key.type().equals(entry.path("type").asString(""))
				&& key.usage().equals(entry.path("usage").asString(""));
	}

	private static void requireUnchanged(TenantKey key, JsonNode entry) {
		boolean same = time(entry, "startDateTime", Instant.parse(key.startDateTime()))
			.equals(Instant.parse(key.startDateTime()))
				&& time(entry, "endDateTime", Instant.parse(key.endDateTime()))
					.equals(Instant.parse(key.endDateTime()));
		if (!same) {
			throw updated(key.keyId());
		}
	}

	private static KeyRefused updated(String keyId) {
		return new KeyRefused(BAD, "Update to existing credential with KeyId '" + keyId + "' is not allowed.");
	}

	private static TenantKey added(JsonNode entry) {
		if (!TenantKey.CERTIFICATE.equals(entry.path("type").asString(""))
				|| !TenantKey.VERIFY.equals(entry.path("usage").asString(""))) {
			throw new KeyRefused(BAD, "One or more property values specified are invalid: type, usage.");
		}
		Certificate certificate = certificate(entry);
		Instant start = time(entry, "startDateTime", certificate.notBefore());
		Instant end = time(entry, "endDateTime", certificate.notAfter());
		if (start.isBefore(certificate.notBefore())) {
			throw new KeyRefused("KeyCredentialsInvalidStartDate", "Key credential start date is invalid.");
		}
		if (end.isAfter(certificate.notAfter()) || end.isBefore(start)) {
			throw new KeyRefused("KeyCredentialsInvalidEndDate", "Key credential end date is invalid.");
		}
		return TenantKey.of(certificate, null, start, end);
	}

	private static Certificate certificate(JsonNode entry) {
		try {
			return Certificate.ofBase64(entry.path("key").asString(""));
		}
		catch (IllegalArgumentException ex) {
			throw new KeyRefused(BAD, "Key credential must have a valid certificate as its key.");
		}
	}

	private static Instant time(JsonNode entry, String name, Instant otherwise) {
		try {
			return entry.has(name) ? OffsetDateTime.parse(entry.get(name).asString("")).toInstant() : otherwise;
		}
		catch (DateTimeException ex) {
			throw new KeyRefused(BAD, "Cannot convert the literal of " + name + " to the expected type.");
		}
	}

	private static JsonNode json(String body) {
		try {
			return JsonMapper.shared().readTree(body);
		}
		catch (JacksonException ex) {
			throw new KeyRefused(BAD, "Unable to read JSON request payload.");
		}
	}

}
