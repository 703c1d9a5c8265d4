package io.hybridge.lab.exchange.state;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

import io.hybridge.exchange.ServerBuild;

/**
 * Everything the lab's Exchange organization is at one time.
 *
 * @param scenario how it stood at the start
 * @param culture of its servers, for instance {@code en-US}
 * @param servers in the order in which Exchange lists them
 * @param auth which certificate signs
 * @param authServers in the order of their creation
 * @param partners the partner applications
 * @param proxy the push proxy
 */
public record OrganizationState(ExchangeScenario scenario, String culture, List<Server> servers, AuthConfiguration auth,
		List<AuthServer> authServers, List<Partner> partners, PushProxy proxy) {

	public Optional<Server> server(String identity) {
		return this.servers.stream().filter((server) -> server.answersTo(identity)).findFirst();
	}

	public Optional<AuthServer> authServer(String name) {
		return this.authServers.stream().filter((server) -> server.name().equalsIgnoreCase(name)).findFirst();
	}

	public Optional<StoredCertificate> certificate(String thumbprint) {
		return this.servers.stream().flatMap((server) -> server.certificate(thumbprint).stream()).findFirst();
	}

	/** The principal as which Exchange signs. */
	public String serviceName() {
		return FabrikamAuthServers.serviceName(this.scenario);
	}

	/** The realm of the auth configuration, usually empty. */
	public String realm() {
		return FabrikamAuthServers.realm(this.scenario);
	}

	/**
	 * Whether the service host has found the staged certificate due: it looks when it
	 * starts and every twelve hours, and takes over what is effective by then.
	 */
	public boolean nextIsDue(Instant now) {
		return this.auth.next()
			.filter((staged) -> this.servers.stream()
				.filter((server) -> server.certificate(staged.thumbprint()).isPresent())
				.anyMatch((server) -> !server.authLookedAt(now).isBefore(staged.effective())))
			.isPresent();
	}

	OrganizationState with(AuthConfiguration changed) {
		return new OrganizationState(this.scenario, this.culture, this.servers, changed, this.authServers,
				this.partners, this.proxy);
	}

	OrganizationState with(PushProxy changed) {
		return new OrganizationState(this.scenario, this.culture, this.servers, this.auth, this.authServers,
				this.partners, changed);
	}

	OrganizationState with(AuthServer changed) {
		List<AuthServer> all = new ArrayList<>(this.authServers);
		all.removeIf((server) -> server.name().equalsIgnoreCase(changed.name()));
		all.add(changed);
		return with(all);
	}

	OrganizationState withAuthServer(String name, UnaryOperator<AuthServer> change) {
		return with(this.authServers.stream()
			.map((server) -> server.name().equalsIgnoreCase(name) ? change.apply(server) : server)
			.toList());
	}

	OrganizationState withoutAuthServer(String name) {
		return with(this.authServers.stream().filter((server) -> !server.name().equalsIgnoreCase(name)).toList());
	}

	OrganizationState onServer(String identity, UnaryOperator<Server> change) {
		return onEveryServer((server) -> server.answersTo(identity) ? change.apply(server) : server);
	}

	OrganizationState onEveryServer(UnaryOperator<Server> change) {
		return new OrganizationState(this.scenario, this.culture, this.servers.stream().map(change).toList(), this.auth,
				this.authServers, this.partners, this.proxy);
	}

	private OrganizationState with(List<AuthServer> changed) {
		return new OrganizationState(this.scenario, this.culture, this.servers, this.auth, List.copyOf(changed),
				this.partners, this.proxy);
	}

	/**
	 * One server.
	 *
	 * @param name short name
	 * @param fqdn fully qualified name
	 * @param roles as Exchange writes them
	 * @param build what is installed
	 * @param certificates its store
	 * @param healthManagerStarted when MSExchangeHM started
	 * @param serviceHostStarted when MSExchangeServiceHost started
	 * @param pools when the worker process of each application pool started, by name
	 */
	public record Server(String name, String fqdn, String roles, ServerBuild build,
			List<StoredCertificate> certificates, Instant healthManagerStarted, Instant serviceHostStarted,
			Map<String, Instant> pools) {

		private static final Duration AUTH_LOOKS_EVERY = Duration.ofHours(12);

		private static final ServerBuild FIRST_WITH_PUSH = new ServerBuild(15, 0, 775, 38);

		private static final Map<Integer, Integer> CUMULATIVE_UPDATES = Map.of(2507, 6, 1748, 10, 2562, 17);

		boolean answersTo(String identity) {
			return this.name.equalsIgnoreCase(identity) || this.fqdn.equalsIgnoreCase(identity);
		}

		public boolean holdsMailboxes() {
			return this.roles.contains("Mailbox");
		}

		public boolean knowsPush() {
			return this.build.compareTo(FIRST_WITH_PUSH) >= 0;
		}

		/** The build that the directory shows: it stops at the cumulative update. */
		public ServerBuild displayedBuild() {
			return new ServerBuild(this.build.major(), this.build.minor(), this.build.build(),
					CUMULATIVE_UPDATES.getOrDefault(this.build.build(), this.build.revision()));
		}

		/** An Edge server stands alone in the perimeter network. */
		public boolean isEdge() {
			return this.roles.equals("Edge");
		}

		/** Whether it is of the domain and of a version that Exchange 2013 talks to. */
		public boolean isReached() {
			return !isEdge() && isExchange2013OrLater();
		}

		public boolean isExchange2013OrLater() {
			return this.build.major() >= 15;
		}

		public boolean takesCumulativeUpdate23() {
			return isExchange2013OrLater() && this.build.compareTo(FabrikamExchange.CU23) < 0;
		}

		/** When the service host last looked whether another certificate is due. */
		Instant authLookedAt(Instant now) {
			long looks = Duration.between(this.serviceHostStarted, now).dividedBy(AUTH_LOOKS_EVERY);
			return this.serviceHostStarted.plus(AUTH_LOOKS_EVERY.multipliedBy(looks));
		}

		public Optional<StoredCertificate> certificate(String thumbprint) {
			return this.certificates.stream()
				.filter((stored) -> stored.thumbprint().equalsIgnoreCase(thumbprint))
				.findFirst();
		}

		/** What it shows other servers when it hands on mail. */
		public String transportCertificate(ExchangeScenario scenario) {
			return (scenario == ExchangeScenario.TRANSPORT_USES_AUTH_CERTIFICATE)
					? this.certificates.getFirst().thumbprint()
					: this.certificates.stream()
						.filter((stored) -> stored.services().contains("IIS"))
						.map(StoredCertificate::thumbprint)
						.findFirst()
						.orElse("");
		}

		Server without(StoredCertificate removed) {
			return storing(this.certificates.stream().filter((stored) -> !stored.equals(removed)).toList());
		}

		Server with(StoredCertificate added) {
			List<StoredCertificate> all = new ArrayList<>(this.certificates);
			all.add(added);
			return storing(List.copyOf(all));
		}

		private Server storing(List<StoredCertificate> all) {
			return new Server(this.name, this.fqdn, this.roles, this.build, all, this.healthManagerStarted,
					this.serviceHostStarted, this.pools);
		}

		Server with(ServerBuild installed, Instant restarted) {
			Map<String, Instant> all = new LinkedHashMap<>(this.pools);
			all.replaceAll((pool, started) -> restarted);
			return new Server(this.name, this.fqdn, this.roles, installed, this.certificates, restarted, restarted,
					all);
		}

		Server restartedAt(Instant started) {
			return new Server(this.name, this.fqdn, this.roles, this.build, this.certificates, started,
					this.serviceHostStarted, this.pools);
		}

		Server withServiceHostStarted(Instant started) {
			return new Server(this.name, this.fqdn, this.roles, this.build, this.certificates,
					this.healthManagerStarted, started, this.pools);
		}

		Server withPoolStarted(String pool, Instant started) {
			Map<String, Instant> all = new LinkedHashMap<>(this.pools);
			all.put(pool, started);
			return new Server(this.name, this.fqdn, this.roles, this.build, this.certificates,
					this.healthManagerStarted, this.serviceHostStarted, all);
		}

	}

	/**
	 * The auth configuration.
	 *
	 * @param current thumbprint that signs
	 * @param previous thumbprint before, or empty text
	 * @param next the one that is staged, if any
	 * @param changedAt last change
	 */
	public record AuthConfiguration(String current, String previous, Optional<Staged> next, Instant changedAt) {

		AuthConfiguration signingWith(String thumbprint, Instant at) {
			return new AuthConfiguration(thumbprint, this.current, this.next, at);
		}

		AuthConfiguration staging(Staged staged, Instant at) {
			return new AuthConfiguration(this.current, this.previous, Optional.of(staged), at);
		}

		AuthConfiguration published(String thumbprint, Instant at) {
			return new AuthConfiguration(thumbprint, this.current, Optional.empty(), at);
		}

		AuthConfiguration withoutPrevious(Instant at) {
			return new AuthConfiguration(this.current, "", this.next, at);
		}

	}

	/**
	 * The certificate that is to sign next.
	 *
	 * @param thumbprint of it
	 * @param effective from when on
	 */
	public record Staged(String thumbprint, Instant effective) {
	}

	/**
	 * An auth server.
	 *
	 * @param name of the object
	 * @param type as Exchange writes it
	 * @param metadataUrl where its metadata is
	 * @param realm learned from the metadata
	 * @param issuer learned from the metadata
	 * @param tokenEndpoint learned from the metadata
	 * @param domains which it serves, where several tenants share the organization
	 * @param enabled whether it is used
	 * @param guid of the object
	 * @param createdAt when the object was made
	 */
	public record AuthServer(String name, String type, String metadataUrl, String realm, String issuer,
			String tokenEndpoint, List<String> domains, boolean enabled, UUID guid, Instant createdAt) {

		private static final Instant SET_UP = Instant.parse("2024-03-05T08:30:00Z");

		public AuthServer(String name, String type, String metadataUrl, String realm, String issuer,
				String tokenEndpoint, List<String> domains, boolean enabled) {
			this(name, type, metadataUrl, realm, issuer, tokenEndpoint, domains, enabled,
					UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)), SET_UP);
		}

		/** Whether Exchange asks it for tokens towards Microsoft 365. */
		public boolean issuesTokens() {
			return "MicrosoftACS".equals(this.type);
		}

		/** Exchange keeps no two of them, whatever they are called. */
		public boolean standsForTheSameAs(AuthServer other) {
			return this.issuer.equals(other.issuer) && this.realm.equals(other.realm);
		}

		public AuthServer whichIs(boolean wanted) {
			return new AuthServer(this.name, this.type, this.metadataUrl, this.realm, this.issuer, this.tokenEndpoint,
					this.domains, wanted, this.guid, this.createdAt);
		}

		/** With the values of this one, and the object of that one. */
		public AuthServer inPlaceOf(AuthServer object) {
			return madeAs(object.guid, object.createdAt);
		}

		AuthServer madeAs(UUID object, Instant at) {
			return new AuthServer(this.name, this.type, this.metadataUrl, this.realm, this.issuer, this.tokenEndpoint,
					this.domains, this.enabled, object, at);
		}

	}

	/**
	 * A partner application.
	 *
	 * @param name of the object
	 * @param applicationIdentifier its principal
	 */
	public record Partner(String name, String applicationIdentifier) {
	}

	/**
	 * The push proxy.
	 *
	 * @param enabled whether notifications are handed on
	 * @param organization the tenant's domain, or empty text
	 * @param uri where notifications go
	 * @param createdAt when Setup made the object
	 * @param changedAt last change
	 * @param enabledSince when it was last switched from off to on, or the epoch
	 * @param writtenOn the domain controller of the last change
	 */
	public record PushProxy(boolean enabled, String organization, String uri, Instant createdAt, Instant changedAt,
			Instant enabledSince, String writtenOn) {

		/** The copy that the cmdlet would write: it sets the flag before it asks. */
		public PushProxy withFlagSet() {
			return new PushProxy(true, this.organization, this.uri, this.createdAt, this.changedAt, this.enabledSince,
					this.writtenOn);
		}

	}

}
