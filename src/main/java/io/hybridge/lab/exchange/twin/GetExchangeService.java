package io.hybridge.lab.exchange.twin;

import java.util.Map;
import java.util.Set;

import io.hybridge.lab.exchange.twin.part.ScriptExecution;
import io.hybridge.lab.exchange.twin.part.ScriptStop;
import io.hybridge.lab.exchange.twin.part.ServiceStart;

class GetExchangeService implements ScriptTwin {

	private static final Set<String> SERVICES = Set.of("MSExchangeHM", "MSExchangeServiceHost");

	@Override
	public Map<String, Object> run(ScriptExecution execution) {
		String name = execution.argument("service");
		if (!SERVICES.contains(name) && !ServiceStart.POOLS.contains(name)) {
			throw ScriptStop.thrown("Only services of Exchange are asked.");
		}
		return execution.data("startedAt", ServiceStart.of(execution, name));
	}

}
