package io.hybridge.exchange.winrm;

import java.util.Optional;
import java.util.Set;

import io.hybridge.exchange.call.CallProgress;
import io.hybridge.exchange.call.PowerShellCommand;
import io.hybridge.exchange.call.Printed;
import io.hybridge.exchange.call.Turns.Turn;
import io.hybridge.exchange.link.Account;
import io.hybridge.exchange.link.WinRmLink;
import io.hybridge.exchange.powershell.ScriptAnswer;
import io.hybridge.exchange.powershell.ScriptCall;
import io.hybridge.exchange.powershell.Transport;
import io.hybridge.exchange.winrm.http.Conversations;
import io.hybridge.exchange.winrm.http.WinRmEndpoint;
import io.hybridge.remote.RemoteFailure;

/** Runs scripts on one server over WinRM, one after the other in a shell that is kept. */
final class WinRmTransport implements Transport {

	/** What a kept shell says where it, its connection or its process is gone. */
	private static final Set<String> GONE = Set.of("exchange.shell-gone", "exchange.connection-lost", "exchange.fault");

	private final WinRmLink link;

	private final Conversations conversations;

	private final KeptShells kept;

	WinRmTransport(WinRmLink link, Conversations conversations, KeptShells kept) {
		this.link = link;
		this.conversations = conversations;
		this.kept = kept;
	}

	@Override
	public ScriptAnswer run(ScriptCall call) {
		byte[] input = PowerShellCommand.inputWith(account(), call, this.link.fqdn());
		LinkShells shells = this.kept.of(this.link);
		try (Turn shell = shells.turns().take(call.server());
				Turn turn = this.conversations.turns().take(call.server())) {
			CallProgress progress = new CallProgress(call.server(), call.script().changes(), call.deadline());
			return run(shells, input, progress).answer(progress);
		}
	}

	@Override
	public void rest() {
		this.kept.rest(this.link);
	}

	/**
	 * A kept shell may have gone meanwhile. PowerShell that was only started has no
	 * input, so that nothing can have run: that alone is asked again, in a new shell.
	 */
	private Printed run(LinkShells shells, byte[] input, CallProgress progress) {
		Optional<RemoteShell> known = shells.take();
		if (known.isPresent()) {
			try {
				return run(shells, known.get(), input, progress);
			}
			catch (RemoteFailure failure) {
				if (progress.mayHaveRun() || !GONE.contains(failure.code())) {
					throw failure;
				}
			}
		}
		WsManClient client = new WsManClient(this.conversations.with(this.link), WinRmEndpoint.of(this.link).to());
		return run(shells, RemoteShell.open(client, progress), input, progress);
	}

	private Printed run(LinkShells shells, RemoteShell shell, byte[] input, CallProgress progress) {
		try {
			Printed printed = shell.start(progress).run(input);
			this.kept.keep(shells, shell);
			return printed;
		}
		catch (RuntimeException ex) {
			shell.close();
			throw ex;
		}
	}

	private Account account() {
		return this.link.exchangeAccount()
			.orElseThrow(() -> RemoteFailure.withoutEffect(this.link.fqdn(), "exchange.no-exchange-account", ""));
	}

}
