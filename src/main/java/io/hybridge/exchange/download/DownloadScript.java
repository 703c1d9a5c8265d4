package io.hybridge.exchange.download;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.apache.commons.codec.digest.DigestUtils;

/**
 * A script to read and to download.
 *
 * @param fileName for the download
 * @param sha256 of the constant text, without the parameters
 * @param text to read, with LF
 */
public record DownloadScript(String fileName, String sha256, String text) {

	private static final Pattern HEAD = Pattern.compile("\\A(?:#[^\n]*\n)+");

	/**
	 * Puts the values under the sentences with which a script begins.
	 * @param name of the file
	 * @param constant the script without values
	 * @param values its parameters, each with its value as the default
	 */
	static DownloadScript of(String name, String constant, Map<String, ?> values) {
		int end = HEAD.matcher(constant).results().findFirst().map(MatchResult::end).orElse(0);
		return new DownloadScript("Hybridge-" + name + ".ps1", DigestUtils.sha256Hex(constant),
				constant.substring(0, end) + PowerShellLiteral.parameters(values) + constant.substring(end));
	}

	/**
	 * The file as Windows wants it: Windows PowerShell reads a file without byte order
	 * mark in the server's code page.
	 * @return UTF-8 with byte order mark and CRLF
	 */
	public byte[] file() {
		return ("\uFEFF" + this.text.replace("\n", "\r\n")).getBytes(StandardCharsets.UTF_8);
	}

}
