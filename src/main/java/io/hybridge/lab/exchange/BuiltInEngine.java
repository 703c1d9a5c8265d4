package io.hybridge.lab.exchange;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Acts the catalogue's scripts out in Java, where no PowerShell engine is. A contract
 * with the real engine keeps it from drifting.
 */
final class BuiltInEngine implements ScriptEngine {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final Map<String, Function<Stage, Map<String, Object>>> ACTS = Map.of("Get-HybridState",
			ReadingActs::getHybridState, "Get-HealthManager", ReadingActs::getHealthManager, "Test-PushProxy",
			ReadingActs::testPushProxy, "New-AuthCertificate", ChangingActs::newAuthCertificate, "Set-AuthCertificate",
			ChangingActs::setAuthCertificate, "Set-AuthServer", ChangingActs::setAuthServer, "Remove-AuthServer",
			ChangingActs::removeAuthServer, "Enable-PushProxy", ChangingActs::enablePushProxy, "Disable-PushProxy",
			ChangingActs::disablePushProxy, "Restart-HealthManager", ChangingActs::restartHealthManager);

	private final LabExchange exchange;

	BuiltInEngine(LabExchange exchange) {
		this.exchange = exchange;
	}

	@Override
	public Printed run(Call call) {
		ManagementShell shell = this.exchange.on(call.server());
		Stage stage = new Stage(shell, JSON.readTree(call.arguments()));
		String part = "prelude";
		try {
			checkSession(JSON.readTree(call.session()));
			part = "body";
			return printed(call, shell, stage, ACTS.get(call.script()).apply(stage), List.of());
		}
		catch (CmdletFailure ex) {
			return printed(call, shell, stage, null, List.of(error(stage, ex, part)));
		}
	}

	private static void checkSession(JsonNode session) {
		if (!session.path("server").asString("").matches("[A-Za-z0-9][A-Za-z0-9.-]{0,252}")) {
			String message = "The name of the server is not a host name.";
			throw CmdletFailure.local(message, "OperationStopped", "System.Management.Automation.RuntimeException",
					message, message);
		}
	}

	private static Map<String, Object> error(Stage stage, CmdletFailure failure, String part) {
		return stage.data("id", failure.id(), "category", failure.category(), "type", failure.type(), "reason",
				failure.reason(), "part", part, "message", failure.getMessage(), "target", failure.target());
	}

	private static Printed printed(Call call, ManagementShell shell, Stage stage, Map<String, Object> data,
			List<?> errors) {
		String json = JSON.writeValueAsString(
				stage.data("contract", 1, "script", call.script(), "ok", errors.isEmpty(), "data", data, "errors",
						errors, "warnings", stage.warnings(), "began", stage.began(), "server", shell.here().name(),
						"psVersion", "4.0", "culture", shell.premises().culture(), "at", Stage.time(stage.now())));
		String line = "#<hybridge>#" + Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8))
				+ "#</hybridge>#\r\n";
		return new Printed(line, "", 0);
	}

}
