package io.hybridge.exchange.winrm.http;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;

import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;

import io.hybridge.exchange.link.WindowsSignIn;
import io.hybridge.exchange.winrm.signin.SignInFailure;
import io.hybridge.remote.KeyFolder;

/**
 * Reads the key stores of client certificates.
 *
 * @param folder of the operator
 */
record ClientKeys(KeyFolder folder) {

	KeyManager[] of(WindowsSignIn.ClientCertificate who) throws SignInFailure {
		String name = who.keyStore().name();
		Path file = this.folder.find(who.keyStore())
			.orElseThrow(() -> new SignInFailure("exchange.key-file-missing", name));
		try {
			char[] password = who.password().toCharArray();
			KeyStore store = KeyStore.getInstance(file.toFile(), password);
			KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
			factory.init(store, password);
			return factory.getKeyManagers();
		}
		catch (GeneralSecurityException | IOException ex) {
			throw new SignInFailure("exchange.key-store-unusable", name + ": " + ex.getMessage());
		}
	}

}
