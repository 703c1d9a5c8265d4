package io.hybridge.security.secret;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

import org.springframework.stereotype.Component;

/**
 * Seals what a browser keeps for the console, so that nobody else can read it or make it
 * up.
 */
@Component
public class BrowserSeal {

	private final Seal seal;

	BrowserSeal(Seal seal) {
		this.seal = seal;
	}

	/**
	 * Seals a text.
	 * @param purpose what it is for; it opens for nothing else
	 * @return text that a cookie may hold
	 */
	public String seal(String purpose, String text) {
		return Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString(this.seal.seal(place(purpose), text.getBytes(StandardCharsets.UTF_8)));
	}

	/**
	 * Opens what a browser brought back.
	 * @return the text, or empty for anything that was not sealed here for this purpose
	 */
	public Optional<String> open(String purpose, String brought) {
		try {
			return this.seal.open(place(purpose), Base64.getUrlDecoder().decode(brought))
				.map((text) -> new String(text, StandardCharsets.UTF_8));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	private static String place(String purpose) {
		return "browser:" + purpose;
	}

}
