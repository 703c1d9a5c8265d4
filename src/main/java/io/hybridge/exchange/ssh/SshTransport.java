package io.hybridge.exchange.ssh;

import java.util.Set;
import java.util.regex.Pattern;

import io.hybridge.exchange.call.CallProgress;
import io.hybridge.exchange.call.PowerShellCommand;
import io.hybridge.exchange.call.Printed;
import io.hybridge.exchange.call.Turns.Turn;
import io.hybridge.exchange.link.SshLink;
import io.hybridge.exchange.link.SshSignIn;
import io.hybridge.exchange.powershell.ScriptAnswer;
import io.hybridge.exchange.powershell.ScriptCall;
import io.hybridge.exchange.powershell.Transport;
import io.hybridge.remote.RemoteFailure;

/** Runs scripts on one server over SSH. */
final class SshTransport implements Transport {

	/** What cmd.exe and other shells end with where they find no program. */
	private static final Set<Long> NOT_FOUND = Set.of(9009L, 127L);

	/**
	 * For a single command cmd.exe ends with 1 instead, as others do for many a reason,
	 * and quotes the name in a sentence in the server's language. It proves nothing.
	 */
	private static final Pattern MISSED = Pattern
		.compile("[^\\r\\n]{0,80}[\"'\u201E\u00AB]powershell\\.exe[\"'\u201C\u00BB]");

	private final SshLink link;

	private final SshConnections connections;

	SshTransport(SshLink link, SshConnections connections) {
		this.link = link;
		this.connections = connections;
	}

	@Override
	public ScriptAnswer run(ScriptCall call) {
		byte[] input = input(call);
		SshConnection connection = this.connections.of(this.link);
		try (Turn channel = connection.turns().take(call.server());
				Turn turn = this.connections.turns().take(call.server())) {
			CallProgress progress = new CallProgress(call.server(), call.script().changes(), call.deadline());
			Printed printed = connection.start(progress).run(input);
			return answer(printed, progress);
		}
	}

	/** A sign-in with a key leaves no ticket on the server that Exchange would take. */
	private byte[] input(ScriptCall call) {
		if (this.link.exchangeAccount().isEmpty() && this.link.signIn() instanceof SshSignIn.Password) {
			return PowerShellCommand.inputWithTicket(call, this.link.fqdn());
		}
		return PowerShellCommand.inputWith(this.link.exchangeAccount()
			.orElseThrow(() -> RemoteFailure.withoutEffect(this.link.fqdn(), "exchange.no-exchange-account", "")), call,
				this.link.fqdn());
	}

	private static ScriptAnswer answer(Printed printed, CallProgress progress) {
		if (printed.output().isEmpty() && NOT_FOUND.contains(printed.exitCode())) {
			throw progress.failure("exchange.program-not-found", printed.evidence());
		}
		if (printed.output().isEmpty() && printed.exitCode() == 1 && MISSED.matcher(printed.errors()).lookingAt()) {
			throw progress.failure("exchange.program-not-found", printed.evidence());
		}
		return printed.answer(progress);
	}

}
