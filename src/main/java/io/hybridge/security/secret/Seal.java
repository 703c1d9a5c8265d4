package io.hybridge.security.secret;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

import org.springframework.stereotype.Component;

/**
 * Seals bytes for somebody else to keep, so that nobody else can read them or make them
 * up.
 */
@Component
public class Seal {

	private final SecretKeyFile key;

	Seal(SecretKeyFile key) {
		this.key = key;
	}

	/**
	 * Seals bytes.
	 * @param purpose what they are for; they open for nothing else
	 */
	public byte[] seal(String purpose, byte[] content) {
		SealedBytes sealed = this.key.cipher().seal(content, place(purpose));
		byte[] whole = Arrays.copyOf(sealed.nonce(), sealed.nonce().length + sealed.content().length);
		System.arraycopy(sealed.content(), 0, whole, sealed.nonce().length, sealed.content().length);
		return whole;
	}

	/**
	 * Opens what was sealed.
	 * @return the bytes, or empty for anything that was not sealed here for this purpose
	 */
	public Optional<byte[]> open(String purpose, byte[] whole) {
		if (whole.length <= SecretCipher.NONCE_BYTES) {
			return Optional.empty();
		}
		SealedBytes sealed = new SealedBytes(Arrays.copyOf(whole, SecretCipher.NONCE_BYTES),
				Arrays.copyOfRange(whole, SecretCipher.NONCE_BYTES, whole.length));
		try {
			return Optional.of(this.key.cipher().open(sealed, place(purpose)));
		}
		catch (SecretCipher.SecretUnreadable ex) {
			return Optional.empty();
		}
	}

	private static byte[] place(String purpose) {
		return purpose.getBytes(StandardCharsets.UTF_8);
	}

}
