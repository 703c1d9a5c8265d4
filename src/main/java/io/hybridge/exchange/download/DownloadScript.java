package io.hybridge.exchange.download;

import java.nio.charset.StandardCharsets;

import org.apache.commons.codec.digest.DigestUtils;
import tools.jackson.databind.json.JsonMapper;

import io.hybridge.exchange.powershell.ScriptCatalog;

/**
 * A script to read and to download.
 *
 * @param fileName for the download
 * @param sha256 of the constant text, without the first line
 * @param text to read, ASCII with LF
 */
public record DownloadScript(String fileName, String sha256, String text) {

	static DownloadScript of(String name, String constant, Object values) {
		return new DownloadScript("Hybridge-" + name + ".ps1", DigestUtils.sha256Hex(constant),
				ScriptCatalog.withValues(JsonMapper.shared().writeValueAsString(values), constant));
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
