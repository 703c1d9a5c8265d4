package io.hybridge.microsoft365.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.http.HttpHeaders;

/**
 * What a server of Microsoft answered, before anybody judges it.
 *
 * @param method that was sent
 * @param uri to where
 * @param status HTTP status
 * @param headers of the answer
 * @param body of the answer, may be empty
 */
public record RemoteAnswer(String method, URI uri, int status, HttpHeaders headers, String body) {

	private static final Pattern CLAIMS = Pattern.compile("claims=\"([^\"]+)\"");

	private static final int LONGEST_CLAIMS = 4000;

	private static final int SHORTEST_LOOK = 200;

	private static final int LONGEST_LOOK = 64 * 1024;

	public boolean successful() {
		return this.status >= 200 && this.status < 300;
	}

	public boolean json() {
		String type = GraphJson.orEmpty(this.headers.getFirst(HttpHeaders.CONTENT_TYPE)).toLowerCase(Locale.ROOT);
		return type.startsWith("application/json") || type.startsWith("text/json");
	}

	boolean isWrite() {
		return !"GET".equals(this.method);
	}

	/** Whether it asks for a token that says more, which only a new sign-in gives. */
	public boolean challengesClaims() {
		return (this.status == 401 || this.status == 403) && this.headers.getOrEmpty(HttpHeaders.WWW_AUTHENTICATE)
			.stream()
			.anyMatch((challenge) -> challenge.contains("insufficient_claims") || challenge.contains("claims="));
	}

	/** What it asks for, as JSON, or empty where it does not say. */
	public Optional<String> claims() {
		return this.headers.getOrEmpty(HttpHeaders.WWW_AUTHENTICATE)
			.stream()
			.map(CLAIMS::matcher)
			.filter(Matcher::find)
			.map((found) -> decoded(found.group(1)))
			.filter((claims) -> claims.startsWith("{") && claims.length() <= LONGEST_CLAIMS)
			.findFirst();
	}

	private static String decoded(String base64) {
		try {
			return new String(Base64.getDecoder().decode(base64.replace('-', '+').replace('_', '/')),
					StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			return "";
		}
	}

	public String requestId() {
		String id = this.headers.getFirst("request-id");
		return GraphJson.orEmpty((id != null) ? id : this.headers.getFirst("x-ms-request-id"));
	}

	/** The answer word for word, with what support asks for. */
	public String evidence() {
		return heading() + "\n" + first(LONGEST_LOOK);
	}

	/** Enough of a foreign page to recognize who wrote it. */
	String glimpse() {
		return heading() + "\n" + first(SHORTEST_LOOK);
	}

	private String heading() {
		return this.method + " " + this.uri + "\nHTTP " + this.status
				+ (requestId().isEmpty() ? "" : ", request-id " + requestId());
	}

	private String first(int characters) {
		return (this.body.length() > characters) ? this.body.substring(0, characters) : this.body;
	}

}
