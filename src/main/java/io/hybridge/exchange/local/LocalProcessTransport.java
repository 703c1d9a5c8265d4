package io.hybridge.exchange.local;

import io.hybridge.exchange.call.CallProgress;
import io.hybridge.exchange.call.PowerShellCommand;
import io.hybridge.exchange.call.Turns;
import io.hybridge.exchange.link.LocalLink;
import io.hybridge.exchange.powershell.ScriptAnswer;
import io.hybridge.exchange.powershell.ScriptCall;
import io.hybridge.exchange.powershell.Transport;

/** Runs scripts in processes beside the console. */
final class LocalProcessTransport implements Transport {

	private final LocalLink link;

	private final LocalProgram program;

	private final Turns turns;

	LocalProcessTransport(LocalLink link, LocalProgram program, Turns turns) {
		this.link = link;
		this.program = program;
		this.turns = turns;
	}

	@Override
	public ScriptAnswer run(ScriptCall call) {
		byte[] input = PowerShellCommand.inputWithTicket(call, this.link.fqdn());
		try (Turns.Turn turn = this.turns.take(call.server())) {
			CallProgress progress = new CallProgress(call.server(), call.script().changes(), call.deadline());
			return this.program.run(input, progress).answer(progress);
		}
	}

}
