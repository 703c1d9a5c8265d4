package io.hybridge.lab.exchange.script;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.hybridge.lab.exchange.cmdlet.CmdletFailure;
import io.hybridge.lab.exchange.cmdlet.CmdletObject;
import io.hybridge.lab.exchange.cmdlet.ServerCmdlets;

/** What the scripts do that only look, cmdlet by cmdlet. */
final class ReadingScripts {

	private static final Set<String> EXCHANGE_SERVICES = Set.of("MSExchangeHM", "MSExchangeServiceHost");

	static final Set<String> POOLS = Set.of("MSExchangeOWAAppPool", "MSExchangeECPAppPool");

	private static final List<String> FIELDS = List.of("RunspaceId", "DisplayName", "Enabled", "Organization", "Uri",
			"Identity", "IsValid", "ExchangeVersion", "Name", "DistinguishedName", "Guid", "ObjectCategory",
			"ObjectClass", "WhenChanged", "WhenCreated", "WhenChangedUTC", "WhenCreatedUTC", "OrganizationId",
			"OriginatingServer", "ObjectState");

	private ReadingScripts() {
	}

	static Map<String, Object> getHybridState(ScriptExecution execution) {
		if ("server".equals(execution.argument("scope"))) {
			return execution.data("local", local(execution));
		}
		return execution.data("servers", servers(execution), "authConfiguration", configuration(execution),
				"authServers", authServers(execution), "partnerApplications", partners(execution), "pushProxy",
				pushProxy(execution), "local", local(execution));
	}

	private static List<?> servers(ScriptExecution execution) {
		return execution.run("Get-ExchangeServer")
			.stream()
			.map((server) -> execution.data("name", server.text("Name"), "fqdn", server.text("Fqdn"), "roles",
					server.text("ServerRole"), "version", server.text("AdminDisplayVersion")))
			.toList();
	}

	private static Map<String, Object> configuration(ScriptExecution execution) {
		CmdletObject auth = execution.first("Get-AuthConfig");
		return execution.data("current", auth.text("CurrentCertificateThumbprint"), "previous",
				auth.text("PreviousCertificateThumbprint"), "next", auth.text("NextCertificateThumbprint"),
				"nextEffective", ScriptExecution.time(auth.value("NextCertificateEffectiveDate")), "serviceName",
				auth.text("ServiceName"), "realm", auth.text("Realm"), "changed",
				ScriptExecution.time(auth.value("WhenChangedUTC")));
	}

	private static List<?> authServers(ScriptExecution execution) {
		return execution.run("Get-AuthServer")
			.stream()
			.map((server) -> execution.data("name", server.text("Name"), "type", server.text("Type"), "enabled",
					flag(server, "Enabled"), "metadataUrl", server.text("AuthMetadataUrl"), "realm",
					server.text("Realm"), "issuer", server.text("IssuerIdentifier")))
			.toList();
	}

	private static List<?> partners(ScriptExecution execution) {
		return execution.run("Get-PartnerApplication")
			.stream()
			.map((application) -> execution.data("name", application.text("Name"), "applicationIdentifier",
					application.text("ApplicationIdentifier"), "enabled", flag(application, "Enabled")))
			.toList();
	}

	private static Map<String, Object> pushProxy(ScriptExecution execution) {
		Map<String, Object> directory = PushProxyEntry.read(execution);
		try {
			List<?> fields = fields(execution, execution.run("Enable-PushNotificationProxy", "WhatIf", true));
			return fields.isEmpty()
					? execution.data("readable", false, "fields", List.of(), "evidence", "The look gave no record.",
							"directory", directory)
					: execution.data("readable", true, "fields", fields, "directory", directory);
		}
		catch (CmdletFailure ex) {
			return execution.data("readable", false, "fields", List.of(), "evidence", ex.getMessage(), "directory",
					directory);
		}
	}

	/** The record that a cmdlet wrote, or nothing. */
	static List<?> fields(ScriptExecution execution, List<CmdletObject> written) {
		return written.stream().limit(1).flatMap((proxy) -> fields(execution, proxy)).toList();
	}

	private static Stream<?> fields(ScriptExecution execution, CmdletObject proxy) {
		return FIELDS.stream()
			.filter(proxy.properties()::containsKey)
			.map((name) -> execution.data("name", name, "value", shown(proxy, name)));
	}

	private static String shown(CmdletObject proxy, String name) {
		return switch (proxy.value(name)) {
			case Instant at -> ScriptExecution.time(at);
			case List<?> several -> "{" + String.join(", ", several.stream().map(Object::toString).toList()) + "}";
			case null, default -> proxy.text(name);
		};
	}

	private static Map<String, Object> local(ScriptExecution execution) {
		String server = execution.argument("server");
		return execution.data("server", server, "time", ScriptExecution.time(execution.now()), "exactBuild",
				execution.first("Get-SetupVersion").text("FileVersion"), "healthManagerStarted",
				started(execution, "MSExchangeHM"), "starts", starts(execution), "certificates",
				CertificateReading.all(execution, server), "transportCertificate",
				transportCertificate(execution, server));
	}

	private static Map<String, Object> starts(ScriptExecution execution) {
		return execution.data("MSExchangeServiceHost", started(execution, "MSExchangeServiceHost"),
				"MSExchangeOWAAppPool", started(execution, "MSExchangeOWAAppPool"), "MSExchangeECPAppPool",
				started(execution, "MSExchangeECPAppPool"));
	}

	private static String transportCertificate(ScriptExecution execution, String server) {
		try {
			return execution.first("Get-TransportService", "Identity", server)
				.text("InternalTransportCertificateThumbprint");
		}
		catch (CmdletFailure ex) {
			execution.warn("The internal transport certificate could not be read: " + ex.getMessage());
			return null;
		}
	}

	private static boolean flag(CmdletObject object, String name) {
		return "True".equals(object.text(name));
	}

	static Map<String, Object> getExchangeService(ScriptExecution execution) {
		String name = execution.argument("service");
		if (!EXCHANGE_SERVICES.contains(name) && !POOLS.contains(name)) {
			throw ChangingScripts.thrown("Only services of Exchange are asked.");
		}
		return execution.data("startedAt", started(execution, name));
	}

	static String started(ScriptExecution execution, String name) {
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

	static Map<String, Object> getPushProbe(ScriptExecution execution) {
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

	static Map<String, Object> testPushProxy(ScriptExecution execution) {
		String started = ScriptExecution.time(execution.now());
		CmdletObject result = execution.first("Invoke-MonitoringProbe", "Identity", ServerCmdlets.PROBE, "Server",
				execution.argument("server"));
		return execution.data("resultType", result.text("ResultType"), "error", result.text("Error"), "exception",
				result.text("Exception"), "startedAt", started, "endedAt", ScriptExecution.time(execution.now()));
	}

}
