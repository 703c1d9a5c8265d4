package io.hybridge.certificate;

import java.util.Locale;
import java.util.Optional;

/**
 * The SHA-1 of a certificate as Windows shows it: 40 upper-case hexadecimal digits.
 *
 * @param value the 40 digits
 */
public record Thumbprint(String value) {

	private static final String DIGITS = "[0-9A-F]{40}";

	public Thumbprint {
		if (!value.matches(DIGITS)) {
			throw new IllegalArgumentException("A thumbprint has 40 hexadecimal digits");
		}
	}

	/**
	 * Reads a thumbprint as people paste it: with blanks, colons, lower case, or the
	 * invisible mark that the certificate dialog puts in front.
	 * @param text what was pasted
	 * @return the thumbprint
	 * @throws IllegalArgumentException when other than 40 hexadecimal digits remain
	 */
	public static Thumbprint parse(String text) {
		return new Thumbprint(text.replaceAll("[\\s:\\u200E\\u200F\\uFEFF]", "").toUpperCase(Locale.ROOT));
	}

	/**
	 * The thumbprint that a text of ours begins with.
	 * @param text may be null
	 * @return the thumbprint, or empty where it begins with none
	 */
	public static Optional<Thumbprint> leading(String text) {
		return Optional.ofNullable(text)
			.map((words) -> words.split(" ", 2)[0])
			.filter((word) -> word.matches(DIGITS))
			.map(Thumbprint::new);
	}

	/**
	 * The first and last digits, for places where the whole does not fit.
	 * @return for instance {@code 7595DBDE…253C}
	 */
	public String brief() {
		return this.value.substring(0, 8) + "…" + this.value.substring(36);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
