package io.hybridge.microsoft365.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import com.microsoft.aad.msal4j.HttpRequest;
import com.microsoft.aad.msal4j.HttpResponse;
import com.microsoft.aad.msal4j.IHttpClient;
import com.microsoft.aad.msal4j.IHttpResponse;

import io.hybridge.microsoft365.Cloud;
import io.hybridge.microsoft365.Microsoft365Settings;

/**
 * Carries what Microsoft's sign-in library asks as everything else is carried: to no
 * other host that an answer names, for no longer than is set, and with no longer answer.
 */
public final class MsalHttpClient implements IHttpClient {

	private final HttpClient http;

	private final Duration longest;

	private final long largestAnswer;

	private MsalHttpClient(HttpClient http, Duration longest, long largestAnswer) {
		this.http = http;
		this.longest = longest;
		this.largestAnswer = largestAnswer;
	}

	public static MsalHttpClient to(Cloud cloud, Microsoft365Settings settings) {
		return new MsalHttpClient(CloudHttpClients.connecting(cloud, settings),
				settings.connectTimeout().plus(settings.readTimeout()), settings.largestAnswer().toBytes());
	}

	@Override
	public IHttpResponse send(HttpRequest asked) throws IOException, InterruptedException {
		CompletableFuture<java.net.http.HttpResponse<String>> answer = this.http.sendAsync(request(asked),
				BodyHandlers.limiting(BodyHandlers.ofString(), this.largestAnswer));
		try {
			return msal(answer.get(this.longest.toMillis(), TimeUnit.MILLISECONDS));
		}
		catch (TimeoutException ex) {
			throw new HttpTimeoutException("No whole answer within " + this.longest.toSeconds() + " s");
		}
		catch (ExecutionException ex) {
			throw (ex.getCause() instanceof IOException lost) ? lost : new IOException(ex.getCause());
		}
		finally {
			answer.cancel(true);
		}
	}

	private static java.net.http.HttpRequest request(HttpRequest asked) {
		BodyPublisher body = (asked.body() != null) ? BodyPublishers.ofString(asked.body()) : BodyPublishers.noBody();
		var request = java.net.http.HttpRequest.newBuilder(URI.create(asked.url().toString()))
			.method(asked.httpMethod().methodName, body);
		if (asked.headers() != null) {
			asked.headers().forEach(request::setHeader);
		}
		return request.build();
	}

	private static IHttpResponse msal(java.net.http.HttpResponse<String> answer) {
		HttpResponse response = new HttpResponse().statusCode(answer.statusCode()).body(answer.body());
		response.addHeaders(answer.headers().map());
		return response;
	}

}
