package io.hybridge.exchange.winrm;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

import io.hybridge.exchange.call.CallProgress;
import io.hybridge.exchange.winrm.http.Answer;
import io.hybridge.exchange.winrm.http.Conversation;
import io.hybridge.exchange.winrm.signin.AlteredMessage;
import io.hybridge.exchange.winrm.signin.SignInFailure;
import io.hybridge.remote.CertificateChanged;
import io.hybridge.remote.ConnectionFailure;
import io.hybridge.remote.RemoteFailure;

/**
 * Sends one request to a server's WinRM and reads its answer; whatever is no answer
 * becomes a failure that says what is known.
 */
final class WsManClient implements AutoCloseable {

	/** Windows refuses longer operations. */
	static final Duration LONGEST = Duration.ofSeconds(60);

	/** Above every operation time-out, so that the server's own word comes first. */
	private static final Duration GRACE = Duration.ofSeconds(5);

	private final Conversation conversation;

	private final String to;

	private boolean refused;

	/**
	 * A client.
	 * @param conversation with the server
	 * @param to the server's address, as it stands in the envelope
	 */
	WsManClient(Conversation conversation, String to) {
		this.conversation = conversation;
		this.to = to;
	}

	/**
	 * Asks once.
	 * @param request what
	 * @param operationTimeout how long the server may take
	 * @param progress of the call
	 * @return the answer; a fault is only returned when the conversation goes on after it
	 * @throws RemoteFailure when there is none
	 */
	WsManAnswer ask(WsManRequest request, Duration operationTimeout, CallProgress progress) {
		try {
			byte[] envelope = request.envelope(this.to, operationTimeout);
			Answer answer = this.conversation.send(envelope, operationTimeout.plus(GRACE));
			this.refused |= answer.status() == 401;
			return new ResponseInterpreter(progress).read(answer);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw progress.failure("exchange.interrupted", "").causedBy(ex);
		}
		catch (SignInFailure ex) {
			this.refused = true;
			throw notSignedIn(ex, progress).causedBy(ex);
		}
		catch (AlteredMessage ex) {
			throw progress.failure("exchange.answer-not-sealed", ex.getMessage()).causedBy(ex);
		}
		catch (IOException | TimeoutException ex) {
			throw notAnswered(ex, progress).causedBy(ex);
		}
	}

	/**
	 * Asks what has no other answer than a prompt one.
	 * @throws RemoteFailure when there is none
	 */
	WsManAnswer prompt(WsManRequest request, CallProgress progress) {
		return prompt(request, progress.left(LONGEST), progress);
	}

	WsManAnswer prompt(WsManRequest request, Duration longest, CallProgress progress) {
		WsManAnswer answer = ask(request, longest, progress);
		if (answer.fault() != null) {
			throw progress.failure("exchange.no-answer", answer.fault().text()).worthRetrying();
		}
		return answer;
	}

	/** Whether nobody was let in: whatever is asked next would be another try. */
	boolean isRefused() {
		return this.refused;
	}

	@Override
	public void close() {
		this.conversation.close();
	}

	private static RemoteFailure notAnswered(Exception exception, CallProgress progress) {
		return CertificateChanged.in(exception)
			.filter((certificate) -> !progress.mayHaveRun())
			.map((certificate) -> progress.failure("exchange.certificate-changed", certificate.getMessage()))
			.orElseGet(() -> reason(exception, progress).explain("exchange", progress.server(), progress.effect(),
					ConnectionFailure.words(exception)));
	}

	/**
	 * Once the script may run, a connection that cannot be made again is a lost one: the
	 * other texts say that nothing was changed.
	 */
	private static ConnectionFailure reason(Exception exception, CallProgress progress) {
		ConnectionFailure reason = ConnectionFailure.of(exception);
		return (reason.isBeforeRequest() && progress.mayHaveRun()) ? ConnectionFailure.CONNECTION_LOST : reason;
	}

	private static RemoteFailure notSignedIn(SignInFailure failure, CallProgress progress) {
		return progress.mayHaveRun()
				? progress.failure(ConnectionFailure.CONNECTION_LOST.code("exchange"), failure.getMessage())
				: beforeAnything(failure, progress.failure(failure.code(), failure.evidence()));
	}

	private static RemoteFailure beforeAnything(SignInFailure failure, RemoteFailure told) {
		return failure.isPassing() ? told.worthRetrying() : told;
	}

}
