package io.hybridge.step.oauth;

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
import io.hybridge.exchange.ExchangeState.PrivateKey;
import io.hybridge.exchange.ExchangeState.ServerCertificate;
import io.hybridge.step.examination.Examination;
import io.hybridge.step.observation.CertificateStores;
import io.hybridge.web.text.StoredMessage;

/**
 * Which certificates may sign for the organization. A certificate that serves web pages
 * or mail is never a candidate, however fit it looks.
 */
final class AuthCertificateCandidates {

	static final Duration RENEW_BEFORE = Duration.ofDays(60);

	/** What Exchange's own auth certificates are called; they name no host to serve. */
	private static final String OWN_SUBJECT = "CN=Microsoft Exchange Server Auth Certificate";

	private static final int SHORTEST_KEY = 2048;

	private static final Set<String> FOREIGN_SERVICES = Set.of("IIS", "IMAP", "POP", "UM", "UMCALLROUTER");

	private final ExchangeState exchange;

	private final Instant now;

	AuthCertificateCandidates(ExchangeState exchange, Instant now) {
		this.exchange = exchange;
		this.now = now;
	}

	/**
	 * Why a certificate cannot sign, wherever it is.
	 * @param certificate the certificate
	 * @return the first reason, or empty when its bytes tell none
	 */
	Optional<StoredMessage> unfit(Certificate certificate) {
		if (!certificate.notAfter().isAfter(this.now)) {
			return Optional.of(StoredMessage.of("unfit.expired", certificate.notAfter()));
		}
		if (certificate.notBefore().isAfter(this.now)) {
			return Optional.of(StoredMessage.of("unfit.not-yet-valid", certificate.notBefore()));
		}
		return (certificate.rsaKeySize() < SHORTEST_KEY)
				? Optional.of(StoredMessage.of("unfit.weak-key", certificate.rsaKeySize())) : Optional.empty();
	}

	/**
	 * Certificates that may take over: meant for signing, fit, good for more than 60
	 * days, and with their key on the entry server.
	 * @return each once, in the order of the entry server's store
	 */
	List<ServerCertificate> candidates() {
		return fit(PrivateKey.PRESENT);
	}

	/** Those of which nobody can tell whether the key is there. */
	List<ServerCertificate> candidatesOfUnknownKey() {
		return fit(PrivateKey.UNKNOWN);
	}

	private List<ServerCertificate> fit(PrivateKey key) {
		Map<Thumbprint, ServerCertificate> fit = new LinkedHashMap<>();
		CertificateStores.onEntryServer(this.exchange)
			.filter(AuthCertificateCandidates::meantForSigning)
			.filter((candidate) -> candidate.privateKey() == key)
			.filter((candidate) -> unfit(candidate.certificate()).isEmpty())
			.filter((candidate) -> !staged(candidate))
			.filter((candidate) -> candidate.certificate().notAfter().isAfter(this.now.plus(RENEW_BEFORE)))
			.forEach((candidate) -> fit.putIfAbsent(candidate.certificate().thumbprint(), candidate));
		return new ArrayList<>(fit.values());
	}

	/** The one that is staged is published, never set: the cmdlet refuses it. */
	private boolean staged(ServerCertificate candidate) {
		return this.exchange.authConfiguration().next().equals(Optional.of(candidate.certificate().thumbprint()));
	}

	/**
	 * Whether a candidate is known to serve nobody else. What a session did not tell is
	 * no such knowledge, unless the certificate names nothing that it could serve.
	 */
	static boolean servesNobodyElse(ServerCertificate candidate) {
		return candidate.services().isPresent() || candidate.certificate().subject().equals(OWN_SUBJECT);
	}

	Examination.Candidate shown(ServerCertificate candidate) {
		Certificate certificate = candidate.certificate();
		return new Examination.Candidate(certificate.thumbprint().value(), candidate.nameIfKnown(),
				certificate.notAfter(),
				new CertificatePlaces(this.exchange, certificate.thumbprint()).namesOfHolders());
	}

	private static boolean meantForSigning(ServerCertificate candidate) {
		Certificate certificate = candidate.certificate();
		boolean named = candidate.nameIfKnown().contains("OAuth") || certificate.subject().contains(OWN_SUBJECT);
		boolean selfIssued = certificate.subject().equals(certificate.issuer());
		boolean servesOthers = FOREIGN_SERVICES.stream().anyMatch(candidate::isKnownToServe);
		return named && selfIssued && !servesOthers;
	}

}
