package io.hybridge.security.secret;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

import org.springframework.stereotype.Component;

/**
 * Seals what a browser keeps for the console, so that nobody else can read it or make it
 * up.
 */
@Component
public class BrowserSeal {

	private final SecretKeyFile key;

	BrowserSeal(SecretKeyFile key) {
		this.key = key;
	}

	/**
	 * Seals a text.
	 * @param purpose what it is for; it opens for nothing else
	 * @return text that a cookie may hold
	 */
	public String seal(String purpose, String text) {
		SealedBytes sealed = this.key.cipher().seal(text.getBytes(StandardCharsets.UTF_8), place(purpose));
		byte[] whole = Arrays.copyOf(sealed.nonce(), sealed.nonce().length + sealed.content().length);
		System.arraycopy(sealed.content(), 0, whole, sealed.nonce().length, sealed.content().length);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
	}

	/**
	 * Opens what a browser brought back.
	 * @return the text, or empty for anything that was not sealed here for this purpose
	 */
	public Optional<String> open(String purpose, String brought) {
		try {
			byte[] whole = Base64.getUrlDecoder().decode(brought);
			if (whole.length <= SecretCipher.NONCE_BYTES) {
				return Optional.empty();
			}
			SealedBytes sealed = new SealedBytes(Arrays.copyOf(whole, SecretCipher.NONCE_BYTES),
					Arrays.copyOfRange(whole, SecretCipher.NONCE_BYTES, whole.length));
			return Optional.of(new String(this.key.cipher().open(sealed, place(purpose)), StandardCharsets.UTF_8));
		}
		catch (IllegalArgumentException | SecretCipher.SecretUnreadable ex) {
			return Optional.empty();
		}
	}

	private static byte[] place(String purpose) {
		return ("browser:" + purpose).getBytes(StandardCharsets.UTF_8);
	}

}
