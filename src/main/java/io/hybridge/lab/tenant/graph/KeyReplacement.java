package io.hybridge.lab.tenant.graph;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.hybridge.certificate.Certificate;
import io.hybridge.lab.tenant.http.GraphError;
import io.hybridge.lab.tenant.http.Reply;
import io.hybridge.lab.tenant.state.TenantKey;
import io.hybridge.lab.tenant.state.TenantStore;

/**
 * Writing keys means replacing the whole list: whoever forgets an entry has removed it.
 */
final class KeyReplacement {

	private static final Set<String> ALLOWED = Set.of("key", "type", "usage");

	private final TenantStore tenant;

	private final Clock clock;

	KeyReplacement(TenantStore tenant, Clock clock) {
		this.tenant = tenant;
		this.clock = clock;
	}

	Reply replace(String body, String by) {
		synchronized (this.tenant) {
			try {
				List<TenantKey> keys = merged(entries(body));
				return Reply.empty(204).about(this.tenant.replaceKeys(keys, by));
			}
			catch (IllegalArgumentException ex) {
				return GraphError.of(400, "Request_BadRequest", ex.getMessage(), this.clock.instant());
			}
		}
	}

	private static List<Certificate> entries(String body) {
		JsonNode json = json(body);
		if (!json.isObject() || !json.propertyNames().equals(Set.of("keyCredentials"))) {
			throw new IllegalArgumentException("One or more property values specified are invalid.");
		}
		JsonNode keys = json.get("keyCredentials");
		if (!keys.isArray()) {
			throw new IllegalArgumentException(
					"A value was encountered that has a type name that is incompatible with the metadata: keyCredentials is a collection.");
		}
		List<Certificate> certificates = new ArrayList<>();
		keys.forEach((entry) -> certificates.add(entry(entry)));
		return certificates;
	}

	private static Certificate entry(JsonNode entry) {
		if (!entry.isObject() || !ALLOWED.containsAll(entry.propertyNames())) {
			String keyId = entry.path("keyId").asString("");
			throw new IllegalArgumentException(keyId.isEmpty()
					? "One or more property values specified are invalid. A key of a service principal has key, type and usage."
					: "Update to existing credential with KeyId '" + keyId + "' is not allowed.");
		}
		if (!"AsymmetricX509Cert".equals(entry.path("type").asString(""))
				|| !"Verify".equals(entry.path("usage").asString(""))) {
			throw new IllegalArgumentException("One or more property values specified are invalid: type, usage.");
		}
		try {
			return Certificate.ofBase64(entry.path("key").asString(""));
		}
		catch (IllegalArgumentException ex) {
			throw new IllegalArgumentException("Key credential must have a valid certificate as its key.", ex);
		}
	}

	private List<TenantKey> merged(List<Certificate> wanted) {
		List<TenantKey> before = new ArrayList<>(this.tenant.state().keys());
		List<TenantKey> after = new ArrayList<>();
		for (Certificate certificate : wanted) {
			Optional<TenantKey> kept = before.stream()
				.filter((key) -> key.certificate().equals(certificate))
				.findFirst();
			kept.ifPresent(before::remove);
			after.add(kept.orElseGet(() -> TenantKey.of(certificate, null)));
		}
		return after;
	}

	private static JsonNode json(String body) {
		try {
			return JsonMapper.shared().readTree(body);
		}
		catch (JacksonException ex) {
			throw new IllegalArgumentException("Unable to read JSON request payload.", ex);
		}
	}

}
