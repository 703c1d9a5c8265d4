package io.hybridge.lab.exchange.twin.part;

import java.util.Map;
import java.util.Set;

/**
 * Since when a service or an application pool runs, as {@code part/Read-Start.ps1} tells.
 */
public final class ServiceStart {

	public static final Set<String> POOLS = Set.of("MSExchangeOWAAppPool", "MSExchangeECPAppPool");

	private ServiceStart() {
	}

	public static String of(ScriptExecution execution, String name) {
		return ScriptExecution.time(POOLS.contains(name) ? poolStarted(execution, name)
				: execution.first("Get-Service", "Name", name).value("StartTime"));
	}

	private static Object poolStarted(ScriptExecution execution, String pool) {
		return execution.run("Get-WorkerProcess")
			.stream()
			.filter((process) -> process.text("CommandLine").contains("-ap \"" + pool + "\""))
			.map((process) -> process.value("CreationDate"))
			.findFirst()
			.orElse(null);
	}

	/** Restarts a service and tells since when it runs. */
	public static Map<String, Object> again(ScriptExecution execution, String service) {
		execution.begin();
		execution.run("Restart-Service", "Name", service);
		return execution.data("startedAt", of(execution, service));
	}

}
