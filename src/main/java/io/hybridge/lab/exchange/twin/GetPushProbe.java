package io.hybridge.lab.exchange.twin;

import java.util.Map;

import io.hybridge.lab.exchange.cmdlet.CmdletFailure;
import io.hybridge.lab.exchange.twin.part.ScriptExecution;

class GetPushProbe implements ScriptTwin {

	@Override
	public Map<String, Object> run(ScriptExecution execution) {
		try {
			return execution.data("known",
					!execution
						.run("Get-MonitoringItemIdentity", "Identity", "PushNotifications.Proxy", "Server",
								execution.argument("server"))
						.isEmpty());
		}
		catch (CmdletFailure ex) {
			execution.warn("The probes could not be listed: " + ex.getMessage());
			return execution.data("known", null);
		}
	}

}
