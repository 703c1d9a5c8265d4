package io.hybridge.lab.exchange.winrm;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import io.hybridge.lab.Delivery;
import io.hybridge.lab.exchange.script.ScriptAdmission.Admitted;
import io.hybridge.lab.exchange.script.ScriptDispatcher;
import io.hybridge.lab.exchange.script.ScriptDispatcher.Completed;

/** One process in a shell: its input, its output, and whether it still runs. */
final class WinRmCommand {

	static final String TERMINATE = WinRmRequest.SHELL + "/signal/terminate";

	static final String INTERRUPT = WinRmRequest.SHELL + "/signal/ctrl_c";

	private static final int LARGEST_INPUT = 1 << 20;

	/** Odd on purpose, so that pieces end in the middle of characters and lines. */
	private static final int PIECE = 8191;

	/** STATUS_CONTROL_C_EXIT, which Windows gives as an unsigned number. */
	private static final long ENDED_FROM_OUTSIDE = 3_221_225_786L;

	private final String id = UUID.randomUUID().toString().toUpperCase(Locale.ROOT);

	private final ByteArrayOutputStream input = new ByteArrayOutputStream();

	private final Deque<Piece> output = new ArrayDeque<>();

	private boolean inputCanEnd;

	private Thread process;

	private Completed completed;

	private boolean done;

	private boolean lost;

	private long exitCode;

	String id() {
		return this.id;
	}

	synchronized void inputCanEnd(boolean can) {
		this.inputCanEnd = can;
	}

	/**
	 * Takes a piece of standard input.
	 * @param bytes the piece
	 * @param last whether the client ends the input with it
	 * @return whether the input is complete now
	 * @throws WinRmFault when nobody could want that much
	 */
	synchronized boolean take(byte[] bytes, boolean last) {
		if (this.done || this.process != null) {
			throw WinRmFault.shellGone();
		}
		if (this.input.size() + bytes.length > LARGEST_INPUT) {
			throw WinRmFault.invalid("The input is too large.");
		}
		this.input.writeBytes(bytes);
		return last && this.inputCanEnd;
	}

	synchronized byte[] input() {
		return this.input.toByteArray();
	}

	/**
	 * Starts a script that was admitted.
	 * @param admitted what runs
	 * @param dispatcher that runs it
	 */
	synchronized void start(Admitted admitted, ScriptDispatcher dispatcher) {
		this.process = Thread.ofVirtual()
			.name("lab-" + admitted.call().script())
			.start(() -> finish(dispatcher.run(admitted)));
	}

	private synchronized void finish(Completed result) {
		switch (result.delivery()) {
			// With null the compiler asks for every constant.
			case null -> throw new IllegalArgumentException();
			case DELIVERED -> {
				this.completed = result;
				if (this.done) {
					undelivered();
					return;
				}
				print("stdout", result.printed().output());
				print("stderr", result.printed().errors());
				end(result.printed().exitCode());
			}
			case LOST -> {
				this.lost = true;
				notifyAll();
			}
			case HELD -> {
			}
		}
	}

	/**
	 * Ends at once with a message on standard error: what was asked for does not run
	 * here.
	 * @param message why
	 */
	synchronized void refuse(String message) {
		print("stderr", message + "\r\n");
		end(1);
	}

	/** Ends the process from outside. */
	synchronized void terminate() {
		if (!this.done) {
			if (this.process != null) {
				this.process.interrupt();
			}
			end(ENDED_FROM_OUTSIDE);
		}
		else {
			undelivered();
		}
	}

	private void end(long code) {
		this.exitCode = code;
		this.done = true;
		notifyAll();
	}

	private void undelivered() {
		if (this.completed != null) {
			this.completed.note(Delivery.LOST);
			this.completed = null;
		}
	}

	/**
	 * Waits for output or the end.
	 * @param timeout at most how long
	 * @param bytes at most how many
	 * @return what there is
	 * @throws WinRmFault when nothing happened in that time
	 * @throws InterruptedException when the server stops
	 */
	synchronized Received receive(Duration timeout, int bytes) throws InterruptedException {
		long ends = System.nanoTime() + timeout.toNanos();
		while (!this.lost && !this.done && this.output.isEmpty()) {
			long left = Duration.ofNanos(ends - System.nanoTime()).toMillis();
			if (left <= 0) {
				throw WinRmFault.timedOut();
			}
			wait(left);
		}
		List<Piece> pieces = new ArrayList<>();
		int room = bytes;
		while (!this.output.isEmpty() && room >= this.output.peek().bytes().length) {
			room -= this.output.peek().bytes().length;
			pieces.add(this.output.poll());
		}
		return new Received(pieces, this.done && this.output.isEmpty(), this.exitCode, this.lost);
	}

	/**
	 * The end of the output is being sent. It is noted before the client has it, because
	 * the client's next request may come first.
	 * @return what to do when it cannot be sent after all
	 */
	synchronized Runnable delivering() {
		if (this.completed == null) {
			return () -> {
			};
		}
		Completed sent = this.completed;
		this.completed = null;
		sent.note(Delivery.DELIVERED);
		return () -> sent.note(Delivery.LOST);
	}

	private void print(String stream, String text) {
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		for (int from = 0; from < bytes.length; from += PIECE) {
			this.output.add(new Piece(stream, Arrays.copyOfRange(bytes, from, Math.min(from + PIECE, bytes.length))));
		}
	}

	/**
	 * A piece of output.
	 *
	 * @param stream which
	 * @param bytes what was printed
	 */
	record Piece(String stream, byte[] bytes) {
	}

	/**
	 * What a client gets for waiting.
	 *
	 * @param pieces of output
	 * @param done whether that was the end
	 * @param exitCode of an ended process
	 * @param lost whether the answer is to be lost on its way
	 */
	record Received(List<Piece> pieces, boolean done, long exitCode, boolean lost) {
	}

}
