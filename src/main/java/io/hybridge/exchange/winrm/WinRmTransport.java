package io.hybridge.exchange.winrm;

import io.hybridge.exchange.call.CallProgress;
import io.hybridge.exchange.call.PowerShellCommand;
import io.hybridge.exchange.call.Printed;
import io.hybridge.exchange.link.Account;
import io.hybridge.exchange.link.WinRmLink;
import io.hybridge.exchange.powershell.ScriptAnswer;
import io.hybridge.exchange.powershell.ScriptCall;
import io.hybridge.exchange.powershell.Transport;
import io.hybridge.remote.RemoteFailure;

/** Runs scripts on one server over WinRM. */
final class WinRmTransport implements Transport {

	private final WinRmLink link;

	private final WinRmClients clients;

	WinRmTransport(WinRmLink link, WinRmClients clients) {
		this.link = link;
		this.clients = clients;
	}

	@Override
	public ScriptAnswer run(ScriptCall call) {
		byte[] input = PowerShellCommand.inputWith(account(), call, this.link.fqdn());
		try (WinRmClients.Turn turn = this.clients.turn(call.server())) {
			CallProgress progress = new CallProgress(call.server(), call.script().changes(), call.deadline());
			return run(turn.client(this.link), input, progress).answer(progress);
		}
	}

	private static Printed run(WsManClient client, byte[] input, CallProgress progress) {
		try (RemoteProcess process = RemoteProcess.open(client, progress)) {
			return process.run(PowerShellCommand.PROGRAM, PowerShellCommand.argumentLine(), input);
		}
	}

	private Account account() {
		return this.link.exchangeAccount()
			.orElseThrow(() -> RemoteFailure.withoutEffect(this.link.fqdn(), "exchange.no-exchange-account", ""));
	}

}
