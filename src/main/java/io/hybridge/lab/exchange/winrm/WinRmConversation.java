package io.hybridge.lab.exchange.winrm;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;

import io.hybridge.lab.Trait;
import io.hybridge.lab.exchange.script.ScriptAdmission;
import io.hybridge.lab.exchange.script.ScriptDispatcher;
import io.hybridge.lab.exchange.script.ScriptEngine;
import io.hybridge.lab.exchange.script.ScriptRecognition;
import io.hybridge.lab.exchange.winrm.WinRmRequest.Input;

/**
 * What one server of the lab says to each request: it opens shells for anybody who has
 * signed in, and lets them start nothing but the scripts of the catalogue.
 */
final class WinRmConversation implements AutoCloseable {

	private static final String COMMANDS = WinRmRequest.SHELL + "/cmd";

	private static final String TRANSFER = "http://schemas.xmlsoap.org/ws/2004/09/transfer/";

	/** What cmd.exe takes on one line. */
	private static final int SHELL_LINE = 8191;

	/** What Windows takes when it starts a program. */
	private static final int PROGRAM_LINE = 32_767;

	/** What an envelope needs beside the output it carries. */
	private static final int FRAME = 4096;

	private static final String UNKNOWN_SCRIPT = "This server belongs to Hybridge's lab. It runs the scripts of the catalogue, "
			+ "recognized by their SHA-256, and this is none of them. Nothing was run.";

	private final String server;

	private final ScriptRecognition recognition;

	private final ScriptDispatcher dispatcher;

	private final WinRmShells shells;

	private final Predicate<Trait> traits;

	WinRmConversation(String server, ScriptRecognition recognition, ScriptDispatcher dispatcher, Clock clock,
			Predicate<Trait> traits) {
		this.server = server;
		this.recognition = recognition;
		this.dispatcher = dispatcher;
		this.shells = new WinRmShells(clock);
		this.traits = traits;
	}

	String server() {
		return this.server;
	}

	boolean has(Trait trait) {
		return this.traits.test(trait);
	}

	WinRmShells shells() {
		return this.shells;
	}

	/**
	 * Answers one request.
	 * @param request that was read
	 * @param owner who signed in
	 * @throws WinRmFault when the answer is a fault
	 * @throws InterruptedException when the server stops
	 */
	Reply answer(WinRmRequest request, String owner) throws InterruptedException {
		if (!request.resource().equals(COMMANDS)) {
			throw WinRmFault.notSupported();
		}
		return switch (request.action()) {
			case TRANSFER + "Create" -> create(request, owner);
			case TRANSFER + "Delete" -> delete(request);
			case WinRmRequest.SHELL + "/Command" -> start(request);
			case WinRmRequest.SHELL + "/Send" -> send(request);
			case WinRmRequest.SHELL + "/Receive" -> receive(request);
			case WinRmRequest.SHELL + "/Signal" -> signal(request);
			default -> throw WinRmFault.notSupported();
		};
	}

	private Reply create(WinRmRequest request, String owner) {
		if (has(Trait.REMOTE_SHELLS_FORBIDDEN)) {
			throw WinRmFault.remoteShellsForbidden();
		}
		return Reply.of(WinRmAnswer.created(request, this.shells.create(owner, request.idleTimeOut())));
	}

	private Reply delete(WinRmRequest request) {
		this.shells.delete(request.shellId());
		return Reply.of(WinRmAnswer.deleted(request));
	}

	private Reply start(WinRmRequest request) {
		WinRmShell shell = this.shells.shell(request.shellId());
		String line = request.commandLine();
		if (line.length() > PROGRAM_LINE) {
			throw WinRmFault.invalid("The command line is too long.");
		}
		if (has(Trait.OLD_WINDOWS) && request.option("WINRS_SKIP_CMD_SHELL") && !line.contains("\\")) {
			throw WinRmFault.programNotFound();
		}
		WinRmCommand command = shell.open();
		if (line.length() > SHELL_LINE && !request.option("WINRS_SKIP_CMD_SHELL")) {
			command.refuse("The command line is too long.");
		}
		else {
			start(request, line, command);
		}
		return Reply.of(WinRmAnswer.started(request, command.id()));
	}

	private void start(WinRmRequest request, String line, WinRmCommand command) {
		Optional<String> text = WinRmCommandLine.encodedCommand(line);
		if (text.filter(this.recognition::isBootstrap).isPresent()) {
			// A console has no end of input, so the bootstrap would wait for ever.
			command.inputCanEnd(!request.option("WINRS_CONSOLEMODE_STDIN"));
			return;
		}
		text.flatMap((known) -> this.recognition.selfContained(this.server, known))
			.ifPresentOrElse((call) -> run(call, command), () -> command.refuse(UNKNOWN_SCRIPT));
	}

	private void run(ScriptEngine.Call call, WinRmCommand command) {
		switch (this.dispatcher.admit(call)) {
			case ScriptAdmission.Admitted admitted -> command.start(admitted, this.dispatcher);
			case ScriptAdmission.Denied() -> throw WinRmFault.accessDenied();
			case ScriptAdmission.Throttled(Duration pause) -> throw WinRmFault.tooManyRequests(pause);
		}
	}

	private Reply send(WinRmRequest request) {
		WinRmCommand command = command(request);
		for (Input input : request.input()) {
			if (command.take(input.bytes(), input.last())) {
				this.recognition.overInput(this.server, command.input())
					.ifPresentOrElse((call) -> run(call, command), () -> command.refuse(UNKNOWN_SCRIPT));
			}
		}
		return Reply.of(WinRmAnswer.sent(request));
	}

	private Reply receive(WinRmRequest request) throws InterruptedException {
		WinRmCommand command = command(request);
		int room = Math.max(request.maxEnvelopeSize() - FRAME, FRAME * 4) / 4 * 3;
		WinRmCommand.Received received = command.receive(request.operationTimeout(), room);
		if (received.lost()) {
			return Reply.LOST;
		}
		byte[] envelope = WinRmAnswer.received(request, command.id(), received.pieces(), received.done(),
				received.exitCode());
		return new Reply(envelope, received.done() ? command.delivering() : () -> {
		}, false);
	}

	private Reply signal(WinRmRequest request) {
		WinRmCommand command = command(request);
		if (request.signal().equals(WinRmCommand.TERMINATE) || request.signal().equals(WinRmCommand.INTERRUPT)) {
			command.terminate();
		}
		return Reply.of(WinRmAnswer.signalled(request));
	}

	private WinRmCommand command(WinRmRequest request) {
		return this.shells.shell(request.shellId()).command(request.commandId());
	}

	@Override
	public void close() {
		this.shells.closeAll();
	}

	/**
	 * An answer on its way.
	 *
	 * @param envelope to send
	 * @param undelivered to be run when it cannot be sent
	 * @param lost whether the connection is to be closed instead
	 */
	record Reply(byte[] envelope, Runnable undelivered, boolean lost) {

		static final Reply LOST = new Reply(new byte[0], () -> {
		}, true);

		static Reply of(byte[] envelope) {
			return new Reply(envelope, () -> {
			}, false);
		}

	}

}
