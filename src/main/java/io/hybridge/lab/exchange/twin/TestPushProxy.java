package io.hybridge.lab.exchange.twin;

import java.util.Map;

import io.hybridge.lab.exchange.cmdlet.CmdletObject;
import io.hybridge.lab.exchange.cmdlet.ServerCmdlets;
import io.hybridge.lab.exchange.twin.part.ScriptExecution;
import io.hybridge.lab.exchange.twin.part.ScriptStop;

class TestPushProxy implements ScriptTwin {

	@Override
	public Map<String, Object> run(ScriptExecution execution) {
		String started = ScriptExecution.time(execution.now());
		String server = execution.argument("server");
		CmdletObject result = execution.run("Invoke-MonitoringProbe", "Identity", ServerCmdlets.PROBE, "Server", server)
			.stream()
			.findFirst()
			.orElseThrow(() -> ScriptStop.stopped("Hybridge.NoProbeResult", "The probe gave no result.", server));
		return execution.data("resultType", result.text("ResultType"), "error", result.text("Error"), "exception",
				result.text("Exception"), "startedAt", started, "endedAt", ScriptExecution.time(execution.now()));
	}

}
