package io.hybridge.lab.exchange.twin;

import java.util.Map;

import io.hybridge.lab.exchange.cmdlet.CmdletObject;
import io.hybridge.lab.exchange.cmdlet.ServerCmdlets;
import io.hybridge.lab.exchange.twin.part.ScriptExecution;

class TestPushProxy implements ScriptTwin {

	@Override
	public Map<String, Object> run(ScriptExecution execution) {
		String started = ScriptExecution.time(execution.now());
		CmdletObject result = execution.first("Invoke-MonitoringProbe", "Identity", ServerCmdlets.PROBE, "Server",
				execution.argument("server"));
		return execution.data("resultType", result.text("ResultType"), "error", result.text("Error"), "exception",
				result.text("Exception"), "startedAt", started, "endedAt", ScriptExecution.time(execution.now()));
	}

}
