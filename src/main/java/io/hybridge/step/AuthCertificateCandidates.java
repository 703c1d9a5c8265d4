package io.hybridge.step;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.hybridge.certificate.Certificate;
import io.hybridge.certificate.Thumbprint;
import io.hybridge.exchange.ExchangeState;
import io.hybridge.exchange.ExchangeState.ExchangeServer;
import io.hybridge.exchange.ExchangeState.PrivateKey;
import io.hybridge.exchange.ExchangeState.ServerCertificate;
import io.hybridge.step.observation.CertificateStores;
import io.hybridge.web.text.StoredMessage;

/**
 * Which certificates may sign for the organization. A certificate that serves web pages
 * or mail is never a candidate, however fit it looks.
 */
final class AuthCertificateCandidates {

	static final Duration RENEW_BEFORE = Duration.ofDays(60);

	private static final int SHORTEST_KEY = 2048;

	private static final Set<String> FOREIGN_SERVICES = Set.of("IIS", "IMAP", "POP", "UM", "UMCALLROUTER");

	private final ExchangeState exchange;

	private final Instant now;

	AuthCertificateCandidates(ExchangeState exchange, Instant now) {
		this.exchange = exchange;
		this.now = now;
	}

	Optional<ServerCertificate> current() {
		return this.exchange.authConfiguration().current().flatMap(this::find);
	}

	/**
	 * Why a certificate cannot sign.
	 * @param candidate the certificate
	 * @return the first reason, or empty when it is fit
	 */
	Optional<StoredMessage> unfit(ServerCertificate candidate) {
		Certificate certificate = candidate.certificate();
		if (candidate.privateKey() == PrivateKey.ABSENT) {
			return Optional.of(StoredMessage.of("unfit.no-private-key"));
		}
		if (certificate.rsaKeySize() < SHORTEST_KEY) {
			return Optional.of(StoredMessage.of("unfit.weak-key", certificate.rsaKeySize()));
		}
		if (!certificate.notAfter().isAfter(this.now)) {
			return Optional.of(StoredMessage.of("unfit.expired", certificate.notAfter()));
		}
		if (certificate.notBefore().isAfter(this.now)) {
			return Optional.of(StoredMessage.of("unfit.not-yet-valid", certificate.notBefore()));
		}
		List<String> lacking = serversWithout(certificate);
		return lacking.isEmpty() ? Optional.empty()
				: Optional.of(StoredMessage.of("unfit.missing-on", String.join(", ", lacking)));
	}

	/**
	 * Certificates other than the current one that may take over: meant for signing, fit,
	 * and good for more than 60 days.
	 * @return each once, in the order of the entry server's store
	 */
	List<ServerCertificate> candidates() {
		Map<Thumbprint, ServerCertificate> fit = new LinkedHashMap<>();
		CertificateStores.onEntryServer(this.exchange)
			.filter(AuthCertificateCandidates::meantForSigning)
			.filter((candidate) -> unfit(candidate).isEmpty())
			.filter((candidate) -> candidate.certificate().notAfter().isAfter(this.now.plus(RENEW_BEFORE)))
			.forEach((candidate) -> fit.putIfAbsent(candidate.certificate().thumbprint(), candidate));
		return new ArrayList<>(fit.values());
	}

	Examination.Candidate shown(ServerCertificate candidate) {
		Certificate certificate = candidate.certificate();
		return new Examination.Candidate(certificate.thumbprint().value(), candidate.nameIfKnown(),
				certificate.notAfter(), String.join(", ", mailboxServers().map(ExchangeServer::name).toList()));
	}

	private Optional<ServerCertificate> find(Thumbprint thumbprint) {
		return CertificateStores.onEntryServer(this.exchange)
			.filter((candidate) -> candidate.certificate().thumbprint().equals(thumbprint))
			.findFirst();
	}

	private List<String> serversWithout(Certificate certificate) {
		return mailboxServers()
			.filter((server) -> CertificateStores.on(this.exchange, server.fqdn())
				.map((store) -> store.stream().noneMatch((stored) -> stored.certificate().equals(certificate)))
				.orElse(false))
			.map(ExchangeServer::name)
			.toList();
	}

	private java.util.stream.Stream<ExchangeServer> mailboxServers() {
		return this.exchange.servers().stream().filter(ExchangeServer::handsOnNotifications);
	}

	private static boolean meantForSigning(ServerCertificate candidate) {
		Certificate certificate = candidate.certificate();
		boolean named = candidate.nameIfKnown().contains("OAuth")
				|| certificate.subject().contains("CN=Microsoft Exchange Server Auth Certificate");
		boolean selfIssued = certificate.subject().equals(certificate.issuer());
		boolean servesOthers = FOREIGN_SERVICES.stream().anyMatch(candidate::isKnownToServe);
		return named && selfIssued && !servesOthers;
	}

}
