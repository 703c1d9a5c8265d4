package io.hybridge.exchange.winrm.http;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Sends single requests to one address and waits for what comes back.
 *
 * @param endpoint the address
 * @param client that sends
 */
record Requests(WinRmEndpoint endpoint, HttpClient client) {

	static final String SOAP = "application/soap+xml;charset=UTF-8";

	private static final int LARGEST_ANSWER = 2 << 20;

	/**
	 * The same by a client that has no connection yet. What goes on by the former one
	 * ends.
	 */
	Requests anew() {
		this.client.shutdownNow();
		return new Requests(this.endpoint, this.endpoint.peer().client());
	}

	/**
	 * Sends one.
	 * @param authorization a header, or null without
	 * @param contentType of the body
	 * @param body of the request
	 * @param longest how long to wait for the answer
	 */
	HttpResponse<byte[]> send(String authorization, String contentType, byte[] body, Duration longest)
			throws IOException, TimeoutException, InterruptedException {
		HttpRequest.Builder request = HttpRequest.newBuilder(this.endpoint.dialled())
			.header("Content-Type", contentType)
			.header("Accept-Encoding", "identity")
			.header("User-Agent", "Hybridge")
			.POST(HttpRequest.BodyPublishers.ofByteArray(body));
		if (authorization != null) {
			request.header("Authorization", authorization);
		}
		return response(request.build(), longest);
	}

	private HttpResponse<byte[]> response(HttpRequest request, Duration longest)
			throws IOException, InterruptedException, TimeoutException {
		CompletableFuture<HttpResponse<byte[]>> response = this.client.sendAsync(request,
				BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST_ANSWER));
		try {
			return response.get(longest.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (ExecutionException ex) {
			throw (ex.getCause() instanceof IOException cause) ? cause : new IOException(ex.getCause());
		}
		finally {
			response.cancel(true);
		}
	}

}
