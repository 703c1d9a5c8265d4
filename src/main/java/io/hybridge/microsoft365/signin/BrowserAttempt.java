package io.hybridge.microsoft365.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Objects;

import io.hybridge.audit.AuditActor;

/**
 * A browser that was sent to Microsoft and is expected back, as it is kept encrypted
 * until then.
 *
 * @param state that has to come back
 * @param nonce that has to stand in the id token
 * @param verifier without which nobody redeems the code
 * @param session hash of the console's session in which it began
 * @param redirect where Microsoft sends the browser
 * @param place where the person goes on afterwards
 * @param until when it is waited for
 * @param record what the audit log is told
 */
record BrowserAttempt(String state, String nonce, String verifier, String session, String redirect, String place,
		Instant until, SignInRecord record) {

	boolean waitsFor(String state, AuditActor person, String session) {
		return same(this.state, state) && same(this.session, hash(session))
				&& Objects.equals(this.record.actor().id(), person.id());
	}

	/** What Microsoft is shown of the verifier, as RFC 7636 has it with S256. */
	String challenge() {
		return hash(this.verifier);
	}

	static String hash(String text) {
		try {
			return Base64.getUrlEncoder()
				.withoutPadding()
				.encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static boolean same(String one, String other) {
		return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
	}

}
