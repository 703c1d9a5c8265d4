package io.hybridge.lab.exchange.cmdlet;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import io.hybridge.exchange.ServerBuild;
import io.hybridge.lab.Trait;
import io.hybridge.lab.exchange.LabExchange;
import io.hybridge.lab.exchange.push.HealthManagerCache;
import io.hybridge.lab.exchange.push.PushFailure;
import io.hybridge.lab.exchange.push.PushOutcome;
import io.hybridge.lab.exchange.push.ServerToServer;
import io.hybridge.lab.exchange.state.DomainController;
import io.hybridge.lab.exchange.state.ExchangeEffect;
import io.hybridge.lab.exchange.state.FabrikamExchange;
import io.hybridge.lab.exchange.state.OrganizationState.Server;

/** Cmdlets about servers, their services and their probes. */
public final class ServerCmdlets {

	public static final String PROBE = "PushNotifications.Proxy\\PushNotificationsEnterpriseConnectivityProbe";

	private static final String HEALTH_MANAGER = "MSExchangeHM";

	private static final String SERVICE_HOST = "MSExchangeServiceHost";

	private static final String MONITORING = "Microsoft.Exchange.Monitoring.";

	private final ManagementShell shell;

	ServerCmdlets(ManagementShell shell) {
		this.shell = shell;
	}

	void register(Map<String, Function<CmdletParameters, List<CmdletObject>>> cmdlets) {
		cmdlets.put("Get-ExchangeServer", this::getExchangeServer);
		cmdlets.put("Get-MonitoringItemIdentity", this::getMonitoringItemIdentity);
		cmdlets.put("Invoke-MonitoringProbe", this::invokeMonitoringProbe);
		cmdlets.put("Get-Service", this::getService);
		cmdlets.put("Restart-Service", this::restartService);
		cmdlets.put("Get-SetupVersion", this::getSetupVersion);
		cmdlets.put("Get-WorkerProcess", this::getWorkerProcess);
		cmdlets.put("Restart-WebAppPool", this::restartWebAppPool);
	}

	private List<CmdletObject> getExchangeServer(CmdletParameters parameters) {
		List<Server> all = parameters.text("Identity")
			.map((identity) -> List.of(this.shell.server(identity,
					"Microsoft.Exchange.Management.SystemConfigurationTasks.GetExchangeServer")))
			.orElse(this.shell.state().servers());
		return all.stream().map(this::exchangeServer).toList();
	}

	private CmdletObject exchangeServer(Server server) {
		boolean clientAccess = server.roles().contains("ClientAccess");
		return CmdletObject.of("Name", server.name(), "Fqdn", server.fqdn(), "ServerRole", server.roles(),
				"AdminDisplayVersion", displayed(server.displayedBuild()), "Edition", "Enterprise", "Site",
				FabrikamExchange.DOMAIN + "/Configuration/Sites/Default-First-Site-Name", "Domain",
				FabrikamExchange.DOMAIN, "IsMailboxServer", server.holdsMailboxes(), "IsClientAccessServer",
				clientAccess, "IsHubTransportServer", server.holdsMailboxes(), "IsEdgeServer", server.isEdge(),
				"IsE15OrLater", server.isExchange2013OrLater(), "Identity", server.name(), "DistinguishedName",
				"CN=" + server.name()
						+ ",CN=Servers,CN=Exchange Administrative Group (FYDIBOHF23SPDLT),CN=Administrative Groups,"
						+ AuthCmdlets.ORGANIZATION,
				"OriginatingServer", this.shell.readController().fqdn(), "IsValid", true, "ObjectState", "Unchanged");
	}

	private static String displayed(ServerBuild build) {
		return "Version " + build.major() + "." + build.minor() + " (Build " + build.build() + "." + build.revision()
				+ ")";
	}

	/** What the file version of ExSetup.exe says. */
	private List<CmdletObject> getSetupVersion(CmdletParameters parameters) {
		ServerBuild build = this.shell.localServer().build();
		return List.of(CmdletObject.of("FileVersion", String.format(Locale.ROOT, "%02d.%02d.%04d.%03d", build.major(),
				build.minor(), build.build(), build.revision())));
	}

	private List<CmdletObject> getService(CmdletParameters parameters) {
		Server here = this.shell.localServer();
		String name = parameters.text("Name").orElse("");
		if (HEALTH_MANAGER.equalsIgnoreCase(name)) {
			return service(HEALTH_MANAGER, "Microsoft Exchange Health Manager", here.healthManagerStarted());
		}
		if (SERVICE_HOST.equalsIgnoreCase(name)) {
			return service(SERVICE_HOST, "Microsoft Exchange Service Host", here.serviceHostStarted());
		}
		throw noService(name, "GetServiceCommand");
	}

	private static List<CmdletObject> service(String name, String displayName, Instant started) {
		return List.of(CmdletObject.of("Name", name, "DisplayName", displayName, "Status", "Running", "State",
				"Running", "StartMode", "Auto", "StartTime", started.truncatedTo(ChronoUnit.MILLIS)));
	}

	private List<CmdletObject> restartService(CmdletParameters parameters) {
		String name = parameters.text("Name").orElse("");
		if (HEALTH_MANAGER.equalsIgnoreCase(name)) {
			restarted(ExchangeEffect.HealthManagerRestarted);
		}
		else if (SERVICE_HOST.equalsIgnoreCase(name)) {
			restarted(ExchangeEffect.ServiceHostRestarted);
		}
		else {
			throw noService(name, "RestartServiceCommand");
		}
		return List.of();
	}

	private void restarted(ExchangeEffect effect) {
		Server here = this.shell.localServer();
		this.shell.exchange().change(effect, LabExchange.values("server", here.fqdn(), "name", here.name()));
	}

	/** What Windows says of the worker processes of the application pools. */
	private List<CmdletObject> getWorkerProcess(CmdletParameters parameters) {
		return this.shell.localServer()
			.pools()
			.entrySet()
			.stream()
			.sorted(Map.Entry.comparingByKey())
			.map((pool) -> CmdletObject.of("Name", "w3wp.exe", "CommandLine",
					"c:\\windows\\system32\\inetsrv\\w3wp.exe -ap \"" + pool.getKey() + "\" -v \"v4.0\"",
					"CreationDate", pool.getValue().truncatedTo(ChronoUnit.MILLIS)))
			.toList();
	}

	private List<CmdletObject> restartWebAppPool(CmdletParameters parameters) {
		String pool = parameters.text("Name").orElse("");
		Server here = this.shell.localServer();
		if (!here.pools().containsKey(pool)) {
			throw CmdletFailure.local(
					"InvalidOperationException,Microsoft.IIs.PowerShell.Provider.RestartAppPoolCommand",
					"InvalidOperation", "System.InvalidOperationException",
					"There is no application pool '" + pool + "'.", pool);
		}
		this.shell.exchange()
			.change(ExchangeEffect.ApplicationPoolRecycled,
					LabExchange.values("pool", pool, "server", here.fqdn(), "name", pool + ", " + here.name()));
		return List.of();
	}

	private static CmdletFailure noService(String name, String command) {
		return CmdletFailure.local("NoServiceFoundForGivenName,Microsoft.PowerShell.Commands." + command,
				"ObjectNotFound", "Microsoft.PowerShell.Commands.ServiceCommandException",
				"Cannot find any service with service name '" + name + "'.", name);
	}

	private List<CmdletObject> getMonitoringItemIdentity(CmdletParameters parameters) {
		Server server = this.shell.server(parameters.text("Server").orElse(this.shell.localServer().fqdn()),
				MONITORING + "GetMonitoringItemIdentity");
		String set = parameters.text("Identity").orElse("");
		if (!"PushNotifications.Proxy".equalsIgnoreCase(set) || !probeIsThere(server)) {
			return List.of();
		}
		return List.of(CmdletObject.of("Server", server.name(), "HealthSetName", "PushNotifications.Proxy", "ItemType",
				"Probe", "Name", "PushNotificationsEnterpriseConnectivityProbe", "TargetResource", "", "Identity",
				PROBE, "IsValid", true, "ObjectState", "New"));
	}

	private boolean probeIsThere(Server server) {
		return server.holdsMailboxes() && server.knowsPush() && !this.shell.exchange().has(Trait.PROBE_MISSING);
	}

	private List<CmdletObject> invokeMonitoringProbe(CmdletParameters parameters) {
		String command = MONITORING + "InvokeMonitoringProbe";
		Server server = this.shell.server(parameters.text("Server").orElse(""), command);
		String identity = parameters.text("Identity").orElse("");
		if (!PROBE.equalsIgnoreCase(identity) || !probeIsThere(server)) {
			throw CmdletFailure.of(command, "InvalidArgument", "InvalidMonitoringIdentityException",
					"The monitoring item identity '" + identity + "' was not found on server '" + server.fqdn() + "'.",
					identity);
		}
		if (this.shell.exchange().has(Trait.PROBE_WITHOUT_RESULT)) {
			return List.of();
		}
		Instant started = this.shell.exchange().now();
		return List.of(probed(server, started, probe(server)));
	}

	private PushOutcome probe(Server server) {
		LabExchange exchange = this.shell.exchange();
		try {
			HealthManagerCache.check(exchange.on(DomainController.of(server.name())).proxy(), server, exchange.now(),
					exchange.healthManagerWait());
		}
		catch (PushFailure ex) {
			return PushOutcome.failed(server.fqdn(), ex);
		}
		return exchange.push(server, ServerToServer.notice("probe", "server", server.fqdn()));
	}

	private CmdletObject probed(Server server, Instant started, PushOutcome outcome) {
		return CmdletObject.of("Server", server.fqdn(), "MonitorIdentity", PROBE, "RequestId",
				UUID.randomUUID().toString(), "ExecutionStartTime", started.truncatedTo(ChronoUnit.MILLIS),
				"ExecutionEndTime", this.shell.exchange().now().truncatedTo(ChronoUnit.MILLIS), "Error",
				outcome.error(), "Exception", outcome.exception(), "PoisonedCount", 0, "ResultType",
				outcome.succeeded() ? "Succeeded" : "Failed", "RetryCount", 0, "ResultName",
				"PushNotificationsEnterpriseConnectivityProbe", "IsNotified", false, "IsValid", true, "ObjectState",
				"New");
	}

}
