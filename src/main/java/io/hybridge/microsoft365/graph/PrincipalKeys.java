package io.hybridge.microsoft365.graph;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

import io.hybridge.certificate.Certificate;
import io.hybridge.microsoft365.TenantReading.TenantKey;
import io.hybridge.microsoft365.http.GraphJson;

/**
 * All keys of a principal as they were just read, and the list that must be sent back to
 * add or remove one. Writing replaces the whole list, so whatever is missing here would
 * be gone.
 *
 * @param entries in the order in which they came
 */
record PrincipalKeys(List<TenantKey> entries) {

	/** Of an entry that stays, a principal takes these properties and no others. */
	private static final List<String> SENT = List.of("key", "type", "usage");

	static PrincipalKeys of(List<JsonNode> keyCredentials) {
		return new PrincipalKeys(keyCredentials.stream().map(PrincipalKeys::read).toList());
	}

	/** Whether every entry can be sent back without losing anything. */
	boolean complete() {
		return this.entries.stream().allMatch((key) -> key.raw().keySet().containsAll(SENT));
	}

	/**
	 * The list with a new entry, which alone says when it begins and ends: left to itself
	 * the service chose one year for some.
	 */
	List<Map<String, String>> with(Certificate added, Instant start, Instant end) {
		Map<String, String> entry = new LinkedHashMap<>();
		entry.put("key", added.base64());
		entry.put("type", "AsymmetricX509Cert");
		entry.put("usage", "Verify");
		entry.put("startDateTime", start.toString());
		entry.put("endDateTime", end.toString());
		return Stream.concat(this.entries.stream().map(PrincipalKeys::unchanged), Stream.of(entry)).toList();
	}

	List<Map<String, String>> without(String sha256) {
		return unchanged((key) -> !key.isOf(sha256));
	}

	List<Map<String, String>> withOnly(TenantKey kept, String sha256) {
		return unchanged((key) -> key == kept || !key.isOf(sha256));
	}

	private List<Map<String, String>> unchanged(Predicate<TenantKey> stays) {
		return this.entries.stream().filter(stays).map(PrincipalKeys::unchanged).toList();
	}

	private static Map<String, String> unchanged(TenantKey key) {
		Map<String, String> entry = new LinkedHashMap<>();
		SENT.forEach((property) -> entry.put(property, key.raw().get(property)));
		return entry;
	}

	private static TenantKey read(JsonNode entry) {
		Map<String, String> raw = new LinkedHashMap<>();
		entry.properties().forEach((property) -> {
			if (!property.getValue().isNull()) {
				raw.put(property.getKey(), property.getValue().isString() ? property.getValue().stringValue()
						: property.getValue().toString());
			}
		});
		Optional<Certificate> certificate = certificate(raw.get("key"));
		return new TenantKey(GraphJson.orEmpty(raw.get("keyId")), GraphJson.orEmpty(raw.get("displayName")),
				time(raw.get("startDateTime")).or(() -> certificate.map(Certificate::notBefore)).orElse(null),
				time(raw.get("endDateTime")).or(() -> certificate.map(Certificate::notAfter)).orElse(null), certificate,
				raw);
	}

	private static Optional<Certificate> certificate(String base64) {
		try {
			return Optional.ofNullable(base64).map(Certificate::ofBase64);
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	private static Optional<Instant> time(String text) {
		try {
			return Optional.ofNullable(text).map(OffsetDateTime::parse).map(OffsetDateTime::toInstant);
		}
		catch (DateTimeException ex) {
			return Optional.empty();
		}
	}

}
