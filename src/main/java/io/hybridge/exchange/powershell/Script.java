package io.hybridge.exchange.powershell;

/**
 * One reviewed script of the catalogue. Its text is constant; values reach it only as
 * data.
 *
 * @param name for instance {@code Set-AuthServer}
 * @param text ASCII with LF line ends
 * @param sha256 of the text, 64 lower-case hexadecimal digits
 */
public record Script(String name, String text, String sha256) {
}
