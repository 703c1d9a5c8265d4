package io.hybridge.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.hybridge.certificate.Certificate;
import io.hybridge.certificate.Thumbprint;
import io.hybridge.remote.RemoteFailure;

/**
 * Everything that was seen of an Exchange organization in one look.
 *
 * @param answeredBy the entry server, fully qualified
 * @param takenAt by the console's clock
 * @param servers every server of the organization, as the entry server lists them
 * @param authConfiguration which certificate signs
 * @param authServers every auth server, ours and others
 * @param partnerApplications every partner application
 * @param pushProxy the push proxy
 * @param readings what each server said about itself, by fully qualified name in lower
 * case
 * @param evidence the decoded answer of the entry server, word for word
 */
public record ExchangeState(String answeredBy, Instant takenAt, List<ExchangeServer> servers,
		AuthConfiguration authConfiguration, List<AuthServer> authServers, List<PartnerApplication> partnerApplications,
		PushProxy pushProxy, Map<String, ServerReading> readings, String evidence) {

	public Optional<AuthServer> authServer(String name) {
		return this.authServers.stream().filter((server) -> server.name().equalsIgnoreCase(name)).findFirst();
	}

	/**
	 * The build that a server tells of itself.
	 * @param server one of {@link #servers()}
	 * @return its exact build, or empty when it was not asked or could not tell
	 */
	public Optional<ServerBuild> exactBuild(ExchangeServer server) {
		return (this.readings.get(server.fqdn().toLowerCase(Locale.ROOT)) instanceof ServerReading.Answered answered)
				? answered.exactBuild() : Optional.empty();
	}

	/**
	 * One server as the organization lists it.
	 *
	 * @param name short name
	 * @param fqdn fully qualified name
	 * @param roles as Exchange writes them, for instance {@code Mailbox, ClientAccess}
	 * @param version as Exchange writes it; it stops at the cumulative update
	 * @param build read from {@code version}, or empty when it could not be read
	 */
	public record ExchangeServer(String name, String fqdn, String roles, String version, Optional<ServerBuild> build) {

		public boolean holdsMailboxes() {
			return this.roles.contains("Mailbox");
		}

		/** Whether it is an Edge server, which is in no domain and holds no mailboxes. */
		public boolean isEdge() {
			return this.roles.equals("Edge");
		}

		/**
		 * Whether it hands notifications on, and so signs with the auth certificate: it
		 * holds mailboxes and is not older than Exchange 2013.
		 */
		public boolean handsOnNotifications() {
			return holdsMailboxes() && !this.build.filter(ServerBuild::isBefore2013).isPresent();
		}

	}

	/**
	 * The auth configuration.
	 *
	 * @param current thumbprint that signs
	 * @param previous thumbprint before
	 * @param next thumbprint staged
	 * @param nextEffective when {@code next} takes over
	 * @param serviceName Exchange's own principal
	 * @param realm usually empty
	 * @param changed last change, whatever it was, or empty when it is unknown
	 */
	public record AuthConfiguration(Optional<Thumbprint> current, Optional<Thumbprint> previous,
			Optional<Thumbprint> next, Optional<Instant> nextEffective, String serviceName, String realm,
			Optional<Instant> changed) {
	}

	/**
	 * An auth server.
	 *
	 * @param name for instance {@code MicrosoftSts}
	 * @param type for instance {@code MicrosoftACS}
	 * @param enabled whether it is used
	 * @param metadataUrl address of its metadata, or empty text
	 * @param realm tenant id learned from the metadata, or empty text
	 * @param issuer learned from the metadata, or empty text
	 * @param guid of the object, or empty text where it was not shown
	 * @param created when the object was made, or empty where it was not shown
	 */
	public record AuthServer(String name, String type, boolean enabled, String metadataUrl, String realm, String issuer,
			String guid, Optional<Instant> created) {

		public AuthServer(String name, String type, boolean enabled, String metadataUrl, String realm, String issuer) {
			this(name, type, enabled, metadataUrl, realm, issuer, "", Optional.empty());
		}

	}

	/**
	 * A partner application.
	 *
	 * @param name for instance {@code Exchange Online}
	 * @param applicationIdentifier its principal
	 * @param enabled whether it is used
	 */
	public record PartnerApplication(String name, String applicationIdentifier, boolean enabled) {
	}

	/** What one server said about itself, or why it did not. */
	public sealed interface ServerReading {

		/**
		 * The server answered.
		 *
		 * @param serverTime its clock
		 * @param certificates its store
		 * @param exactBuild file version of its set-up program, or empty
		 * @param healthManagerStarted when the health manager started, or empty when it
		 * does not run
		 * @param transportCertificate what it shows other servers when it hands on mail,
		 * or empty when unknown
		 * @param starts since when what keeps the auth certificate runs; without those
		 * that do not run or could not be read
		 */
		record Answered(Instant serverTime, List<ServerCertificate> certificates, Optional<ServerBuild> exactBuild,
				Optional<Instant> healthManagerStarted, Optional<Thumbprint> transportCertificate,
				Map<ExchangeService, Instant> starts) implements ServerReading {

			public Answered(Instant serverTime, List<ServerCertificate> certificates, Optional<ServerBuild> exactBuild,
					Optional<Instant> healthManagerStarted, Optional<Thumbprint> transportCertificate) {
				this(serverTime, certificates, exactBuild, healthManagerStarted, transportCertificate, Map.of());
			}

		}

		/**
		 * The server did not answer.
		 *
		 * @param failure how far we came
		 */
		record Unreached(RemoteFailure failure) implements ServerReading {
		}

		/** Nobody told the console how to reach the server. */
		record NoAddress() implements ServerReading {
		}

		/** Answers were brought by hand, and none of this server is among them. */
		record NotBrought() implements ServerReading {
		}

	}

	/**
	 * A certificate in a server's store. A session often hands out its bytes and nothing
	 * else; what did not come is unknown, never "no".
	 *
	 * @param certificate its public part
	 * @param friendlyName store property, may be an empty text; empty when unknown
	 * @param services what it is enabled for, for instance {@code SMTP}, {@code IIS};
	 * empty when unknown
	 * @param privateKey whether the server can sign with it
	 */
	public record ServerCertificate(Certificate certificate, Optional<String> friendlyName,
			Optional<Set<String>> services, PrivateKey privateKey) {

		/**
		 * The name in the store, or an empty text when there is none or none is known.
		 */
		public String nameIfKnown() {
			return this.friendlyName.orElse("");
		}

		/**
		 * Whether it is enabled for a service.
		 * @return false also when its services are unknown
		 */
		public boolean isKnownToServe(String service) {
			return this.services.stream().flatMap(Set::stream).anyMatch(service::equalsIgnoreCase);
		}

	}

	/** Whether a server holds the private key of a certificate. */
	public enum PrivateKey {

		PRESENT, ABSENT, UNKNOWN

	}

}
