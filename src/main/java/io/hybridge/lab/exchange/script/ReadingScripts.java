package io.hybridge.lab.exchange.script;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import io.hybridge.lab.exchange.cmdlet.CmdletFailure;
import io.hybridge.lab.exchange.cmdlet.CmdletObject;
import io.hybridge.lab.exchange.cmdlet.ServerCmdlets;

/** What the scripts do that only look, cmdlet by cmdlet. */
final class ReadingScripts {

	private static final List<String> FIELDS = List.of("RunspaceId", "DisplayName", "Enabled", "Organization", "Uri",
			"Identity", "IsValid", "ExchangeVersion", "Name", "DistinguishedName", "Guid", "ObjectCategory",
			"ObjectClass", "WhenChanged", "WhenCreated", "WhenChangedUTC", "WhenCreatedUTC", "OrganizationId",
			"OriginatingServer", "ObjectState");

	private ReadingScripts() {
	}

	static Map<String, Object> getHybridState(ScriptExecution stage) {
		if ("server".equals(stage.argument("scope"))) {
			return stage.data("local", local(stage));
		}
		return stage.data("servers", servers(stage), "authConfiguration", configuration(stage), "authServers",
				authServers(stage), "partnerApplications", partners(stage), "pushProxy", pushProxy(stage), "local",
				local(stage));
	}

	private static List<?> servers(ScriptExecution stage) {
		return stage.run("Get-ExchangeServer")
			.stream()
			.map((server) -> stage.data("name", server.text("Name"), "fqdn", server.text("Fqdn"), "roles",
					server.text("ServerRole"), "version", server.text("AdminDisplayVersion")))
			.toList();
	}

	private static Map<String, Object> configuration(ScriptExecution stage) {
		CmdletObject auth = stage.first("Get-AuthConfig");
		return stage.data("current", auth.text("CurrentCertificateThumbprint"), "previous",
				auth.text("PreviousCertificateThumbprint"), "next", auth.text("NextCertificateThumbprint"),
				"nextEffective", ScriptExecution.time(auth.value("NextCertificateEffectiveDate")), "serviceName",
				auth.text("ServiceName"), "realm", auth.text("Realm"));
	}

	private static List<?> authServers(ScriptExecution stage) {
		return stage.run("Get-AuthServer")
			.stream()
			.map((server) -> stage.data("name", server.text("Name"), "type", server.text("Type"), "enabled",
					flag(server, "Enabled"), "metadataUrl", server.text("AuthMetadataUrl"), "realm",
					server.text("Realm"), "issuer", server.text("IssuerIdentifier")))
			.toList();
	}

	private static List<?> partners(ScriptExecution stage) {
		return stage.run("Get-PartnerApplication")
			.stream()
			.map((application) -> stage.data("name", application.text("Name"), "applicationIdentifier",
					application.text("ApplicationIdentifier"), "enabled", flag(application, "Enabled")))
			.toList();
	}

	private static Map<String, Object> pushProxy(ScriptExecution stage) {
		try {
			return stage.data("readable", true, "fields", fields(stage, look(stage)));
		}
		catch (CmdletFailure ex) {
			return stage.data("readable", false, "fields", List.of(), "evidence", ex.getMessage());
		}
	}

	static CmdletObject look(ScriptExecution stage) {
		return stage.first("Enable-PushNotificationProxy", "WhatIf", true);
	}

	static List<?> fields(ScriptExecution stage, CmdletObject proxy) {
		return FIELDS.stream()
			.filter(proxy.properties()::containsKey)
			.map((name) -> stage.data("name", name, "value", shown(proxy, name)))
			.toList();
	}

	private static String shown(CmdletObject proxy, String name) {
		return switch (proxy.value(name)) {
			case java.time.Instant at -> ScriptExecution.time(at);
			case List<?> several -> "{" + String.join(", ", several.stream().map(Object::toString).toList()) + "}";
			case null, default -> proxy.text(name);
		};
	}

	private static Map<String, Object> local(ScriptExecution stage) {
		String server = stage.argument("server");
		return stage.data("server", server, "time", ScriptExecution.time(stage.now()), "exactBuild",
				stage.first("Get-SetupVersion").text("FileVersion"), "healthManagerStarted",
				ScriptExecution.time(healthManager(stage).value("StartTime")), "certificates",
				certificates(stage, server));
	}

	static CmdletObject healthManager(ScriptExecution stage) {
		return stage.first("Get-Service", "Name", "MSExchangeHM");
	}

	private static List<?> certificates(ScriptExecution stage, String server) {
		List<Object> all = new ArrayList<>();
		for (CmdletObject found : stage.run("Get-ExchangeCertificate", "Server", server)) {
			all.add(stage.data("rawData", rawData(found), "friendlyName", found.text("FriendlyName"), "services",
					found.text("Services"), "status", found.text("Status"), "hasPrivateKey",
					flag(found, "HasPrivateKey")));
		}
		return all;
	}

	static String rawData(CmdletObject certificate) {
		return Base64.getEncoder().encodeToString((byte[]) certificate.value("RawData"));
	}

	private static boolean flag(CmdletObject object, String name) {
		return "True".equals(object.text(name));
	}

	static Map<String, Object> getHealthManager(ScriptExecution stage) {
		CmdletObject service = healthManager(stage);
		return stage.data("startedAt", ScriptExecution.time(service.value("StartTime")), "status",
				service.text("State"));
	}

	static Map<String, Object> testPushProxy(ScriptExecution stage) {
		String started = ScriptExecution.time(stage.now());
		CmdletObject result = stage.first("Invoke-MonitoringProbe", "Identity", ServerCmdlets.PROBE, "Server",
				stage.argument("server"));
		return stage.data("resultType", result.text("ResultType"), "error", result.text("Error"), "exception",
				result.text("Exception"), "startedAt", started, "endedAt", ScriptExecution.time(stage.now()));
	}

}
