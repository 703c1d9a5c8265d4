package io.hybridge.exchange.winrm;

import io.hybridge.exchange.call.CallProgress;
import io.hybridge.exchange.call.PowerShellCommand;
import io.hybridge.exchange.call.Printed;
import io.hybridge.exchange.link.Account;
import io.hybridge.exchange.link.WinRmLink;
import io.hybridge.exchange.powershell.ScriptAnswer;
import io.hybridge.exchange.powershell.ScriptCall;
import io.hybridge.exchange.powershell.Transport;
import io.hybridge.exchange.winrm.http.Conversation;
import io.hybridge.exchange.winrm.http.Conversations;
import io.hybridge.exchange.winrm.http.WinRmEndpoint;
import io.hybridge.remote.RemoteFailure;

/** Runs scripts on one server over WinRM. */
final class WinRmTransport implements Transport {

	private final WinRmLink link;

	private final Conversations conversations;

	WinRmTransport(WinRmLink link, Conversations conversations) {
		this.link = link;
		this.conversations = conversations;
	}

	@Override
	public ScriptAnswer run(ScriptCall call) {
		byte[] input = PowerShellCommand.inputWith(account(), call, this.link.fqdn());
		try (Conversations.Turn turn = this.conversations.turn(call.server());
				Conversation conversation = turn.with(this.link)) {
			CallProgress progress = new CallProgress(call.server(), call.script().changes(), call.deadline());
			WsManClient client = new WsManClient(conversation, WinRmEndpoint.of(this.link).to());
			return run(client, input, progress).answer(progress);
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
