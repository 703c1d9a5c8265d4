package io.hybridge.exchange.ssh;

import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

import org.apache.sshd.client.channel.ChannelExec;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.client.future.OpenFuture;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.channel.exception.SshChannelOpenException;
import org.apache.sshd.common.util.buffer.Buffer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.hybridge.exchange.call.CallProgress;
import io.hybridge.exchange.call.PowerShellCommand;
import io.hybridge.exchange.call.Printed;
import io.hybridge.exchange.call.ProcessRun;

/** PowerShell in a channel of its own. */
final class SshProgram {

	/** Windows runs it by cmd.exe, which takes 8,191 characters. */
	static final String COMMAND = PowerShellCommand.PROGRAM + " " + PowerShellCommand.argumentLine();

	private static final Logger log = LoggerFactory.getLogger(SshProgram.class);

	private static final Set<ClientChannelEvent> ENDED = EnumSet.of(ClientChannelEvent.EXIT_STATUS,
			ClientChannelEvent.EXIT_SIGNAL, ClientChannelEvent.CLOSED);

	private static final Duration OPENING = Duration.ofSeconds(15);

	/** How long what a program started may still hold its output after its end. */
	private static final Duration LINGERING = Duration.ofSeconds(5);

	private final ChannelExec channel;

	private final ProcessRun run;

	private final CallProgress progress;

	private SshProgram(ChannelExec channel, ProcessRun run, CallProgress progress) {
		this.channel = channel;
		this.run = run;
		this.progress = progress;
	}

	/**
	 * Starts it, without its input.
	 * @param session signed in
	 * @param progress of the call
	 * @throws IOException when the connection is lost
	 * @throws io.hybridge.remote.RemoteFailure when the server refuses a channel
	 */
	static SshProgram start(ClientSession session, CallProgress progress) throws IOException {
		ProcessRun run = new ProcessRun(progress);
		ChannelExec channel = channel(session);
		try {
			channel.setOut(run.output());
			channel.setErr(run.errors());
			open(channel, progress);
			return new SshProgram(channel, run, progress);
		}
		catch (IOException | RuntimeException ex) {
			// One that is confirmed later would start PowerShell for nobody.
			channel.close(true);
			throw ex;
		}
	}

	private static ChannelExec channel(ClientSession session) throws IOException {
		try {
			return session.createExecChannel(COMMAND);
		}
		catch (IllegalStateException ex) {
			throw new IOException("The connection is being closed", ex);
		}
	}

	private static void open(ChannelExec channel, CallProgress progress) throws IOException {
		OpenFuture opening = channel.open();
		if (!SshWait.isDone(opening, OPENING, progress)) {
			throw new EOFException("no channel after " + OPENING);
		}
		if (opening.getException() instanceof SshChannelOpenException refused) {
			throw progress.failure("exchange.ssh-channel-refused", refused.getMessage()).causedBy(refused);
		}
		opening.verify();
	}

	/**
	 * Runs it to its end.
	 * @param input for its standard input
	 * @return what it printed
	 */
	Printed run(byte[] input) {
		Thread.startVirtualThread(this::listen);
		try {
			return this.run.feed(this.channel.getInvertedIn(), input, this::end);
		}
		finally {
			this.channel.close(false);
		}
	}

	private void listen() {
		this.channel.waitFor(ENDED, this.progress.left());
		this.channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), LINGERING);
		if (this.channel.getExitStatus() != null) {
			this.run.ended(this.channel.getExitStatus());
		}
		else if (this.channel.getExitSignal() != null) {
			this.run.lost(new EOFException("PowerShell was ended by " + this.channel.getExitSignal()));
		}
		else {
			this.run.lost(new EOFException("The connection was closed while PowerShell ran"));
		}
	}

	/**
	 * Closing a channel ends no program. A signal does, with all that it started, where
	 * the server lets it: then it says how the program ended.
	 */
	private boolean end() {
		try {
			Buffer signal = this.channel.getSession().createBuffer(SshConstants.SSH_MSG_CHANNEL_REQUEST);
			signal.putUInt(this.channel.getRecipient());
			signal.putString("signal");
			signal.putBoolean(false);
			signal.putString("KILL");
			this.channel.writePacket(signal);
			this.channel.waitFor(ENDED, LINGERING);
		}
		catch (IOException ex) {
			log.debug("PowerShell on {} could not be ended: {}", this.progress.server(), ex.getMessage());
		}
		return this.channel.getExitStatus() != null || this.channel.getExitSignal() != null;
	}

}
