package io.hybridge.lab.exchange.twin;

import java.util.Map;

import io.hybridge.lab.exchange.twin.part.ScriptExecution;
import io.hybridge.lab.exchange.twin.part.ScriptStop;
import io.hybridge.lab.exchange.twin.part.ServiceStart;

class RestartApplicationPool implements ScriptTwin {

	@Override
	public Map<String, Object> run(ScriptExecution execution) {
		String pool = execution.argument("pool");
		if (!ServiceStart.POOLS.contains(pool)) {
			throw ScriptStop.thrown("Only pools of Exchange are recycled.");
		}
		execution.begin();
		execution.run("Restart-WebAppPool", "Name", pool);
		return execution.data("startedAt", ServiceStart.of(execution, pool));
	}

}
