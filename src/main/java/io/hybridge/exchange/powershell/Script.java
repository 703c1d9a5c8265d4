package io.hybridge.exchange.powershell;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.commons.codec.digest.DigestUtils;

/**
 * One reviewed script of the catalogue. Its text is constant; values reach it only as
 * data.
 *
 * @param name for instance {@code Set-AuthServer}
 * @param text ASCII with LF line ends
 */
public record Script(String name, String text) {

	private static final Pattern INCLUDE = Pattern.compile("(?m)^# include ((?:part/|opening/)?[A-Za-z-]+)\\.ps1\n");

	/**
	 * Reads a script that was built into the product; what it includes stands in it.
	 * @param name of the script
	 * @param file below the catalogue's folder, without its ending
	 */
	public static Script read(String name, String file) {
		return new Script(name, whole(file));
	}

	private static String whole(String file) {
		return INCLUDE.matcher(source(file)).replaceAll((include) -> Matcher.quoteReplacement(whole(include.group(1))));
	}

	/**
	 * Whether it may change anything; the others only ask.
	 * @return false for a script that reads or tests
	 */
	public boolean changes() {
		return !this.name.startsWith("Get-") && !this.name.startsWith("Test-");
	}

	/**
	 * The hash that the page shows, the audit keeps and the lab recognizes.
	 * @return 64 lower-case hexadecimal digits
	 */
	public String sha256() {
		return DigestUtils.sha256Hex(this.text);
	}

	private static String source(String file) {
		try (InputStream stream = Script.class.getResourceAsStream("/powershell/" + file + ".ps1")) {
			if (stream == null) {
				throw new IllegalStateException("The script " + file + " is missing");
			}
			return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
