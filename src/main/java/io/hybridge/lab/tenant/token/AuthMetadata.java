package io.hybridge.lab.tenant.token;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.hybridge.lab.tenant.http.Reply;
import io.hybridge.lab.tenant.http.Route;
import io.hybridge.lab.tenant.http.StsError;
import io.hybridge.lab.tenant.state.TenantState;
import io.hybridge.lab.tenant.state.TenantStore;

import static io.hybridge.lab.tenant.http.Route.Part.DISCOVERY;

/** The document from which Exchange learns whom to trust and where tokens are issued. */
public final class AuthMetadata {

	private static final String ACS = "https://accounts.accesscontrol.windows.net";

	private static final String STS = "00000001-0000-0000-c000-000000000000";

	private static final String OPERATION = "GET metadata";

	private final TenantStore tenant;

	private final TokenKey key;

	private final Clock clock;

	public AuthMetadata(TenantStore tenant, TokenKey key, Clock clock) {
		this.tenant = tenant;
		this.key = key;
		this.clock = clock;
	}

	public List<Route> routes() {
		return List.of(
				Route.of(OPERATION, DISCOVERY, "GET", "/metadata/json/1/?",
						(request) -> metadata(request.query().get("realm"))),
				Route.of(OPERATION, DISCOVERY, "GET", "/([^/]+)/metadata/json/1/?",
						(request) -> metadata(request.part(0))),
				Route.of("GET signing keys", DISCOVERY, "GET", "/([^/]+)/discovery/v2\\.0/keys", (request) -> keys()));
	}

	/** The keys with which tokens for people are signed. */
	private Reply keys() {
		return Reply.json(200, Map.of("keys", List.of(this.key.published())));
	}

	private Reply metadata(String realm) {
		TenantState state = this.tenant.state();
		if (realm != null && !realm.isEmpty() && !state.answersTo(realm)) {
			return StsError.unknownRealm(realm).reply(this.clock.instant());
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
