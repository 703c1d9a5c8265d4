package io.hybridge.lab.exchange.script;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.hybridge.certificate.Certificate;
import io.hybridge.lab.exchange.cmdlet.CmdletFailure;
import io.hybridge.lab.exchange.cmdlet.CmdletObject;

/** What the scripts do that change something, cmdlet by cmdlet. */
final class ChangingScripts {

	private ChangingScripts() {
	}

	static Map<String, Object> newAuthCertificate(ScriptExecution execution) {
		String server = execution.argument("server");
		String identifier = execution.argument("subjectKeyIdentifier");
		String action = "equal";
		Optional<CmdletObject> found = find(execution, server, identifier);
		if (found.isEmpty()) {
			action = "created";
			execution.begin();
			execution.run("New-ExchangeCertificate", "Server", server, "FriendlyName",
					execution.argument("friendlyName"), "DomainName", execution.argument("domainName"), "Services",
					"Federation", "KeySize", 2048, "PrivateKeyExportable", true, "SubjectKeyIdentifier", identifier,
					"Confirm", false);
			found = find(execution, server, identifier);
		}
		return execution.data("action", action, "thumbprint",
				found.map((certificate) -> certificate.text("Thumbprint")).orElse(null), "rawData",
				found.map(ReadingScripts::rawData).orElse(null));
	}

	private static Optional<CmdletObject> find(ScriptExecution execution, String server, String identifier) {
		return execution.run("Get-ExchangeCertificate", "Server", server)
			.stream()
			.filter((found) -> Certificate.of((byte[]) found.value("RawData"))
				.subjectKeyIdentifier()
				.filter(identifier::equalsIgnoreCase)
				.isPresent())
			.findFirst();
	}

	static Map<String, Object> setAuthCertificate(ScriptExecution execution) {
		String thumbprint = execution.argument("thumbprint");
		String action = "equal";
		CmdletObject auth = execution.first("Get-AuthConfig");
		if (!auth.text("CurrentCertificateThumbprint").equalsIgnoreCase(thumbprint)) {
			action = "updated";
			execution.begin();
			execution.run("Set-AuthConfig", "CertificateThumbprint", thumbprint, "Confirm", false);
			auth = execution.first("Get-AuthConfig");
		}
		return execution.data("action", action, "current", auth.text("CurrentCertificateThumbprint"), "previous",
				auth.text("PreviousCertificateThumbprint"));
	}

	static Map<String, Object> setAuthServer(ScriptExecution execution) {
		String name = execution.argument("name");
		String metadataUrl = execution.argument("metadataUrl");
		String action = "equal";
		Optional<CmdletObject> found = authServer(execution, name);
		if (found.isEmpty()) {
			action = "created";
			execution.begin();
			execution.run("New-AuthServer", "Name", name, "AuthMetadataUrl", metadataUrl, "Confirm", false);
		}
		else if (!found.get().text("AuthMetadataUrl").equals(metadataUrl)) {
			action = "updated";
			execution.begin();
			execution.run("Set-AuthServer", "Identity", name, "AuthMetadataUrl", metadataUrl, "Confirm", false);
		}
		CmdletObject now = authServer(execution, name).orElseThrow();
		return execution.data("name", now.text("Name"), "metadataUrl", now.text("AuthMetadataUrl"), "action", action);
	}

	static Map<String, Object> removeAuthServer(ScriptExecution execution) {
		String name = execution.argument("name");
		Optional<CmdletObject> found = authServer(execution, name);
		if (found.isEmpty()) {
			return execution.data("name", name, "action", "absent");
		}
		if (!found.get().text("AuthMetadataUrl").equals(execution.argument("metadataUrl"))) {
			return execution.data("name", name, "action", "kept");
		}
		execution.begin();
		execution.run("Remove-AuthServer", "Identity", name, "Confirm", false);
		return execution.data("name", name, "action", "removed");
	}

	private static Optional<CmdletObject> authServer(ScriptExecution execution, String name) {
		return execution.run("Get-AuthServer")
			.stream()
			.filter((server) -> server.text("Name").equalsIgnoreCase(name))
			.findFirst();
	}

	static Map<String, Object> enablePushProxy(ScriptExecution execution) {
		execution.begin();
		CmdletObject proxy = execution.first("Enable-PushNotificationProxy", "Organization",
				execution.argument("organization"), "Confirm", false);
		return execution.data("fields", ReadingScripts.fields(execution, proxy));
	}

	static Map<String, Object> disablePushProxy(ScriptExecution execution) {
		execution.begin();
		execution.run("Disable-PushNotificationProxy", "Confirm", false);
		try {
			return execution.data("fields", ReadingScripts.fields(execution, ReadingScripts.readPushProxy(execution)));
		}
		catch (CmdletFailure ex) {
			execution.warn("The push proxy could not be read: " + ex.getMessage());
			return execution.data("fields", List.of());
		}
	}

	static Map<String, Object> restartHealthManager(ScriptExecution execution) {
		return restarted(execution, "MSExchangeHM");
	}

	static Map<String, Object> restartServiceHost(ScriptExecution execution) {
		return restarted(execution, "MSExchangeServiceHost");
	}

	private static Map<String, Object> restarted(ScriptExecution execution, String service) {
		execution.begin();
		execution.run("Restart-Service", "Name", service);
		return execution.data("startedAt",
				ScriptExecution.time(execution.first("Get-Service", "Name", service).value("StartTime")));
	}

}
