package io.hybridge.exchange.winrm;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import tools.jackson.databind.json.JsonMapper;

import io.hybridge.exchange.link.Account;
import io.hybridge.exchange.link.WinRmLink;
import io.hybridge.exchange.powershell.ScriptAnswer;
import io.hybridge.exchange.powershell.ScriptCall;
import io.hybridge.exchange.powershell.ScriptCatalog;
import io.hybridge.exchange.powershell.SessionOpening;
import io.hybridge.exchange.powershell.Transport;
import io.hybridge.exchange.winrm.RemoteProcess.Printed;
import io.hybridge.remote.RemoteFailure;

/**
 * Runs scripts on one server over WinRM: a constant command line, and everything else
 * over standard input.
 */
final class WinRmTransport implements Transport {

	private static final String PROGRAM = "powershell.exe";

	private static final String ARGUMENTS = "-NoProfile -NonInteractive -ExecutionPolicy Bypass -OutputFormat Text -EncodedCommand ";

	private static final int EVIDENCE = 1000;

	private final WinRmLink link;

	private final WinRmClients clients;

	private final ScriptCatalog catalog = ScriptCatalog.load();

	private final JsonMapper json = JsonMapper.shared();

	WinRmTransport(WinRmLink link, WinRmClients clients) {
		this.link = link;
		this.clients = clients;
	}

	@Override
	public ScriptAnswer run(ScriptCall call) {
		byte[] payload = this.catalog.payload(call, SessionOpening.REMOTING, session())
			.getBytes(StandardCharsets.US_ASCII);
		try (WinRmClients.Turn turn = this.clients.turn(call.server())) {
			CallProgress progress = new CallProgress(call.server(), call.script().changes(), call.deadline());
			return answer(run(turn.client(this.link), payload, progress), progress);
		}
	}

	private Printed run(WsManClient client, byte[] payload, CallProgress progress) {
		try (RemoteProcess process = RemoteProcess.open(client, progress)) {
			return process.run(PROGRAM, ARGUMENTS + this.catalog.encodedBootstrap(), payload);
		}
	}

	private static ScriptAnswer answer(Printed printed, CallProgress progress) {
		return ScriptAnswer.in(printed.output(), printed.errors())
			.orElseThrow(() -> progress.failure("exchange.no-result", evidence(printed)));
	}

	private static String evidence(Printed printed) {
		String words = ("exit code " + printed.exitCode() + ": " + printed.errors() + " " + printed.output()).strip();
		return words.substring(0, Math.min(EVIDENCE, words.length()));
	}

	private String session() {
		Account account = this.link.exchangeAccount()
			.orElseThrow(() -> RemoteFailure.withoutEffect(this.link.fqdn(), "exchange.no-exchange-account", ""));
		Map<String, String> session = new LinkedHashMap<>();
		session.put("server", this.link.fqdn());
		session.put("user", account.name());
		session.put("password", account.password());
		return this.json.writeValueAsString(session);
	}

}
