package io.hybridge.security.secret;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The key of the secrets: made at the first start, kept in a file that only its owner can
 * read. The database remembers the key's fingerprint, so that a lost or foreign key is
 * noticed at the start and not at the first use, and a lost database is not taken for a
 * new one.
 */
@Component
class SecretKeyFile implements InitializingBean {

	private final OwnerOnlyFile file;

	private final JdbcClient jdbc;

	private SecretCipher cipher;

	SecretKeyFile(ConsoleFolder folder, JdbcClient jdbc) {
		this.file = folder.file("secret.key");
		this.jdbc = jdbc;
	}

	@Override
	public void afterPropertiesSet() {
		Optional<String> expected = fingerprint();
		if (expected.isPresent() && !this.file.exists()) {
			throw new KeyDoesNotFit(this.file.path(), KeyDoesNotFit.Reason.MISSING);
		}
		if (expected.isEmpty() && this.file.exists()) {
			throw new KeyDoesNotFit(this.file.path(), KeyDoesNotFit.Reason.NEW_DATABASE);
		}
		byte[] key = this.file.exists() ? stored() : made();
		String found = DigestUtils.sha256Hex(key);
		if (!expected.orElseGet(() -> remember(found)).equals(found)) {
			throw new KeyDoesNotFit(this.file.path(), KeyDoesNotFit.Reason.OTHER_KEY);
		}
		this.cipher = new SecretCipher(key);
	}

	SecretCipher cipher() {
		return this.cipher;
	}

	private byte[] made() {
		byte[] key = new byte[SecretCipher.KEY_BYTES];
		new SecureRandom().nextBytes(key);
		this.file.create((Base64.getEncoder().encodeToString(key) + "\n").getBytes(StandardCharsets.US_ASCII));
		return key;
	}

	private byte[] stored() {
		try {
			byte[] key = Base64.getDecoder().decode(new String(this.file.read(), StandardCharsets.US_ASCII).strip());
			if (key.length == SecretCipher.KEY_BYTES) {
				return key;
			}
		}
		catch (IllegalArgumentException ex) {
			// Answered below: whatever it is, it is no key.
		}
		throw new KeyDoesNotFit(this.file.path(), KeyDoesNotFit.Reason.NO_KEY);
	}

	private Optional<String> fingerprint() {
		return this.jdbc.sql("select fingerprint from secret_key where id = 1").query(String.class).optional();
	}

	private String remember(String fingerprint) {
		try {
			this.jdbc.sql("insert into secret_key (id, fingerprint) values (1, :fingerprint)")
				.param("fingerprint", fingerprint)
				.update();
			return fingerprint;
		}
		catch (DuplicateKeyException ex) {
			return fingerprint().orElseThrow();
		}
	}

}
