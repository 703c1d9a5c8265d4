package io.hybridge.certificate;

import java.util.Locale;

/**
 * The SHA-1 of a certificate as Windows shows it: 40 upper-case hexadecimal digits.
 *
 * @param value the 40 digits
 */
public record Thumbprint(String value) {

	public Thumbprint {
		if (!value.matches("[0-9A-F]{40}")) {
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
