package io.hybridge.lab.tenant;

import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import static io.hybridge.lab.tenant.Route.Part.DISCOVERY;

/** What anybody may ask about a domain without signing in. */
final class Discovery {

	private static final String ACS = "https://accounts.accesscontrol.windows.net";

	private static final String STS = "00000001-0000-0000-c000-000000000000";

	private final Tenant tenant;

	private final TokenKey key;

	private final Supplier<URI> address;

	private final Clock clock;

	Discovery(Tenant tenant, TokenKey key, Supplier<URI> address, Clock clock) {
		this.tenant = tenant;
		this.key = key;
		this.address = address;
		this.clock = clock;
	}

	List<Route> routes() {
		String configuration = "GET openid-configuration";
		String metadata = "GET metadata";
		return List.of(
				Route.of(configuration, DISCOVERY, "GET", "/([^/]+)/v2\\.0/\\.well-known/openid-configuration",
						(request) -> configuration(request.part(0), true)),
				Route.of(configuration, DISCOVERY, "GET", "/([^/]+)/\\.well-known/openid-configuration",
						(request) -> configuration(request.part(0), false)),
				Route.of("GET userrealm", DISCOVERY, "GET", "/common/userrealm/([^/]+)", this::realm),
				Route.of("GET userrealm", DISCOVERY, "GET", "/GetUserRealm\\.srf", this::realm),
				Route.of(metadata, DISCOVERY, "GET", "/metadata/json/1/?",
						(request) -> metadata(request.query().get("realm"))),
				Route.of(metadata, DISCOVERY, "GET", "/([^/]+)/metadata/json/1/?",
						(request) -> metadata(request.part(0))));
	}

	static StsError unknown(String realm) {
		return realm.matches("(?i)[a-z0-9-]+(\\.[a-z0-9-]+)+|[0-9a-f-]{36}") ? StsError.unknownTenant(realm)
				: StsError.malformedTenant(realm);
	}

	private Reply configuration(String realm, boolean second) {
		TenantState state = this.tenant.state();
		boolean shared = List.of("common", "organizations").contains(realm);
		if (!shared && !state.answersTo(realm)) {
			return unknown(realm).reply(this.clock.instant());
		}
		String tenantId = shared ? "{tenantid}" : state.tenantId();
		String base = this.address.get() + "/" + (shared ? realm : tenantId);
		String version = second ? "/oauth2/v2.0" : "/oauth2";
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("token_endpoint", base + version + "/token");
		body.put("token_endpoint_auth_methods_supported",
				List.of("client_secret_post", "private_key_jwt", "client_secret_basic"));
		body.put("jwks_uri", base + "/discovery" + (second ? "/v2.0" : "") + "/keys");
		body.put("response_types_supported", List.of("code", "id_token", "code id_token", "id_token token"));
		body.put("issuer", second ? "https://login.microsoftonline.com/" + tenantId + "/v2.0"
				: "https://sts.windows.net/" + tenantId + "/");
		body.put("authorization_endpoint", base + version + "/authorize");
		body.put("device_authorization_endpoint", base + version + "/devicecode");
		body.put("end_session_endpoint", base + version + "/logout");
		body.put("userinfo_endpoint", "https://graph.microsoft.com/oidc/userinfo");
		body.put("kerberos_endpoint", base + "/kerberos");
		body.put("tenant_region_scope", shared ? null : "EU");
		body.put("cloud_instance_name", "microsoftonline.com");
		body.put("cloud_graph_host_name", "graph.windows.net");
		body.put("msgraph_host", "graph.microsoft.com");
		body.put("rbac_url", "https://pas.windows.net");
		return Reply.json(200, body).header("Cache-Control", "max-age=86400, private");
	}

	private Reply realm(Request request) {
		String login = request.parts().isEmpty() ? request.query().getOrDefault("login", "") : request.part(0);
		String domain = login.substring(login.indexOf('@') + 1);
		boolean managed = this.tenant.state().verified(domain).isPresent();
		String type = managed ? "Managed" : "Unknown";
		Map<String, Object> body = new LinkedHashMap<>();
		if ("1.0".equals(request.query().get("api-version"))) {
			body.put("ver", "1.0");
			body.put("account_type", type);
			body.put("domain_name", managed ? domain : null);
			body.put("cloud_instance_name", "microsoftonline.com");
			body.put("cloud_audience_urn", "urn:federation:MicrosoftOnline");
		}
		else {
			body.put("State", 4);
			body.put("UserState", 1);
			body.put("Login", login);
			body.put("NameSpaceType", type);
			body.put("DomainName", managed ? domain : null);
			body.put("FederationBrandName", managed ? this.tenant.state().displayName() : null);
			body.put("CloudInstanceName", "microsoftonline.com");
		}
		return Reply.json(200, body);
	}

	private Reply metadata(String realm) {
		TenantState state = this.tenant.state();
		if (realm != null && !realm.isEmpty() && !state.answersTo(realm)) {
			return unknown(realm).reply(this.clock.instant());
		}
		boolean named = realm != null && !realm.isEmpty();
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("version", "1.0");
		body.put("name", "sts");
		if (named) {
			body.put("realm", state.tenantId());
			body.put("issuer", STS + "@" + state.tenantId());
			body.put("allowedAudiences", allowedAudiences(state));
		}
		String base = named ? ACS + "/" + state.tenantId() : ACS;
		body.put("endpoints",
				List.of(endpoint(base + "/tokens/OAuth/2", "OAuth2", "issuance"),
						endpoint(ACS + "/tokens/delegation/1", "DelegationIssuance1.0", "issuance"),
						endpoint(ACS + "/mgmt/delegation/1", "DelegationManagement1.0", "management")));
		body.put("keys", List.of(Map.of("usage", "signing", "keyValue", Map.of("type", "x509Certificate", "value",
				this.key.base64(), "keyInfo", Map.of("x5t", this.key.x5t())))));
		return Reply.json(200, body);
	}

	static List<String> allowedAudiences(TenantState state) {
		List<String> audiences = new ArrayList<>();
		audiences.add(STS + "/accounts.accesscontrol.windows.net@" + state.tenantId());
		state.domains()
			.stream()
			.filter(TenantState.Domain::verified)
			.map((domain) -> STS + "/accounts.accesscontrol.windows.net@" + domain.id())
			.forEach(audiences::add);
		return audiences;
	}

	private static Map<String, String> endpoint(String location, String protocol, String usage) {
		return Map.of("location", location, "protocol", protocol, "usage", usage);
	}

}
