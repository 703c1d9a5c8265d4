package io.hybridge.exchange.ssh;

import java.security.PublicKey;

import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;

/**
 * A key by which a host proves that it is itself.
 *
 * @param type for instance {@code ssh-ed25519}
 * @param fingerprint as OpenSSH writes it, for instance {@code SHA256:nThb…}
 */
public record HostKey(String type, String fingerprint) {

	/** As it stands in evidence. */
	String line() {
		return "shown " + this.fingerprint + " (" + this.type + ")";
	}

	static HostKey of(PublicKey key) {
		return new HostKey(KeyUtils.getKeyType(key), KeyUtils.getFingerPrint(BuiltinDigests.sha256, key));
	}

}
