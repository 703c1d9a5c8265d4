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

	static Map<String, Object> newAuthCertificate(ScriptExecution stage) {
		String server = stage.argument("server");
		String identifier = stage.argument("subjectKeyIdentifier");
		String action = "equal";
		Optional<CmdletObject> found = find(stage, server, identifier);
		if (found.isEmpty()) {
			action = "created";
			stage.begin();
			stage.run("New-ExchangeCertificate", "Server", server, "FriendlyName", stage.argument("friendlyName"),
					"DomainName", stage.argument("domainName"), "Services", "Federation", "KeySize", 2048,
					"PrivateKeyExportable", true, "SubjectKeyIdentifier", identifier, "Confirm", false);
			found = find(stage, server, identifier);
		}
		CmdletObject certificate = found
			.orElseThrow(() -> CmdletFailure.local("Hybridge.CertificateNotFound", "ObjectNotFound",
					"System.InvalidOperationException", "The new certificate is not in the store.", identifier));
		return stage.data("action", action, "thumbprint", certificate.text("Thumbprint"), "rawData",
				ReadingScripts.rawData(certificate));
	}

	private static Optional<CmdletObject> find(ScriptExecution stage, String server, String identifier) {
		return stage.run("Get-ExchangeCertificate", "Server", server)
			.stream()
			.filter((found) -> Certificate.of((byte[]) found.value("RawData"))
				.subjectKeyIdentifier()
				.filter(identifier::equalsIgnoreCase)
				.isPresent())
			.findFirst();
	}

	static Map<String, Object> setAuthCertificate(ScriptExecution stage) {
		String thumbprint = stage.argument("thumbprint");
		String action = "equal";
		CmdletObject auth = stage.first("Get-AuthConfig");
		if (!auth.text("CurrentCertificateThumbprint").equalsIgnoreCase(thumbprint)) {
			action = "updated";
			stage.begin();
			stage.run("Set-AuthConfig", "CertificateThumbprint", thumbprint, "Confirm", false);
			auth = stage.first("Get-AuthConfig");
		}
		return stage.data("action", action, "current", auth.text("CurrentCertificateThumbprint"), "previous",
				auth.text("PreviousCertificateThumbprint"));
	}

	static Map<String, Object> setAuthServer(ScriptExecution stage) {
		String name = stage.argument("name");
		String metadataUrl = stage.argument("metadataUrl");
		String action = "equal";
		Optional<CmdletObject> found = authServer(stage, name);
		if (found.isEmpty()) {
			action = "created";
			stage.begin();
			stage.run("New-AuthServer", "Name", name, "AuthMetadataUrl", metadataUrl, "Confirm", false);
		}
		else if (!found.get().text("AuthMetadataUrl").equals(metadataUrl)) {
			action = "updated";
			stage.begin();
			stage.run("Set-AuthServer", "Identity", name, "AuthMetadataUrl", metadataUrl, "Confirm", false);
		}
		CmdletObject now = authServer(stage, name).orElseThrow();
		return stage.data("name", now.text("Name"), "metadataUrl", now.text("AuthMetadataUrl"), "action", action);
	}

	static Map<String, Object> removeAuthServer(ScriptExecution stage) {
		String name = stage.argument("name");
		Optional<CmdletObject> found = authServer(stage, name);
		if (found.isEmpty()) {
			return stage.data("name", name, "action", "absent");
		}
		if (!found.get().text("AuthMetadataUrl").equals(stage.argument("metadataUrl"))) {
			return stage.data("name", name, "action", "kept");
		}
		stage.begin();
		stage.run("Remove-AuthServer", "Identity", name, "Confirm", false);
		return stage.data("name", name, "action", "removed");
	}

	private static Optional<CmdletObject> authServer(ScriptExecution stage, String name) {
		return stage.run("Get-AuthServer")
			.stream()
			.filter((server) -> server.text("Name").equalsIgnoreCase(name))
			.findFirst();
	}

	static Map<String, Object> enablePushProxy(ScriptExecution stage) {
		stage.begin();
		CmdletObject proxy = stage.first("Enable-PushNotificationProxy", "Organization", stage.argument("organization"),
				"Confirm", false);
		return stage.data("fields", ReadingScripts.fields(stage, proxy));
	}

	static Map<String, Object> disablePushProxy(ScriptExecution stage) {
		stage.begin();
		stage.run("Disable-PushNotificationProxy", "Confirm", false);
		try {
			return stage.data("fields", ReadingScripts.fields(stage, ReadingScripts.look(stage)));
		}
		catch (CmdletFailure ex) {
			stage.warn("The push proxy could not be read: " + ex.getMessage());
			return stage.data("fields", List.of());
		}
	}

	static Map<String, Object> restartHealthManager(ScriptExecution stage) {
		stage.begin();
		stage.run("Restart-Service", "Name", "MSExchangeHM");
		return stage.data("startedAt", ScriptExecution.time(ReadingScripts.healthManager(stage).value("StartTime")));
	}

}
