package io.hybridge.lab.exchange.twin;

import java.util.List;
import java.util.Map;

import io.hybridge.lab.exchange.twin.part.ScriptExecution;

class GetAccess implements ScriptTwin {

	@Override
	public Map<String, Object> run(ScriptExecution execution) {
		List<String> missing = execution.arguments("commands")
			.stream()
			.filter((name) -> !execution.commands().contains(name))
			.toList();
		List<String> servers = missing.contains("Get-ExchangeServer") ? List.of()
				: execution.run("Get-ExchangeServer").stream().map((server) -> server.text("Fqdn")).toList();
		execution.warn("The account could not be looked at.");
		return execution.data("account", "", "administrator", null, "missing", missing, "servers", servers);
	}

}
