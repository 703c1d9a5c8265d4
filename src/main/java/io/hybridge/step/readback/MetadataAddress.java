package io.hybridge.step.readback;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An auth server's metadata address by what it means: the host and the realm. Microsoft
 * writes the same address in two forms, with the realm in the query and in the path.
 *
 * @param host lower case
 * @param realm a domain or a tenant id, lower case
 */
public record MetadataAddress(String host, String realm) {

	private static final Pattern IN_PATH = Pattern.compile("/([^/]+)/metadata/json/1/?");

	private static final Pattern IN_QUERY = Pattern.compile("(?:^|&)realm=([^&]+)");

	/**
	 * Whether two addresses mean the same.
	 * @param one an address as text
	 * @param other an address as text
	 * @return true when host and realm are equal, however they are written
	 */
	public static boolean sameMeaning(String one, String other) {
		Optional<MetadataAddress> first = of(one);
		return first.isPresent() && first.equals(of(other));
	}

	/**
	 * Reads an address.
	 * @param text as Exchange writes it
	 * @return what it means, or empty when it is none
	 */
	public static Optional<MetadataAddress> of(String text) {
		try {
			URI uri = URI.create(text);
			if (uri.getHost() == null || !"https".equalsIgnoreCase(uri.getScheme())) {
				return Optional.empty();
			}
			return realm(uri).map((realm) -> new MetadataAddress(uri.getHost().toLowerCase(Locale.ROOT), realm));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	private static Optional<String> realm(URI uri) {
		for (Matcher matcher : new Matcher[] { IN_PATH.matcher(String.valueOf(uri.getPath())),
				IN_QUERY.matcher(String.valueOf(uri.getQuery())) }) {
			if (matcher.find()) {
				return Optional.of(matcher.group(1).toLowerCase(Locale.ROOT));
			}
		}
		return Optional.empty();
	}

}
