package io.hybridge.lab.exchange.twin;

import java.util.List;
import java.util.Map;

import io.hybridge.lab.exchange.cmdlet.CmdletFailure;
import io.hybridge.lab.exchange.cmdlet.CmdletObject;
import io.hybridge.lab.exchange.twin.part.CertificateReading;
import io.hybridge.lab.exchange.twin.part.PushProxyEntry;
import io.hybridge.lab.exchange.twin.part.RecordFields;
import io.hybridge.lab.exchange.twin.part.ScriptExecution;
import io.hybridge.lab.exchange.twin.part.ServiceStart;

class GetHybridState implements ScriptTwin {

	@Override
	public Map<String, Object> run(ScriptExecution execution) {
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
					server.text("Realm"), "issuer", server.text("IssuerIdentifier"), "guid", server.text("Guid"),
					"created", ScriptExecution.time(server.value("WhenCreatedUTC"))))
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
			List<?> fields = RecordFields.of(execution, execution.run("Enable-PushNotificationProxy", "WhatIf", true));
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

	private static Map<String, Object> local(ScriptExecution execution) {
		String server = execution.argument("server");
		return execution.data("server", server, "time", ScriptExecution.time(execution.now()), "exactBuild",
				execution.first("Get-SetupVersion").text("FileVersion"), "healthManagerStarted",
				ServiceStart.of(execution, "MSExchangeHM"), "starts", starts(execution), "certificates",
				CertificateReading.all(execution, server), "transportCertificate",
				transportCertificate(execution, server));
	}

	private static Map<String, Object> starts(ScriptExecution execution) {
		return execution.data("MSExchangeServiceHost", ServiceStart.of(execution, "MSExchangeServiceHost"),
				"MSExchangeOWAAppPool", ServiceStart.of(execution, "MSExchangeOWAAppPool"), "MSExchangeECPAppPool",
				ServiceStart.of(execution, "MSExchangeECPAppPool"));
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

}
