package io.hybridge.exchange.winrm;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Arrays;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.hybridge.exchange.call.CallProgress;
import io.hybridge.exchange.call.Printed;
import io.hybridge.remote.RemoteFailure;

/**
 * One PowerShell in a shell. However its run ends, the process is ended, so that nothing
 * takes effect after we have looked away; where that was not confirmed, the failure says
 * so.
 */
final class RemoteProcess {

	private static final Logger log = LoggerFactory.getLogger(RemoteProcess.class);

	/** Short, so that a lost connection is noticed while the script still runs. */
	private static final Duration LISTENING = Duration.ofSeconds(20);

	private static final Duration ENDING = Duration.ofSeconds(5);

	/** In base64 with its envelope below {@link WsMan#ENVELOPE_SIZE}. */
	private static final int PIECE = 96_000;

	private final WsManClient client;

	private final String shell;

	private final String command;

	private final CallProgress progress;

	RemoteProcess(WsManClient client, String shell, String command, CallProgress progress) {
		this.client = client;
		this.shell = shell;
		this.command = command;
		this.progress = progress;
	}

	/**
	 * Runs it to its end.
	 * @param input its standard input
	 * @return what it printed
	 */
	Printed run(byte[] input) {
		try {
			send(input);
			return receive();
		}
		catch (RemoteFailure failure) {
			throw wasEnded() ? this.progress.ended(failure) : failure;
		}
	}

	private void send(byte[] input) {
		for (int from = 0; from < input.length; from += PIECE) {
			int to = Math.min(from + PIECE, input.length);
			boolean last = to == input.length;
			WsManRequest piece = new WsManRequest.Send(this.shell, this.command, Arrays.copyOfRange(input, from, to),
					last);
			Duration longest = this.progress.left(WsManClient.LONGEST);
			if (last) {
				this.progress.lastPieceBegins();
			}
			this.client.prompt(piece, longest, this.progress);
		}
		this.progress.lastPieceIsTaken();
	}

	private Printed receive() {
		ByteArrayOutputStream output = new ByteArrayOutputStream();
		ByteArrayOutputStream errors = new ByteArrayOutputStream();
		while (true) {
			WsManAnswer answer = this.client.ask(new WsManRequest.Receive(this.shell, this.command),
					this.progress.left(LISTENING), this.progress);
			answer.pieces()
				.forEach((piece) -> ("stdout".equals(piece.stream()) ? output : errors).writeBytes(piece.bytes()));
			if (output.size() + errors.size() > Printed.MOST) {
				throw this.progress.failure("exchange.too-much-output", "");
			}
			if (answer.done()) {
				return Printed.of(output.toByteArray(), errors.toByteArray(), answer.exitCode());
			}
		}
	}

	/** Whether the server says that it was ended. */
	private boolean wasEnded() {
		boolean interrupted = Thread.interrupted();
		try {
			return !this.client.isRefused()
					&& this.client.ask(new WsManRequest.Terminate(this.shell, this.command), ENDING, this.progress)
						.fault() == null;
		}
		catch (RemoteFailure failure) {
			log.debug("PowerShell on {} could not be ended: {}", this.progress.server(), failure.getMessage());
			return false;
		}
		finally {
			if (interrupted) {
				Thread.currentThread().interrupt();
			}
		}
	}

}
