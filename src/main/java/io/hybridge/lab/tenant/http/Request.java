package io.hybridge.lab.tenant.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request to the tenant, read as a whole.
 *
 * @param method of HTTP
 * @param path decoded
 * @param query parameters of the address
 * @param headers by lower-case name
 * @param body as text
 * @param parts what the route's pattern captured
 */
public record Request(String method, String path, Map<String, String> query, Map<String, String> headers, String body,
		List<String> parts) {

	public String part(int index) {
		return this.parts.get(index);
	}

	public Optional<String> header(String name) {
		return Optional.ofNullable(this.headers.get(name));
	}

	public Map<String, String> form() {
		return pairs(this.body);
	}

	Request with(List<String> parts) {
		return new Request(this.method, this.path, this.query, this.headers, this.body, parts);
	}

	public static Map<String, String> pairs(String encoded) {
		Map<String, String> pairs = new LinkedHashMap<>();
		for (String pair : (encoded != null) ? encoded.split("&") : new String[0]) {
			int equals = pair.indexOf('=');
			if (equals > 0) {
				pairs.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
			}
		}
		return pairs;
	}

	private static String decode(String text) {
		return URLDecoder.decode(text, StandardCharsets.UTF_8);
	}

}
