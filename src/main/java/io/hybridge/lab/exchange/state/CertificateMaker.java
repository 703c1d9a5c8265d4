package io.hybridge.lab.exchange.state;

import java.security.KeyPair;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.hybridge.certificate.Certificate;
import io.hybridge.lab.certificate.CertificateDraft;
import io.hybridge.lab.certificate.Keys;
import io.hybridge.lab.certificate.X509;

/**
 * Makes the certificates of the lab's servers, each as Exchange's own tools make it.
 */
public final class CertificateMaker {

	static final String SETUP_NAME = "Microsoft Exchange Server Auth Certificate";

	private CertificateMaker() {
	}

	/** As Setup makes it: no names, no key identifier, exactly five years. */
	static StoredCertificate bySetup(Instant notBefore, Instant notAfter) {
		KeyPair own = Keys.rsa(2048);
		CertificateDraft draft = draft(SETUP_NAME, own, SETUP_NAME, notBefore, notAfter);
		return stored(draft.signedWith(own.getPrivate()), own,
				new NewCertificate(SETUP_NAME, List.of(), Set.of("SMTP"), 2048, true, ""));
	}

	/** As {@code New-ExchangeCertificate} makes it. */
	public static StoredCertificate byCmdlet(NewCertificate request, Instant notBefore, Instant notAfter) {
		KeyPair own = Keys.rsa(request.keySize());
		String name = request.domains().getFirst();
		CertificateDraft draft = draft(name, own, name, notBefore, notAfter).names(request.domains());
		if (!request.subjectKeyIdentifier().isEmpty()) {
			draft.subjectKeyIdentifier(HexFormat.of().parseHex(request.subjectKeyIdentifier()));
		}
		return stored(draft.signedWith(own.getPrivate()), own, request);
	}

	/**
	 * As a company's own authority issues it for browsers and mail; the authority signs
	 * once and is forgotten.
	 */
	static StoredCertificate forWeb(List<String> domains, Instant notBefore, Instant notAfter) {
		KeyPair own = Keys.rsa(2048);
		CertificateDraft draft = draft(domains.getFirst(), own, "Fabrikam Issuing CA 1", notBefore, notAfter)
			.names(domains);
		return stored(draft.signedWith(Keys.ellipticCurve().getPrivate()), own, new NewCertificate("Fabrikam web",
				domains, new LinkedHashSet<>(List.of("IIS", "SMTP")), 2048, true, ""));
	}

	private static CertificateDraft draft(String subject, KeyPair own, String issuer, Instant notBefore,
			Instant notAfter) {
		return CertificateDraft.of("CN=" + subject, own.getPublic(), "CN=" + issuer, notBefore, notAfter)
			.forSignatureAndEncipherment()
			.forServer();
	}

	private static StoredCertificate stored(X509Certificate certificate, KeyPair own, NewCertificate request) {
		return new StoredCertificate(Certificate.of(X509.der(certificate)), Keys.base64(own.getPrivate()),
				request.friendlyName(), request.services(), request.exportable());
	}

	public static List<String> domainsOf(Certificate certificate) {
		try {
			var names = X509.read(certificate.der()).getSubjectAlternativeNames();
			return (names != null) ? names.stream().map((name) -> name.get(1).toString()).toList() : List.of();
		}
		catch (CertificateParsingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * What was asked of {@code New-ExchangeCertificate}.
	 *
	 * @param friendlyName name in the store
	 * @param domains names in the certificate
	 * @param services what it is enabled for
	 * @param keySize bits
	 * @param exportable whether the key may leave the server
	 * @param subjectKeyIdentifier hexadecimal digits, or empty
	 */
	public record NewCertificate(String friendlyName, List<String> domains, Set<String> services, int keySize,
			boolean exportable, String subjectKeyIdentifier) {
	}

}
