package io.hybridge.microsoft365.graph;

import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;

import io.hybridge.microsoft365.http.AccessToken;
import io.hybridge.microsoft365.http.CloudHttpClient;
import io.hybridge.microsoft365.http.GraphErrorMapper;
import io.hybridge.microsoft365.http.GraphJson;
import io.hybridge.microsoft365.http.ReadRetry;
import io.hybridge.microsoft365.http.RemoteAnswer;

/**
 * Asks Microsoft Graph in the name of one administrator and remembers, word for word,
 * what was asked and answered.
 */
class GraphClient {

	static final String SUBJECT = "Microsoft Graph";

	private static final int MOST_PAGES = 50;

	private final CloudHttpClient http;

	private final ReadRetry retry;

	private final Clock clock;

	private final AccessToken token;

	private final Consumer<String> challenged;

	private final List<String> answers = new ArrayList<>();

	GraphClient(CloudHttpClient http, ReadRetry retry, Clock clock, AccessToken token, Consumer<String> challenged) {
		this.http = http;
		this.retry = retry;
		this.clock = clock;
		this.token = token;
		this.challenged = challenged;
	}

	/** Another one with the same token, which hears for itself. */
	GraphClient beside(Consumer<String> challenged) {
		return new GraphClient(this.http, this.retry, this.clock, this.token, challenged);
	}

	void challenged(String claims) {
		this.challenged.accept(claims);
	}

	AccessToken token() {
		return this.token;
	}

	String evidence() {
		return String.join("\n\n", this.answers);
	}

	/** One object, or empty when there is none at the address. */
	<T> Optional<T> find(String path, String select, Class<T> shape) {
		RemoteAnswer answer = read(uri(path, select));
		return (answer.status() == 404 && answer.json()) ? Optional.empty() : Optional.of(shaped(answer, shape));
	}

	/** One object, or empty when it is not there or nobody may see it. */
	<T> Optional<T> findIfPermitted(String path, String select, Class<T> shape) {
		RemoteAnswer answer = read(uri(path, select));
		return withheld(answer) ? Optional.empty() : Optional.of(shaped(answer, shape));
	}

	/** All objects of a collection, over its pages. */
	<T> List<T> all(String path, String select, Class<T> shape) {
		return all(read(uri(path, select)), shape);
	}

	/** All objects of a collection, or none when nobody may see them. */
	<T> List<T> allIfPermitted(String path, Class<T> shape) {
		RemoteAnswer answer = read(uri(path, null));
		return withheld(answer) ? List.of() : all(answer, shape);
	}

	private <T> List<T> all(RemoteAnswer first, Class<T> shape) {
		List<T> objects = new ArrayList<>();
		RemoteAnswer answer = first;
		for (int page = 1;; page++) {
			JsonNode body = shaped(answer, JsonNode.class);
			for (JsonNode object : body.path("value")) {
				objects.add(shaped(answer, object.toString(), shape));
			}
			URI next = nextPage(answer, body.path("@odata.nextLink").asString(""));
			if (next == null || page == MOST_PAGES) {
				return objects;
			}
			answer = read(next);
		}
	}

	/** Sends a change once. */
	RemoteAnswer patch(URI uri, Object body) {
		RemoteAnswer answer = this.http.patch(SUBJECT, uri, this.token, GraphJson.JSON.writeValueAsString(body));
		heard(answer);
		if (!answer.successful()) {
			throw GraphErrorMapper.ofWrite(SUBJECT, answer, this.clock.instant());
		}
		if (!answer.body().isEmpty() && !answer.json()) {
			throw GraphErrorMapper.unreadable(SUBJECT, answer, true);
		}
		return answer;
	}

	URI object(String collection, String id) {
		return UriComponentsBuilder.fromUri(this.http.cloud().graph())
			.pathSegment("v1.0", collection, "{id}")
			.encode()
			.buildAndExpand(id)
			.toUri();
	}

	private static boolean withheld(RemoteAnswer answer) {
		return answer.json() && (answer.status() == 404 || answer.status() == 403 && !answer.challengesClaims());
	}

	private RemoteAnswer read(URI uri) {
		RemoteAnswer answer = this.retry.answer(() -> this.http.get(SUBJECT, uri, this.token));
		heard(answer);
		return answer;
	}

	private void heard(RemoteAnswer answer) {
		this.answers.add(answer.evidence());
		if (answer.challengesClaims()) {
			answer.claims().ifPresent(this::challenged);
		}
	}

	private <T> T shaped(RemoteAnswer answer, Class<T> shape) {
		if (!answer.successful()) {
			throw GraphErrorMapper.ofRead(SUBJECT, answer, this.clock.instant());
		}
		return shaped(answer, answer.body(), shape);
	}

	private static <T> T shaped(RemoteAnswer answer, String json, Class<T> shape) {
		T object = answer.json() ? GraphJson.read(json, shape) : null;
		if (object == null) {
			throw GraphErrorMapper.unreadable(SUBJECT, answer, false);
		}
		return object;
	}

	// Microsoft's own link, followed only to where the token belongs.
	private URI nextPage(RemoteAnswer answer, String link) {
		if (link.isEmpty()) {
			return null;
		}
		try {
			URI next = URI.create(link);
			URI graph = this.http.cloud().graph();
			if (graph.getScheme().equals(next.getScheme()) && graph.getRawAuthority().equals(next.getRawAuthority())) {
				return next;
			}
		}
		catch (IllegalArgumentException ex) {
			// Told below.
		}
		throw GraphErrorMapper.unreadable(SUBJECT, answer, false);
	}

	private URI uri(String path, String select) {
		UriComponentsBuilder uri = UriComponentsBuilder.fromUri(this.http.cloud().graph()).path("/v1.0" + path);
		if (select != null) {
			uri.queryParam("$select", select);
		}
		return uri.build().encode().toUri();
	}

}
