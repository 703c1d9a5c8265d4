package io.hybridge.lab;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

import io.hybridge.lab.certificate.CertificateDraft;
import io.hybridge.lab.certificate.Keys;
import io.hybridge.lab.certificate.X509;

/**
 * The certificate authority of one lab, made at its first start. It vouches for the lab's
 * servers and for nothing else; nobody is asked to trust it outside the lab.
 */
public final class LabAuthority {

	private static final String NAME = "CN=Hybridge Lab Authority";

	private final X509Certificate certificate;

	private final PrivateKey key;

	private final Clock clock;

	private LabAuthority(X509Certificate certificate, PrivateKey key, Clock clock) {
		this.certificate = certificate;
		this.key = key;
		this.clock = clock;
	}

	/**
	 * Opens the authority of a lab, making it when it is not there.
	 * @param folder of the lab
	 * @param clock gives the validity of certificates
	 * @return the authority
	 */
	public static LabAuthority in(LabFolder folder, Clock clock) {
		try {
			var certificate = folder.read("authority.pem");
			var key = folder.read("authority.key");
			return (certificate.isPresent() && key.isPresent())
					? new LabAuthority(X509.read(certificate.get().getBytes(StandardCharsets.US_ASCII)),
							Keys.read("EC", key.get().replaceAll("-----[A-Z ]+-----|\\s", "")), clock)
					: make(folder, clock);
		}
		catch (GeneralSecurityException | IllegalStateException ex) {
			throw new IllegalStateException("The lab's certificate authority in " + folder.path() + " cannot be read",
					ex);
		}
	}

	/**
	 * A context for a server with a fresh certificate.
	 * @param namesAndIps host names and IP addresses the certificate is for
	 */
	public SSLContext serverContext(String... namesAndIps) {
		try {
			KeyPair pair = Keys.ellipticCurve();
			return context(pair.getPrivate(),
					draft("CN=" + namesAndIps[0], pair, Duration.ofDays(365), this.clock).forServer()
						.identifiedByKey()
						.issuedBy(this.certificate)
						.names(List.of(namesAndIps))
						.signedWith(this.key));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("The lab cannot make a certificate for " + namesAndIps[0], ex);
		}
	}

	/**
	 * What to trust in order to trust the lab.
	 * @return the authority's certificate as PEM
	 */
	public String pem() {
		return pem("CERTIFICATE", X509.der(this.certificate));
	}

	private SSLContext context(PrivateKey key, X509Certificate server) throws GeneralSecurityException {
		KeyStore store = KeyStore.getInstance("PKCS12");
		try {
			store.load(null, null);
		}
		catch (IOException ex) {
			throw new GeneralSecurityException(ex);
		}
		store.setKeyEntry("server", key, new char[0], new X509Certificate[] { server, this.certificate });
		KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
		keys.init(store, new char[0]);
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(keys.getKeyManagers(), null, null);
		return context;
	}

	private static LabAuthority make(LabFolder folder, Clock clock) {
		KeyPair pair = Keys.ellipticCurve();
		X509Certificate certificate = draft(NAME, pair, Duration.ofDays(3650), clock).forAuthority()
			.identifiedByKey()
			.signedWith(pair.getPrivate());
		folder.write("authority.key", pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
		folder.write("authority.pem", pem("CERTIFICATE", X509.der(certificate)));
		return new LabAuthority(certificate, pair.getPrivate(), clock);
	}

	private static CertificateDraft draft(String subject, KeyPair pair, Duration life, Clock clock) {
		Instant now = clock.instant();
		return CertificateDraft.of(subject, pair.getPublic(), NAME, now.minus(Duration.ofDays(1)), now.plus(life));
	}

	private static String pem(String type, byte[] der) {
		return "-----BEGIN " + type + "-----\n" + Base64.getMimeEncoder(64, new byte[] { '\n' }).encodeToString(der)
				+ "\n-----END " + type + "-----\n";
	}

}
