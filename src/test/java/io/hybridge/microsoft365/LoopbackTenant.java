package io.hybridge.microsoft365;

import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import tools.jackson.databind.JsonNode;

import io.hybridge.microsoft365.LoopbackCloud.Asked;
import io.hybridge.microsoft365.LoopbackCloud.Reply;
import io.hybridge.microsoft365.http.GraphJson;

/**
 * A tenant's answers as recorded, and a principal whose list of keys a PATCH replaces.
 */
public final class LoopbackTenant {

	public static final String ID = "3f2a6a44-0d6c-4b1c-9d86-5a0d5b0e9c01";

	public static final String PRINCIPAL = "GET /v1.0/servicePrincipals(appId='00000002-0000-0ff1-ce00-000000000000')";

	public static final String PATCH = "PATCH /v1.0/servicePrincipals/8a3c5d1e-1111-4222-8333-444455556666";

	final List<Map<String, Object>> keys = new ArrayList<>();

	private final LoopbackCloud cloud;

	public LoopbackTenant(LoopbackCloud cloud) {
		this.cloud = cloud;
	}

	public LoopbackTenant answering() {
		this.cloud.on("GET /v1.0/organization", Reply.json(200, """
				{"value":[{"id":"%s","displayName":"Fabrikam","verifiedDomains":[{"name":"fabrikam.com"}],
				"assignedPlans":[{"service":"exchange","capabilityStatus":"Enabled","servicePlanId":"x"},
				{"service":"SomethingNew","capabilityStatus":"Brewing"},null]}]}""".formatted(ID)));
		this.cloud.on("GET /v1.0/domains", Reply.json(200, """
				{"value":[{"id":"Fabrikam.com","isVerified":true,"isDefault":true,"isInitial":null}],
				"@odata.nextLink":"%s/v1.0/more?$skiptoken=x"}""".formatted(this.cloud.address())));
		this.cloud.on("GET /v1.0/more",
				Reply.json(200,
						"{\"value\":[{\"id\":\"fabrikam.onmicrosoft.com\",\"isVerified\":true,\"isInitial\":true},"
								+ "{\"id\":\"bücher.example\",\"isVerified\":false}]}"));
		this.cloud.on("GET /v1.0/me", Reply.json(200, "{\"id\":\"1\",\"userPrincipalName\":\"admin@fabrikam.com\"}"));
		roles("9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3");
		principal();
		return this;
	}

	void roles(String template) {
		this.cloud.on("GET /v1.0/me/transitiveMemberOf", Reply.json(200, """
				{"value":[{"@odata.type":"#microsoft.graph.group","displayName":"Everybody","roleTemplateId":"%s"},
				{"@odata.type":"#microsoft.graph.directoryRole","displayName":"Anwendungsadministrator",
				"roleTemplateId":"%s"}]}""".formatted("62e90394-69f5-4237-9190-012177145e10", template)));
	}

	public LoopbackTenant principal() {
		this.cloud.on(PRINCIPAL,
				(asked) -> Reply.json(200,
						GraphJson.JSON.writeValueAsString(Map.of("id", "8a3c5d1e-1111-4222-8333-444455556666", "appId",
								"00000002-0000-0ff1-ce00-000000000000", "displayName", "Office 365 Exchange Online",
								"keyCredentials", List.copyOf(this.keys)))));
		return this;
	}

	public LoopbackTenant writable() {
		this.cloud.on(PATCH, this::replace);
		return this;
	}

	public void holds(byte[] der) {
		this.keys.add(entry((der != null) ? Base64.getEncoder().encodeToString(der) : null));
	}

	/** The newest entry, as the service would have it. */
	public Map<String, Object> last() {
		return this.keys.getLast();
	}

	private static Map<String, Object> entry(String key) {
		Map<String, Object> entry = new LinkedHashMap<>();
		entry.put("customKeyIdentifier", "0102");
		entry.put("displayName", null);
		entry.put("endDateTime", "2027-01-01T00:00:00Z");
		entry.put("key", key);
		entry.put("keyId", UUID.randomUUID().toString());
		entry.put("startDateTime", "2025-01-01T00:00:00Z");
		entry.put("type", "AsymmetricX509Cert");
		entry.put("usage", "Verify");
		return entry;
	}

	/** The bytes of all keys, in order. */
	public List<String> bytes() {
		return this.keys.stream().map((key) -> (String) key.get("key")).toList();
	}

	/**
	 * What was there stays as it was; what is new says itself when it begins and ends.
	 */
	private static Map<String, Object> entry(JsonNode sent, List<Map<String, Object>> before) {
		return before.stream()
			.filter((entry) -> sent.get("key").stringValue().equals(entry.get("key")))
			.filter((entry) -> !sent.has("endDateTime"))
			.findFirst()
			.orElseGet(() -> {
				Map<String, Object> entry = entry(sent.get("key").stringValue());
				List.of("type", "usage", "startDateTime", "endDateTime")
					.forEach((name) -> entry.put(name, sent.get(name).stringValue()));
				return entry;
			});
	}

	private Reply replace(Asked asked) {
		JsonNode list = GraphJson.JSON.readTree(asked.body()).get("keyCredentials");
		if (!list.isArray()) {
			return Reply.json(400, "{\"error\":{\"code\":\"Request_BadRequest\",\"message\":\"Not a collection\"}}");
		}
		List<Map<String, Object>> before = List.copyOf(this.keys);
		this.keys.clear();
		list.forEach((sent) -> this.keys.add(entry(sent, before)));
		return Reply.none(204);
	}

}
