package io.hybridge.lab.tenant.signin;

import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.hybridge.lab.LabContext;
import io.hybridge.lab.Trait;
import io.hybridge.lab.Traits;
import io.hybridge.lab.tenant.http.Reply;
import io.hybridge.lab.tenant.http.Request;
import io.hybridge.lab.tenant.http.Route;
import io.hybridge.lab.tenant.http.StsError;
import io.hybridge.lab.tenant.state.TenantState;
import io.hybridge.lab.tenant.state.TenantStore;

import static io.hybridge.lab.tenant.http.Route.Part.DISCOVERY;

/** What anybody may ask about a domain without signing in. */
public final class Discovery {

	private final TenantStore tenant;

	private final Supplier<URI> address;

	private final Clock clock;

	private final Traits traits;

	public Discovery(TenantStore tenant, Supplier<URI> address, LabContext context) {
		this.tenant = tenant;
		this.address = address;
		this.clock = context.clock();
		this.traits = context.traits();
	}

	public List<Route> routes() {
		String configuration = "GET openid-configuration";
		return List.of(
				Route.of("GET discovery/instance", DISCOVERY, "GET", "/common/discovery/instance",
						(request) -> instances()),
				Route.of(configuration, DISCOVERY, "GET", "/([^/]+)/v2\\.0/\\.well-known/openid-configuration",
						(request) -> configuration(request.part(0), true)),
				Route.of(configuration, DISCOVERY, "GET", "/([^/]+)/\\.well-known/openid-configuration",
						(request) -> configuration(request.part(0), false)),
				Route.of("GET userrealm", DISCOVERY, "GET", "/common/userrealm/([^/]+)", this::realm),
				Route.of("GET userrealm", DISCOVERY, "GET", "/GetUserRealm\\.srf", this::realm));
	}

	/** What a client asks of a host that it knows before it trusts it with a sign-in. */
	private Reply instances() {
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("tenant_discovery_endpoint",
				"https://login.microsoftonline.com/common/v2.0/.well-known/openid-configuration");
		body.put("api-version", "1.1");
		body.put("metadata", List.of(
				alias("login.microsoftonline.com", "login.windows.net", "login.windows.net", "login.microsoft.com",
						"sts.windows.net"),
				alias("login.partner.microsoftonline.cn", "login.partner.microsoftonline.cn", "login.chinacloudapi.cn"),
				alias("login.microsoftonline.us", "login.microsoftonline.us", "login.usgovcloudapi.net")));
		return Reply.json(200, body);
	}

	private static Map<String, Object> alias(String network, String cache, String... others) {
		return Map.of("preferred_network", network, "preferred_cache", cache, "aliases",
				Stream.concat(Stream.of(network), Stream.of(others)).toList());
	}

	private Reply configuration(String realm, boolean second) {
		if (this.traits.has(Trait.LOOKUP_REFUSED)) {
			return StsError.lookupRefused().reply(this.clock.instant());
		}
		TenantState state = this.tenant.state();
		Played instance = Played.of(this.traits);
		boolean shared = List.of("common", "organizations").contains(realm);
		if (!shared && !state.answersTo(realm)) {
			return StsError.unknownRealm(realm).reply(this.clock.instant());
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
		body.put("issuer", second ? "https://" + instance.signIn() + "/" + tenantId + "/v2.0"
				: "https://sts.windows.net/" + tenantId + "/");
		body.put("authorization_endpoint", base + version + "/authorize");
		body.put("device_authorization_endpoint", base + version + "/devicecode");
		body.put("end_session_endpoint", base + version + "/logout");
		body.put("userinfo_endpoint", "https://" + instance.graph() + "/oidc/userinfo");
		body.put("kerberos_endpoint", base + "/kerberos");
		body.put("tenant_region_scope", shared ? null : instance.region());
		if (!shared && !instance.level().isEmpty()) {
			body.put("tenant_region_sub_scope", instance.level());
		}
		body.put("cloud_instance_name", instance.instance());
		body.put("cloud_graph_host_name", "graph.windows.net");
		body.put("msgraph_host", instance.graph());
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
			body.put("cloud_instance_name", Played.of(this.traits).instance());
			body.put("cloud_audience_urn", "urn:federation:MicrosoftOnline");
		}
		else {
			body.put("State", 4);
			body.put("UserState", 1);
			body.put("Login", login);
			body.put("NameSpaceType", type);
			body.put("DomainName", managed ? domain : null);
			body.put("FederationBrandName", managed ? this.tenant.state().displayName() : null);
			body.put("CloudInstanceName", Played.of(this.traits).instance());
		}
		return Reply.json(200, body);
	}

}
