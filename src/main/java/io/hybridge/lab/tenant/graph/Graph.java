package io.hybridge.lab.tenant.graph;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;

import io.hybridge.lab.LabContext;
import io.hybridge.lab.Trait;
import io.hybridge.lab.Traits;
import io.hybridge.lab.tenant.http.GraphError;
import io.hybridge.lab.tenant.http.Reply;
import io.hybridge.lab.tenant.http.Request;
import io.hybridge.lab.tenant.http.Route;
import io.hybridge.lab.tenant.signin.UserTokens;
import io.hybridge.lab.tenant.state.TenantState;
import io.hybridge.lab.tenant.state.TenantState.Principal;
import io.hybridge.lab.tenant.state.TenantStore;

import static io.hybridge.lab.tenant.http.Route.Part.GRAPH;

/** The few calls of Microsoft Graph that the way to push notifications needs. */
public final class Graph {

	private static final String APPLICATIONS = "Application.Read.All";

	private final TenantStore tenant;

	private final UserTokens tokens;

	private final SignedInPerson people;

	private final ApplicationPolicy policy;

	private final KeyReplacement keyWriting;

	private final Clock clock;

	private final Traits traits;

	public Graph(TenantStore tenant, UserTokens tokens, LabContext context) {
		this.tenant = tenant;
		this.tokens = tokens;
		this.people = new SignedInPerson(context);
		this.policy = new ApplicationPolicy(context);
		this.keyWriting = new KeyReplacement(tenant, this.policy, context);
		this.clock = context.clock();
		this.traits = context.traits();
	}

	public List<Route> routes() {
		String byId = "/v1\\.0/servicePrincipals/([0-9a-fA-F-]{36})";
		String byAppId = "/v1\\.0/servicePrincipals\\(appId='([^']*)'\\)";
		return List.of(
				route("GET organization", "GET", "/v1\\.0/organization",
						reading("Organization.Read.All", this::organization)),
				route("GET domains", "GET", "/v1\\.0/domains", reading("Domain.Read.All", this::domains)),
				route("GET me", "GET", "/v1\\.0/me", delegated(this.people::me)),
				route("GET memberOf", "GET", "/v1\\.0/me/memberOf",
						delegated((request, person) -> this.people.memberOf(person))),
				route("GET transitiveMemberOf", "GET", "/v1\\.0/me/transitiveMemberOf",
						delegated((request, person) -> this.people.transitiveMemberOf(person))),
				route("GET policy", "GET", "/v1\\.0/policies/defaultAppManagementPolicy",
						(request, caller) -> this.policy.show()),
				route("GET servicePrincipals", "GET", "/v1\\.0/servicePrincipals",
						reading(APPLICATIONS, this::principals)),
				route("GET servicePrincipal", "GET", byAppId,
						reading(APPLICATIONS, (request, caller) -> principal(request, Principal::appId))),
				route("GET servicePrincipal", "GET", byId,
						reading(APPLICATIONS, (request, caller) -> principal(request, Principal::id))),
				route("PATCH servicePrincipal", "PATCH", byAppId,
						(request, caller) -> patch(request, caller, Principal::appId)),
				route("PATCH servicePrincipal", "PATCH", byId,
						(request, caller) -> patch(request, caller, Principal::id)));
	}

	private Route route(String operation, String method, String pattern,
			BiFunction<Request, UserTokens.Caller, Reply> answer) {
		return Route.of(operation, GRAPH, method, pattern, (request) -> {
			Instant now = this.clock.instant();
			try {
				Reply reply = answer.apply(request, this.tokens.caller(request, now));
				return reply.headers().containsKey("request-id") ? reply
						: reply.header("request-id", UUID.randomUUID().toString());
			}
			catch (UserTokens.InvalidToken ex) {
				return GraphError.of(401, "InvalidAuthenticationToken", ex.getMessage(), now)
					.header("WWW-Authenticate",
							"Bearer realm=\"\", authorization_uri=\"https://login.microsoftonline.com/common/oauth2/authorize\", client_id=\"00000003-0000-0000-c000-000000000000\"");
			}
		});
	}

	private BiFunction<Request, UserTokens.Caller, Reply> reading(String permission,
			BiFunction<Request, UserTokens.Caller, Reply> answer) {
		return (request, caller) -> caller.mayRead(permission) ? answer.apply(request, caller)
				: GraphError.accessDenied(this.clock.instant());
	}

	/** What an application that is nobody cannot be told. */
	private BiFunction<Request, UserTokens.Caller, Reply> delegated(
			BiFunction<Request, TenantState.Person, Reply> answer) {
		return (request, caller) -> caller.person()
			.map((person) -> answer.apply(request, person))
			.orElseGet(() -> GraphError.of(400, "BadRequest",
					"/me request is only valid with delegated authentication flow.", this.clock.instant()));
	}

	private Reply organization(Request request, UserTokens.Caller caller) {
		TenantState state = this.tenant.state();
		Map<String, Object> organization = new LinkedHashMap<>();
		organization.put("id", state.tenantId());
		organization.put("displayName", state.displayName());
		organization.put("tenantType", "AAD");
		organization.put("verifiedDomains",
				state.domains()
					.stream()
					.filter(TenantState.Domain::verified)
					.map((domain) -> Map.of("name", domain.id(), "type", "Managed", "isDefault", domain.standard(),
							"isInitial", domain.initial(), "capabilities", "Email, OfficeCommunicationsOnline"))
					.toList());
		organization.put("assignedPlans",
				state.plans()
					.stream()
					.map((plan) -> Map.of("service", plan.service(), "servicePlanId", plan.servicePlanId(),
							"capabilityStatus", plan.capabilityStatus(), "assignedDateTime", "2026-01-12T08:30:00Z"))
					.toList());
		return Selection.list("organization", List.of(Selection.of(request).from(organization)));
	}

	private Reply domains(Request request, UserTokens.Caller caller) {
		return Selection.list("domains", this.tenant.state().domains().stream().map((domain) -> {
			Map<String, Object> shown = new LinkedHashMap<>();
			shown.put("id", domain.id());
			shown.put("authenticationType", "Managed");
			shown.put("isAdminManaged", true);
			shown.put("isDefault", domain.standard());
			shown.put("isInitial", domain.initial());
			shown.put("isRoot", true);
			shown.put("isVerified", domain.verified());
			shown.put("supportedServices",
					domain.verified() ? List.of("Email", "OfficeCommunicationsOnline") : List.of());
			return Selection.of(request).from(shown);
		}).toList());
	}

	private Reply principals(Request request, UserTokens.Caller caller) {
		Principal principal = this.tenant.state().principal();
		boolean wanted = request.query()
			.getOrDefault("$filter", "appId eq '" + principal.appId() + "'")
			.equals("appId eq '" + principal.appId() + "'");
		return Selection.list("servicePrincipals",
				wanted ? List.of(Selection.of(request).from(shown(principal, false))) : List.of());
	}

	private Reply principal(Request request, Function<Principal, String> name) {
		Principal principal = this.tenant.state().principal();
		if (!name.apply(principal).equalsIgnoreCase(request.part(0))) {
			return GraphError.absent(request.part(0), this.clock.instant());
		}
		// Only one object, and only when its keys are asked for by name, comes with
		// bytes.
		boolean bytes = Selection.of(request).names("keyCredentials");
		Map<String, Object> shown = new LinkedHashMap<>();
		shown.put("@odata.context", "https://graph.microsoft.com/v1.0/$metadata#servicePrincipals/$entity");
		shown.putAll(shown(principal, bytes));
		return Reply.json(200, Selection.of(request).from(shown));
	}

	private Reply patch(Request request, UserTokens.Caller caller, Function<Principal, String> name) {
		if (!name.apply(this.tenant.state().principal()).equalsIgnoreCase(request.part(0))) {
			return GraphError.absent(request.part(0), this.clock.instant());
		}
		if (this.traits.has(Trait.CLAIMS_CHALLENGE) && !caller.contexts().contains("c1")) {
			return GraphError.insufficientClaims(this.clock.instant());
		}
		if (this.traits.has(Trait.QUOTA_USED_UP)) {
			return GraphError.of(403, "Directory_QuotaExceeded",
					"The directory object quota limit for the Tenant has been exceeded.", this.clock.instant());
		}
		return caller.mayWriteKeys()
				? this.keyWriting.replace(request.body(), caller.person().orElseThrow().userPrincipalName())
				: GraphError.accessDenied(this.clock.instant());
	}

	private Map<String, Object> shown(Principal principal, boolean bytes) {
		Map<String, Object> shown = new LinkedHashMap<>();
		shown.put("id", principal.id());
		shown.put("accountEnabled", true);
		shown.put("appId", principal.appId());
		shown.put("displayName", principal.displayName());
		shown.put("servicePrincipalType", "Application");
		shown.put("keyCredentials", this.tenant.state().keys().stream().map((key) -> key.shown(bytes)).toList());
		shown.put("passwordCredentials", List.of());
		return shown;
	}

}
