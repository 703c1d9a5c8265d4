package io.hybridge.microsoft365.http;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

import io.hybridge.microsoft365.Cloud;
import io.hybridge.remote.ConnectionFailure;
import io.hybridge.remote.RemoteFailure;
import io.hybridge.remote.RemoteFailure.Effect;

/**
 * The HTTP client of one cloud: sends once, reads at most so much of the answer, and
 * tells how far a call came that got none.
 */
public class CloudHttpClient {

	private final Cloud cloud;

	private final RestClient reads;

	private final RestClient writes;

	private final int largestAnswer;

	CloudHttpClient(Cloud cloud, RestClient reads, RestClient writes, int largestAnswer) {
		this.cloud = cloud;
		this.reads = reads;
		this.writes = writes;
		this.largestAnswer = largestAnswer;
	}

	public Cloud cloud() {
		return this.cloud;
	}

	public RemoteAnswer get(String subject, URI uri, AccessToken token) {
		return send(subject, HttpMethod.GET, uri, token, null);
	}

	public RemoteAnswer patch(String subject, URI uri, AccessToken token, String json) {
		return send(subject, HttpMethod.PATCH, uri, token, json);
	}

	private RemoteAnswer send(String subject, HttpMethod method, URI uri, AccessToken token, String json) {
		try {
			var request = ((json != null) ? this.writes : this.reads).method(method)
				.uri(uri)
				.accept(MediaType.APPLICATION_JSON)
				.header("client-request-id", UUID.randomUUID().toString());
			if (token != null) {
				request.header(HttpHeaders.AUTHORIZATION, "Bearer " + token.value());
			}
			if (json != null) {
				request.contentType(MediaType.APPLICATION_JSON).body(json.getBytes(StandardCharsets.UTF_8));
			}
			return request.exchange((sent, answer) -> read(subject, method, uri, answer));
		}
		catch (ResourceAccessException ex) {
			ConnectionFailure lost = ConnectionFailure.of(ex);
			Effect effect = lost.isBeforeRequest() ? Effect.NONE : effect(method);
			throw lost.explain("microsoft365", subject, effect, uri + "\n" + ConnectionFailure.words(ex)).causedBy(ex);
		}
	}

	private RemoteAnswer read(String subject, HttpMethod method, URI uri, ClientHttpResponse answer)
			throws IOException {
		byte[] body = answer.getBody().readNBytes(this.largestAnswer + 1);
		if (body.length > this.largestAnswer) {
			String evidence = method + " " + uri + "\nHTTP " + answer.getStatusCode().value();
			throw RemoteFailure.of(subject, effect(method), "microsoft365.too-large", evidence);
		}
		return new RemoteAnswer(method.name(), uri, answer.getStatusCode().value(), answer.getHeaders(),
				new String(body, StandardCharsets.UTF_8));
	}

	private static Effect effect(HttpMethod method) {
		return (method == HttpMethod.GET) ? Effect.NONE : Effect.POSSIBLE;
	}

}
