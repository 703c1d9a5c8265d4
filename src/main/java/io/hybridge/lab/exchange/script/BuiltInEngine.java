package io.hybridge.lab.exchange.script;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.hybridge.lab.exchange.LabExchange;
import io.hybridge.lab.exchange.cmdlet.CmdletFailure;
import io.hybridge.lab.exchange.cmdlet.ManagementShell;

/**
 * Does in Java what the catalogue's scripts do, where no PowerShell engine is. A contract
 * with the real engine keeps it from drifting.
 */
public final class BuiltInEngine implements ScriptEngine {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final Map<String, Function<ScriptExecution, Map<String, Object>>> SCRIPTS = Map.ofEntries(
			Map.entry("Get-HybridState", ReadingScripts::getHybridState),
			Map.entry("Get-ExchangeService", ReadingScripts::getExchangeService),
			Map.entry("Get-PushProbe", ReadingScripts::getPushProbe),
			Map.entry("Test-PushProxy", ReadingScripts::testPushProxy),
			Map.entry("New-AuthCertificate", ChangingScripts::newAuthCertificate),
			Map.entry("Set-AuthCertificate", ChangingScripts::setAuthCertificate),
			Map.entry("Copy-AuthCertificate", ChangingScripts::copyAuthCertificate),
			Map.entry("Set-NextAuthCertificate", ChangingScripts::setNextAuthCertificate),
			Map.entry("Publish-AuthCertificate", ChangingScripts::publishAuthCertificate),
			Map.entry("Set-AuthServer", ChangingScripts::setAuthServer),
			Map.entry("Switch-AuthServer", ChangingScripts::switchAuthServer),
			Map.entry("Remove-AuthServer", ChangingScripts::removeAuthServer),
			Map.entry("Enable-PushProxy", ChangingScripts::enablePushProxy),
			Map.entry("Disable-PushProxy", ChangingScripts::disablePushProxy),
			Map.entry("Restart-HealthManager", ChangingScripts::restartHealthManager),
			Map.entry("Restart-ServiceHost", ChangingScripts::restartServiceHost),
			Map.entry("Restart-ApplicationPool", ChangingScripts::restartApplicationPool));

	private final LabExchange exchange;

	public BuiltInEngine(LabExchange exchange) {
		this.exchange = exchange;
	}

	@Override
	public Printed run(Call call) {
		ManagementShell shell = ManagementShell.on(this.exchange, call.server());
		ScriptExecution execution = new ScriptExecution(shell, JSON.readTree(call.arguments()));
		String part = "opening";
		try {
			checkSession(JSON.readTree(call.session()));
			openSession(shell);
			part = "body";
			return printed(call, shell, execution, SCRIPTS.get(call.script()).apply(execution), List.of());
		}
		catch (CmdletFailure ex) {
			return printed(call, shell, execution, null, List.of(error(execution, ex, part)));
		}
	}

	private static void checkSession(JsonNode session) {
		if (!session.path("server").asString("").matches("[A-Za-z0-9][A-Za-z0-9.-]{0,252}")) {
			String message = "The name of the server is not a host name.";
			throw CmdletFailure.local(message, "OperationStopped", "System.Management.Automation.RuntimeException",
					message, message);
		}
	}

	private static void openSession(ManagementShell shell) {
		shell.run("New-PSSession", Map.of());
		if (shell.run("Get-ExecutionPolicy", Map.of()).getFirst().text("Policy").equals("AllSigned")) {
			throw CmdletFailure.local("Hybridge.ScriptsForbidden", "SecurityError", "System.InvalidOperationException",
					"A policy allows only signed scripts: AllSigned", "");
		}
	}

	private static Map<String, Object> error(ScriptExecution execution, CmdletFailure failure, String part) {
		return execution.data("id", failure.error().id(), "category", failure.error().category(), "type",
				failure.error().type(), "reason", failure.error().reason(), "part", part, "message",
				failure.getMessage(), "target", failure.error().target());
	}

	private static Printed printed(Call call, ManagementShell shell, ScriptExecution execution,
			Map<String, Object> data, List<?> errors) {
		String json = JSON.writeValueAsString(execution.data("contract", 1, "script", call.script(), "ok",
				errors.isEmpty(), "data", data, "errors", errors, "warnings", execution.warnings(), "began",
				execution.began(), "server", shell.localServer().name(), "psVersion", "4.0", "culture",
				shell.state().culture(), "at", ScriptExecution.time(execution.now())));
		String line = "#<hybridge>#" + Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8))
				+ "#</hybridge>#\r\n";
		String host = execution.hostLines().stream().map((said) -> said + "\r\n").collect(Collectors.joining());
		return new Printed(host + line, "", 0);
	}

}
