package io.hybridge.microsoft365.graph;

import java.net.IDN;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

import tools.jackson.databind.JsonNode;

import io.hybridge.certificate.Certificate;
import io.hybridge.microsoft365.Cloud;
import io.hybridge.microsoft365.KeyPolicy;
import io.hybridge.microsoft365.Microsoft365;
import io.hybridge.microsoft365.TenantAnswer;
import io.hybridge.microsoft365.TenantDiscovery;
import io.hybridge.microsoft365.TenantIdentity;
import io.hybridge.microsoft365.TenantReading;
import io.hybridge.microsoft365.http.GraphJson;
import io.hybridge.microsoft365.http.RemoteAnswer;
import io.hybridge.remote.RemoteFailure;

/** Microsoft 365 as seen and changed through Microsoft Graph. */
class GraphMicrosoft365 implements Microsoft365 {

	private static final String PRINCIPAL = "/servicePrincipals(appId='" + EXCHANGE_ONLINE + "')";

	// The bytes of a key come only with a single object and when they are asked for.
	private static final String PRINCIPAL_FIELDS = "id,appId,displayName,keyCredentials";

	private final Cloud cloud;

	private final Supplier<TenantDiscovery> discovery;

	private final Supplier<Optional<GraphClient>> signedIn;

	private final Supplier<Optional<TenantIdentity>> identity;

	private final Supplier<Optional<UnattendedGraph>> unattended;

	private final Clock clock;

	private final Runnable leave;

	GraphMicrosoft365(Cloud cloud, Supplier<TenantDiscovery> discovery, Supplier<Optional<GraphClient>> signedIn,
			Supplier<Optional<TenantIdentity>> identity, Supplier<Optional<UnattendedGraph>> unattended, Clock clock) {
		this(cloud, discovery, signedIn, identity, unattended, clock, () -> {
		});
	}

	private GraphMicrosoft365(Cloud cloud, Supplier<TenantDiscovery> discovery,
			Supplier<Optional<GraphClient>> signedIn, Supplier<Optional<TenantIdentity>> identity,
			Supplier<Optional<UnattendedGraph>> unattended, Clock clock, Runnable leave) {
		this.cloud = cloud;
		this.discovery = discovery;
		this.signedIn = signedIn;
		this.identity = identity;
		this.unattended = unattended;
		this.clock = clock;
		this.leave = leave;
	}

	@Override
	public Microsoft365 asking(Runnable leave) {
		return new GraphMicrosoft365(this.cloud, this.discovery, this.signedIn, this.identity, this.unattended,
				this.clock, leave);
	}

	@Override
	public Cloud cloud() {
		return this.cloud;
	}

	@Override
	public Optional<TenantIdentity> identity() {
		return this.identity.get();
	}

	@Override
	public TenantDiscovery discover() {
		return this.discovery.get();
	}

	@Override
	public TenantReading inspect() {
		return this.signedIn.get()
			.map(this::seen)
			.or(() -> this.unattended.get().map(this::seenUnattended))
			.<TenantReading>map(Function.identity())
			.orElseGet(TenantReading.SignInNeeded::new);
	}

	@Override
	public TenantAnswer addKey(Certificate certificate, Optional<Duration> longest) {
		GraphClient graph = requireSignedIn();
		GraphJson.ServicePrincipal principal = requirePrincipal(graph);
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.SECONDS);
		if (described(principal).honored(certificate.sha256(), now).isPresent()) {
			return nothingSent(graph, "the key is already there");
		}
		KeyLife life = KeyLife.of(certificate, longest, now);
		PrincipalKeys keys = keys(principal);
		return replace(graph, principal, keys, keys.with(certificate, life.start(), life.end()));
	}

	@Override
	public TenantAnswer removeKey(String sha256) {
		GraphClient graph = requireSignedIn();
		GraphJson.ServicePrincipal principal = requirePrincipal(graph);
		PrincipalKeys keys = keys(principal);
		return keys.entries().stream().anyMatch((key) -> key.isOf(sha256))
				? replace(graph, principal, keys, keys.without(sha256)) : nothingSent(graph, "the key is not there");
	}

	@Override
	public TenantAnswer keepOneKey(String sha256) {
		GraphClient graph = requireSignedIn();
		GraphJson.ServicePrincipal principal = requirePrincipal(graph);
		PrincipalKeys keys = keys(principal);
		List<TenantReading.TenantKey> ours = keys.entries().stream().filter((key) -> key.isOf(sha256)).toList();
		return (ours.size() > 1) ? replace(graph, principal, keys, keys.withOnly(ours.getFirst(), sha256))
				: nothingSent(graph, "there is no second entry");
	}

	private TenantReading.Seen seen(GraphClient graph) {
		try (GraphReadings readings = new GraphReadings(graph)) {
			TokenClaims claims = TokenClaims.of(graph.token().value());
			var tenant = readings.read(GraphMicrosoft365::tenant);
			var domains = readings.read(GraphMicrosoft365::domains);
			var person = readings.read((part) -> person(part, claims));
			var memberships = readings.read((part) -> part.allIfPermitted("/me/transitiveMemberOf", JsonNode.class));
			var principal = readings.read(GraphMicrosoft365::principal);
			var policy = readings.read((part) -> LifetimePolicy.read(part, this.clock.instant()));
			GraphJson.Tenant found = tenant.get();
			List<TenantReading.TenantDomain> names = domains.get();
			String name = person.get();
			AdministratorRoles roles = AdministratorRoles.seen(memberships.get(), claims);
			return new TenantReading.Seen(this.clock.instant(), found.id(), GraphJson.orEmpty(found.displayName()),
					name, roles.names(), roles.mayWriteKeys(), names, plans(found),
					principal.get().map(GraphMicrosoft365::described), policy.get(), readings.evidence());
		}
	}

	private TenantReading.Seen seenUnattended(UnattendedGraph reader) {
		try {
			return seen(reader.graph(), reader.application());
		}
		catch (RemoteFailure ex) {
			throw ex.code().equals("microsoft365.permission")
					? RemoteFailure.withoutEffect(ex.subject(), "microsoft365.application-permission", ex.evidence())
					: ex;
		}
	}

	/** An application is nobody whose roles could be asked for. */
	private TenantReading.Seen seen(GraphClient graph, TenantReading.Application reader) {
		try (GraphReadings readings = new GraphReadings(graph)) {
			var tenant = readings.read(GraphMicrosoft365::tenant);
			var domains = readings.read(GraphMicrosoft365::domains);
			var principal = readings.read(GraphMicrosoft365::principal);
			var policy = readings.read((part) -> LifetimePolicy.read(part, this.clock.instant()));
			GraphJson.Tenant found = tenant.get();
			List<TenantReading.TenantDomain> names = domains.get();
			Optional<TenantReading.Principal> described = principal.get().map(GraphMicrosoft365::described);
			KeyPolicy limits = policy.get();
			String evidence = "Read by the application " + reader.clientId() + " with certificate "
					+ reader.thumbprint() + "\n\n" + readings.evidence();
			return new TenantReading.Seen(this.clock.instant(), found.id(), GraphJson.orEmpty(found.displayName()), "",
					List.of(), false, names, plans(found), described, limits, evidence, Optional.of(reader));
		}
	}

	private static List<TenantReading.TenantDomain> domains(GraphClient graph) {
		return graph.all("/domains", "id,isVerified,isDefault,isInitial", GraphJson.Domain.class)
			.stream()
			.map(GraphMicrosoft365::domain)
			.toList();
	}

	private static List<TenantReading.AssignedPlan> plans(GraphJson.Tenant tenant) {
		return GraphJson.orNone(tenant.assignedPlans())
			.stream()
			.map((plan) -> new TenantReading.AssignedPlan(GraphJson.orEmpty(plan.service()),
					GraphJson.orEmpty(plan.capabilityStatus())))
			.toList();
	}

	/** A partner or guest with a good token is nobody whom the tenant lists. */
	private static String person(GraphClient graph, TokenClaims claims) {
		return graph.findIfPermitted("/me", "id,userPrincipalName", GraphJson.Person.class)
			.map((person) -> GraphJson.orEmpty(person.userPrincipalName()))
			.filter((name) -> !name.isEmpty())
			.or(() -> Optional.of(GraphJson.orEmpty(graph.token().userName())).filter((name) -> !name.isEmpty()))
			.orElseGet(claims::name);
	}

	private static GraphJson.Tenant tenant(GraphClient graph) {
		GraphJson.Tenant tenant = graph
			.all("/organization", "id,displayName,verifiedDomains,assignedPlans", GraphJson.Tenant.class)
			.stream()
			.findFirst()
			.orElseThrow(() -> RemoteFailure.withoutEffect(GraphClient.SUBJECT, "microsoft365.unreadable",
					graph.evidence()));
		if (!graph.token().tenantId().equalsIgnoreCase(tenant.id())) {
			throw RemoteFailure.withoutEffect(GraphClient.SUBJECT, "microsoft365.wrong-tenant", graph.evidence());
		}
		return tenant;
	}

	private static Optional<GraphJson.ServicePrincipal> principal(GraphClient graph) {
		return graph.find(PRINCIPAL, PRINCIPAL_FIELDS, GraphJson.ServicePrincipal.class);
	}

	private static GraphJson.ServicePrincipal requirePrincipal(GraphClient graph) {
		return principal(graph).filter((principal) -> principal.id() != null)
			.orElseThrow(() -> RemoteFailure.withoutEffect(GraphClient.SUBJECT, "microsoft365.no-principal",
					graph.evidence()));
	}

	private static PrincipalKeys keys(GraphJson.ServicePrincipal principal) {
		return PrincipalKeys.of(GraphJson.orNone(principal.keyCredentials()));
	}

	private static TenantReading.Principal described(GraphJson.ServicePrincipal principal) {
		return new TenantReading.Principal(GraphJson.orEmpty(principal.id()), GraphJson.orEmpty(principal.appId()),
				GraphJson.orEmpty(principal.displayName()), keys(principal).entries());
	}

	private static TenantReading.TenantDomain domain(GraphJson.Domain domain) {
		return new TenantReading.TenantDomain(aLabel(GraphJson.orEmpty(domain.id())),
				Boolean.TRUE.equals(domain.isVerified()), Boolean.TRUE.equals(domain.isInitial()),
				Boolean.TRUE.equals(domain.isDefault()));
	}

	private static String aLabel(String name) {
		try {
			return IDN.toASCII(name, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
		}
		catch (IllegalArgumentException ex) {
			return name.toLowerCase(Locale.ROOT);
		}
	}

	private TenantAnswer replace(GraphClient graph, GraphJson.ServicePrincipal principal, PrincipalKeys before,
			List<Map<String, String>> after) {
		if (!before.complete()) {
			throw RemoteFailure.withoutEffect(GraphClient.SUBJECT, "microsoft365.key-bytes-missing", graph.evidence());
		}
		URI address = graph.object("servicePrincipals", principal.id());
		String request = "PATCH " + address + "\nkeyCredentials: " + after.size() + " (key, type, usage)";
		this.leave.run();
		RemoteAnswer answer = graph.patch(address, Map.of("keyCredentials", after));
		return new TenantAnswer(request, answer.status(), answer.requestId(), graph.evidence());
	}

	private static TenantAnswer nothingSent(GraphClient graph, String reason) {
		return new TenantAnswer("Nothing was sent: " + reason + ".", 0, "", graph.evidence());
	}

	private GraphClient requireSignedIn() {
		return this.signedIn.get()
			.orElseThrow(() -> RemoteFailure.withoutEffect(GraphClient.SUBJECT, "microsoft365.sign-in-again", ""));
	}

}
