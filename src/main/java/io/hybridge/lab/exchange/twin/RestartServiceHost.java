package io.hybridge.lab.exchange.twin;

import java.util.Map;

import io.hybridge.lab.exchange.twin.part.ScriptExecution;
import io.hybridge.lab.exchange.twin.part.ServiceStart;

class RestartServiceHost implements ScriptTwin {

	@Override
	public Map<String, Object> run(ScriptExecution execution) {
		return ServiceStart.again(execution, "MSExchangeServiceHost");
	}

}
