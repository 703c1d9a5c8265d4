package io.hybridge.lab.exchange.script;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.hybridge.lab.exchange.LabExchange;
import io.hybridge.lab.exchange.cmdlet.CmdletFailure;
import io.hybridge.lab.exchange.cmdlet.ManagementShell;
import io.hybridge.lab.exchange.twin.ScriptTwin;
import io.hybridge.lab.exchange.twin.part.ScriptExecution;
import io.hybridge.lab.exchange.twin.part.ScriptStop;

/**
 * Does in Java what the catalogue's scripts do, where no PowerShell engine is. A contract
 * with the real engine keeps it from drifting.
 */
public final class BuiltInEngine implements ScriptEngine {

	private static final JsonMapper JSON = JsonMapper.shared();

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
			execution.requireInTime();
			part = "body";
			return printed(call, shell, execution, ScriptTwin.of(call.script()).run(execution), List.of());
		}
		catch (CmdletFailure ex) {
			return printed(call, shell, execution, null, List.of(error(execution, ex, part)));
		}
	}

	private static void checkSession(JsonNode session) {
		if (!session.path("server").asString("").matches("[A-Za-z0-9][A-Za-z0-9.-]{0,252}")) {
			throw ScriptStop.thrown("The name of the server is not a host name.");
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
