package io.hybridge.exchange.winrm;

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

import io.hybridge.exchange.call.CallProgress;
import io.hybridge.remote.ConnectionFailure;

/**
 * Sends one request to a server's WinRM and reads its answer; whatever is no answer
 * becomes a failure that says what is known.
 */
final class WsManClient {

	/** Above every operation time-out, so that the server's own word comes first. */
	private static final Duration GRACE = Duration.ofSeconds(5);

	private static final int LARGEST_ANSWER = 2 << 20;

	private final WinRmEndpoint endpoint;

	private final HttpClient http;

	private final BasicSignIn signIn;

	WsManClient(WinRmEndpoint endpoint, HttpClient http, BasicSignIn signIn) {
		this.endpoint = endpoint;
		this.http = http;
		this.signIn = signIn;
	}

	/**
	 * Asks once.
	 * @param request what
	 * @param operationTimeout how long the server may take
	 * @param progress of the call
	 * @return the answer; a fault is only returned when the conversation goes on after it
	 * @throws io.hybridge.remote.RemoteFailure when there is none
	 */
	WsManAnswer ask(WsManRequest request, Duration operationTimeout, CallProgress progress) {
		ResponseInterpreter answers = new ResponseInterpreter(progress);
		try {
			HttpRequest.Builder http = HttpRequest.newBuilder(this.endpoint.dialled())
				.header("Content-Type", "application/soap+xml;charset=UTF-8")
				.header("User-Agent", "Hybridge")
				.POST(HttpRequest.BodyPublishers.ofByteArray(request.envelope(this.endpoint.to(), operationTimeout)));
			this.signIn.sign(http);
			return answers.read(response(http.build(), operationTimeout.plus(GRACE)));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw progress.failure("exchange.interrupted", "").causedBy(ex);
		}
		catch (IOException | TimeoutException ex) {
			throw reason(ex, progress)
				.explain("exchange", progress.server(), progress.effect(), ConnectionFailure.words(ex))
				.causedBy(ex);
		}
	}

	/**
	 * Once the script may run, a connection that cannot be made again is a lost one: the
	 * other texts say that nothing was changed.
	 */
	private static ConnectionFailure reason(Exception exception, CallProgress progress) {
		ConnectionFailure reason = ConnectionFailure.of(exception);
		return (reason.isBeforeRequest() && progress.mayHaveRun()) ? ConnectionFailure.CONNECTION_LOST : reason;
	}

	private HttpResponse<byte[]> response(HttpRequest request, Duration longest)
			throws IOException, InterruptedException, TimeoutException {
		CompletableFuture<HttpResponse<byte[]>> response = this.http.sendAsync(request,
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
