package io.hybridge.exchange.winrm;

import java.time.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.hybridge.exchange.call.CallProgress;
import io.hybridge.exchange.call.PowerShellCommand;
import io.hybridge.remote.ConnectionFailure;
import io.hybridge.remote.RemoteFailure;

/**
 * A shell on a server with the conversation in which it was opened, for one script after
 * the other. What a script is given goes to its own process and ends with that.
 */
final class RemoteShell implements AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(RemoteShell.class);

	private static final Duration ENDING = Duration.ofSeconds(5);

	/** Windows counts those that ended as well, and takes 25 unless told otherwise. */
	private static final int MOST_PROCESSES = 20;

	private final WsManClient client;

	private final String server;

	private final String id;

	private int processes;

	private RemoteShell(WsManClient client, String server, String id) {
		this.client = client;
		this.server = server;
		this.id = id;
	}

	/**
	 * Opens a shell. A kept connection may have been closed by the server just now; a
	 * shell that was not opened has no effect, so this one request is asked again.
	 * @param client to ask, from now on the shell's
	 * @param progress of the call
	 */
	static RemoteShell open(WsManClient client, CallProgress progress) {
		try {
			return new RemoteShell(client, progress.server(), created(client, progress));
		}
		catch (RuntimeException ex) {
			client.close();
			throw ex;
		}
	}

	private static String created(WsManClient client, CallProgress progress) {
		WsManAnswer created;
		try {
			created = client.prompt(new WsManRequest.Create(), progress);
		}
		catch (RemoteFailure failure) {
			if (!failure.code().equals(ConnectionFailure.CONNECTION_LOST.code("exchange"))) {
				throw failure;
			}
			created = client.prompt(new WsManRequest.Create(), progress);
		}
		if (created.shell() == null) {
			throw progress.failure("exchange.not-winrm", "no shell in the answer");
		}
		return created.shell();
	}

	/**
	 * Starts PowerShell, which does nothing before it has all of its input.
	 * @param progress of the call
	 */
	RemoteProcess start(CallProgress progress) {
		this.processes++;
		String command = this.client
			.prompt(new WsManRequest.Command(this.id, PowerShellCommand.PROGRAM, PowerShellCommand.argumentLine()),
					progress)
			.command();
		if (command == null) {
			throw progress.failure("exchange.not-winrm", "no command in the answer");
		}
		return new RemoteProcess(this.client, this.id, command, progress);
	}

	/** Whether another script may run in it. */
	boolean takesMore() {
		return this.processes < MOST_PROCESSES;
	}

	/**
	 * Ends it. Nobody is asked who has just let nobody in: the server ends an abandoned
	 * shell by itself after its idle time.
	 */
	@Override
	public void close() {
		boolean interrupted = Thread.interrupted();
		try (this.client) {
			if (!this.client.isRefused()) {
				this.client.ask(new WsManRequest.Delete(this.id), ENDING, new CallProgress(this.server, false, ENDING));
			}
		}
		catch (RemoteFailure failure) {
			log.debug("A shell on {} could not be closed: {}", this.server, failure.getMessage());
		}
		finally {
			if (interrupted) {
				Thread.currentThread().interrupt();
			}
		}
	}

}
