package io.hybridge.microsoft365.unattended;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import com.microsoft.aad.msal4j.ClientCredentialFactory;
import com.microsoft.aad.msal4j.IClientCredential;

import io.hybridge.certificate.Certificate;
import io.hybridge.microsoft365.UnattendedReading;
import io.hybridge.microsoft365.signin.msal.SignInErrorMapper;
import io.hybridge.remote.KeyFile;
import io.hybridge.remote.KeyFolder;
import io.hybridge.remote.RemoteFailure;

/**
 * The key with which an application proves that it is itself. The operator of the console
 * provides it; it is neither made nor kept here.
 */
record ReadingKey(PrivateKey key, X509Certificate x509) {

	/**
	 * Reads it anew, so that a file that was replaced counts at once.
	 * @throws RemoteFailure where there is no usable one
	 */
	static ReadingKey in(KeyFolder folder, UnattendedReading settings) {
		Path file = folder.find(new KeyFile(settings.keyStore()))
			.orElseThrow(() -> unusable(settings, "there is no such file that the console alone may read"));
		char[] password = settings.password().toCharArray();
		try (InputStream in = Files.newInputStream(file)) {
			KeyStore store = KeyStore.getInstance("PKCS12");
			store.load(in, password);
			return only(store, password, settings);
		}
		catch (GeneralSecurityException | IOException ex) {
			throw unusable(settings, ex.getMessage());
		}
	}

	private static ReadingKey only(KeyStore store, char[] password, UnattendedReading settings)
			throws GeneralSecurityException {
		List<ReadingKey> found = new ArrayList<>();
		for (String alias : Collections.list(store.aliases())) {
			if (store.getKey(alias, password) instanceof PrivateKey key
					&& store.getCertificate(alias) instanceof X509Certificate x509) {
				found.add(new ReadingKey(key, x509));
			}
		}
		if (found.size() != 1 || !"RSA".equals(found.getFirst().key.getAlgorithm())) {
			throw unusable(settings, "it has to hold one RSA key with its certificate");
		}
		return found.getFirst();
	}

	private static RemoteFailure unusable(UnattendedReading settings, String why) {
		return RemoteFailure.withoutEffect(SignInErrorMapper.SUBJECT, "microsoft365.application-key-store",
				settings.keyStore() + ": " + why);
	}

	IClientCredential credential() {
		return ClientCredentialFactory.createFromCertificate(this.key, this.x509);
	}

	Certificate certificate() {
		try {
			return Certificate.of(this.x509.getEncoded());
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public String toString() {
		return "ReadingKey[" + this.x509.getSubjectX500Principal() + "]";
	}

}
