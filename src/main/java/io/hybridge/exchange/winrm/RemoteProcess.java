package io.hybridge.exchange.winrm;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Arrays;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.hybridge.exchange.call.CallProgress;
import io.hybridge.exchange.call.Printed;
import io.hybridge.remote.ConnectionFailure;
import io.hybridge.remote.RemoteFailure;

/**
 * One process in a shell of its own on a server. However its run ends, the process is
 * ended and the shell closed, so that nothing takes effect after we have looked away.
 */
final class RemoteProcess implements AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(RemoteProcess.class);

	/** Windows refuses longer operations. */
	private static final Duration LONGEST = Duration.ofSeconds(60);

	/** Short, so that a lost connection is noticed while the script still runs. */
	private static final Duration LISTENING = Duration.ofSeconds(20);

	private static final Duration ENDING = Duration.ofSeconds(5);

	/** In base64 with its envelope below {@link WsMan#ENVELOPE_SIZE}. */
	private static final int PIECE = 96_000;

	private final WsManClient client;

	private final CallProgress progress;

	private final String shell;

	private String command;

	private boolean ended;

	private RemoteProcess(WsManClient client, CallProgress progress, String shell) {
		this.client = client;
		this.progress = progress;
		this.shell = shell;
	}

	/**
	 * Opens a shell for one process. A kept connection may have been closed by the server
	 * just now; a shell that was not opened has no effect, so this one request is asked
	 * again.
	 * @param client to ask
	 * @param progress of the call
	 * @return the process, not yet started
	 */
	static RemoteProcess open(WsManClient client, CallProgress progress) {
		WsManAnswer created;
		try {
			created = ask(client, progress, new WsManRequest.Create());
		}
		catch (RemoteFailure failure) {
			if (!failure.code().equals(ConnectionFailure.CONNECTION_LOST.code("exchange"))) {
				throw failure;
			}
			created = ask(client, progress, new WsManRequest.Create());
		}
		if (created.shell() == null) {
			throw progress.failure("exchange.not-winrm", "no shell in the answer");
		}
		return new RemoteProcess(client, progress, created.shell());
	}

	/**
	 * Runs a program to its end.
	 * @param program what to start
	 * @param arguments its arguments
	 * @param input its standard input
	 * @return what it printed
	 */
	Printed run(String program, String arguments, byte[] input) {
		this.command = ask(new WsManRequest.Command(this.shell, program, arguments)).command();
		if (this.command == null) {
			throw this.progress.failure("exchange.not-winrm", "no command in the answer");
		}
		send(input);
		return receive();
	}

	private void send(byte[] input) {
		for (int from = 0; from < input.length; from += PIECE) {
			int to = Math.min(from + PIECE, input.length);
			boolean last = to == input.length;
			if (last) {
				this.progress.lastPieceBegins();
			}
			ask(new WsManRequest.Send(this.shell, this.command, Arrays.copyOfRange(input, from, to), last));
		}
		this.progress.lastPieceIsTaken();
	}

	private Printed receive() {
		ByteArrayOutputStream output = new ByteArrayOutputStream();
		ByteArrayOutputStream errors = new ByteArrayOutputStream();
		while (true) {
			WsManAnswer answer = this.client.ask(new WsManRequest.Receive(this.shell, this.command),
					timeLeft(LISTENING), this.progress);
			answer.pieces()
				.forEach((piece) -> ("stdout".equals(piece.stream()) ? output : errors).writeBytes(piece.bytes()));
			if (output.size() + errors.size() > Printed.MOST) {
				throw this.progress.failure("exchange.too-much-output", "");
			}
			if (answer.done()) {
				this.ended = true;
				return Printed.of(output.toByteArray(), errors.toByteArray(), answer.exitCode());
			}
		}
	}

	private WsManAnswer ask(WsManRequest request) {
		return ask(this.client, this.progress, request);
	}

	private static WsManAnswer ask(WsManClient client, CallProgress progress, WsManRequest request) {
		return answered(client.ask(request, timeLeft(progress, LONGEST), progress), progress);
	}

	private static WsManAnswer answered(WsManAnswer answer, CallProgress progress) {
		if (answer.fault() == null) {
			return answer;
		}
		throw progress.failure("exchange.no-answer", answer.fault().text()).worthRetrying();
	}

	private Duration timeLeft(Duration most) {
		return timeLeft(this.progress, most);
	}

	private static Duration timeLeft(CallProgress progress, Duration most) {
		Duration left = progress.left();
		if (!left.isPositive()) {
			throw progress.failure("exchange.deadline", "");
		}
		return (left.compareTo(most) < 0) ? left : most;
	}

	@Override
	public void close() {
		boolean interrupted = Thread.interrupted();
		try {
			if (!this.ended && this.command != null) {
				tryToAsk(new WsManRequest.Terminate(this.shell, this.command));
			}
			tryToAsk(new WsManRequest.Delete(this.shell));
		}
		finally {
			if (interrupted) {
				Thread.currentThread().interrupt();
			}
		}
	}

	private void tryToAsk(WsManRequest request) {
		try {
			this.client.ask(request, ENDING, this.progress);
		}
		catch (RemoteFailure failure) {
			// The server ends an abandoned shell by itself after its idle time.
			log.debug("The shell on {} could not be closed: {}", this.progress.server(), failure.getMessage());
		}
	}

}
