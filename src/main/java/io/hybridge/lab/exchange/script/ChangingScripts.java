package io.hybridge.lab.exchange.script;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

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
		return execution.data("action", action, "thumbprint", found.map(CertificateReading::thumbprint).orElse(null),
				"rawData", found.map(CertificateReading::rawData).orElse(null));
	}

	private static Optional<CmdletObject> find(ScriptExecution execution, String server, String identifier) {
		return execution.run("Get-ExchangeCertificate", "Server", server)
			.stream()
			.filter((found) -> CertificateReading.certificate(found)
				.subjectKeyIdentifier()
				.filter(identifier::equalsIgnoreCase)
				.isPresent())
			.findFirst();
	}

	static Map<String, Object> setAuthCertificate(ScriptExecution execution) {
		String thumbprint = execution.argument("thumbprint");
		if (current(execution).equalsIgnoreCase(thumbprint)) {
			return authConfiguration(execution, "equal");
		}
		confirmSigner(execution, thumbprint);
		execution.begin();
		execution.run("Set-AuthConfig", "CertificateThumbprint", thumbprint, "Force", true, "Confirm", false);
		return authConfiguration(execution, "updated");
	}

	static Map<String, Object> setNextAuthCertificate(ScriptExecution execution) {
		String thumbprint = execution.argument("thumbprint");
		if (next(execution).equalsIgnoreCase(thumbprint)) {
			return authConfiguration(execution, "equal");
		}
		execution.begin();
		execution.run("Set-AuthConfig", "NewCertificateThumbprint", thumbprint, "NewCertificateEffectiveDate",
				execution.argument("effective"), "Force", true, "Confirm", false);
		return authConfiguration(execution, "staged");
	}

	static Map<String, Object> publishAuthCertificate(ScriptExecution execution) {
		String thumbprint = execution.argument("thumbprint");
		if (current(execution).equalsIgnoreCase(thumbprint)) {
			return authConfiguration(execution, "equal");
		}
		if (!next(execution).equalsIgnoreCase(thumbprint)) {
			throw thrown("Another certificate is staged.");
		}
		execution.begin();
		execution.run("Set-AuthConfig", "PublishCertificate", true, "Force", true, "Confirm", false);
		return authConfiguration(execution, "published");
	}

	private static String current(ScriptExecution execution) {
		return execution.first("Get-AuthConfig").text("CurrentCertificateThumbprint");
	}

	private static String next(ScriptExecution execution) {
		return execution.first("Get-AuthConfig").text("NextCertificateThumbprint");
	}

	private static Map<String, Object> authConfiguration(ScriptExecution execution, String action) {
		CmdletObject auth = execution.first("Get-AuthConfig");
		return execution.data("current", auth.text("CurrentCertificateThumbprint"), "previous",
				auth.text("PreviousCertificateThumbprint"), "next", auth.text("NextCertificateThumbprint"), "action",
				action);
	}

	/** What {@code throw 'message'} leaves behind. */
	static CmdletFailure thrown(String message) {
		return CmdletFailure.local(message, "OperationStopped", "System.Management.Automation.RuntimeException",
				message, message);
	}

	private static void confirmSigner(ScriptExecution execution, String thumbprint) {
		Map<String, CmdletObject> store = CertificateReading.store(execution);
		CmdletObject found = here(execution, store, thumbprint).orElseThrow(
				() -> stopped("Hybridge.CertificateMissing", "The certificate is not on this server.", thumbprint));
		if (!CertificateReading.certificate(found).validAt(execution.now())) {
			throw stopped("Hybridge.CertificateNotValid", "The certificate is not valid now.", thumbprint);
		}
		Boolean key = CertificateReading.hasPrivateKey(found, store.get(thumbprint));
		if (key == null) {
			throw stopped("Hybridge.CertificateKeyUnknown",
					"Whether this server holds the private key of the certificate is not known.", thumbprint);
		}
		if (!key) {
			throw stopped("Hybridge.CertificateWithoutKey",
					"This server does not hold the private key of the certificate.", thumbprint);
		}
	}

	static Map<String, Object> copyAuthCertificate(ScriptExecution execution) {
		String thumbprint = execution.argument("thumbprint");
		String action = "equal";
		Map<String, CmdletObject> store = CertificateReading.store(execution);
		Optional<CmdletObject> found = here(execution, store, thumbprint);
		if (found.isEmpty()) {
			action = "copied";
			copy(execution, thumbprint);
			store = CertificateReading.store(execution);
			found = Optional.ofNullable(store.get(thumbprint));
		}
		CmdletObject entry = store.get(thumbprint);
		return execution.data("action", action, "thumbprint", thumbprint, "hasPrivateKey",
				found.map((here) -> CertificateReading.hasPrivateKey(here, entry)).orElse(null));
	}

	private static void copy(ScriptExecution execution, String thumbprint) {
		String password = UUID.randomUUID().toString();
		CmdletObject exported = execution.first("Export-ExchangeCertificate", "Server", execution.argument("source"),
				"Thumbprint", thumbprint, "BinaryEncoded", true, "Password", password);
		execution.begin();
		execution.run("Import-ExchangeCertificate", "Server", execution.argument("server"), "FileData",
				exported.value("FileData"), "Password", password, "PrivateKeyExportable", true, "Confirm", false);
	}

	private static Optional<CmdletObject> here(ScriptExecution execution, Map<String, CmdletObject> store,
			String thumbprint) {
		return Optional.ofNullable(store.get(thumbprint))
			.or(() -> CertificateReading.find(execution, execution.argument("server"), thumbprint));
	}

	private static CmdletFailure stopped(String id, String message, String target) {
		return CmdletFailure.local(id, "ObjectNotFound", "System.InvalidOperationException", message, target);
	}

	static Map<String, Object> setAuthServer(ScriptExecution execution) {
		String name = execution.argument("name");
		String metadataUrl = execution.argument("metadataUrl");
		String action = "equal";
		Optional<CmdletObject> found = authServer(execution, name);
		if (found.isEmpty()) {
			action = "created";
			execution.begin();
			newAuthServer(execution, name, metadataUrl);
		}
		else if (!found.get().text("AuthMetadataUrl").equals(metadataUrl)) {
			action = "updated";
			execution.begin();
			execution.run("Set-AuthServer", "Identity", name, "AuthMetadataUrl", metadataUrl, "Confirm", false);
		}
		String shown = authServer(execution, name).map((server) -> server.text("AuthMetadataUrl")).orElse(null);
		return execution.data("name", name, "metadataUrl", shown, "action", action);
	}

	private static void newAuthServer(ScriptExecution execution, String name, String metadataUrl) {
		try {
			execution.run("New-AuthServer", "Name", name, "AuthMetadataUrl", metadataUrl, "Confirm", false);
		}
		catch (CmdletFailure refusal) {
			List<String> others = execution.run("Get-AuthServer")
				.stream()
				.filter((server) -> server.text("Type").equals("MicrosoftACS"))
				.map((server) -> server.text("Name"))
				.toList();
			throw others.isEmpty() ? refusal : refusal.also("Hybridge.AuthServerRefused", String.join(", ", others));
		}
	}

	static Map<String, Object> switchAuthServer(ScriptExecution execution) {
		String name = execution.argument("name");
		boolean wanted = execution.flag("enabled");
		Optional<CmdletObject> found = authServer(execution, name);
		if (found.isEmpty()) {
			return execution.data("name", name, "action", "absent");
		}
		if (!found.get().text("AuthMetadataUrl").equals(execution.argument("metadataUrl"))) {
			return execution.data("name", name, "action", "kept");
		}
		if (found.get().text("Enabled").equals("True") == wanted) {
			return execution.data("name", name, "action", "equal");
		}
		execution.begin();
		execution.run("Set-AuthServer", "Identity", name, "Enabled", wanted, "Confirm", false);
		return execution.data("name", name, "action", "updated");
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
		return pushProxy(execution, "Enable-PushNotificationProxy", "Organization", execution.argument("organization"),
				"Confirm", false);
	}

	static Map<String, Object> disablePushProxy(ScriptExecution execution) {
		return pushProxy(execution, "Disable-PushNotificationProxy", "Confirm", false);
	}

	private static Map<String, Object> pushProxy(ScriptExecution execution, String cmdlet, Object... parameters) {
		Map<String, Object> before = PushProxyEntry.read(execution);
		execution.begin();
		List<?> fields = ReadingScripts.fields(execution, execution.run(cmdlet, parameters));
		return execution.data("fields", fields, "directoryBefore", before, "directoryAfter",
				PushProxyEntry.read(execution));
	}

	static Map<String, Object> restartHealthManager(ScriptExecution execution) {
		return restarted(execution, "MSExchangeHM");
	}

	static Map<String, Object> restartServiceHost(ScriptExecution execution) {
		return restarted(execution, "MSExchangeServiceHost");
	}

	static Map<String, Object> restartApplicationPool(ScriptExecution execution) {
		String pool = execution.argument("pool");
		if (!ReadingScripts.POOLS.contains(pool)) {
			throw thrown("Only pools of Exchange are recycled.");
		}
		execution.begin();
		execution.run("Restart-WebAppPool", "Name", pool);
		return execution.data("startedAt", ReadingScripts.started(execution, pool));
	}

	private static Map<String, Object> restarted(ScriptExecution execution, String service) {
		execution.begin();
		execution.run("Restart-Service", "Name", service);
		return execution.data("startedAt",
				ScriptExecution.time(execution.first("Get-Service", "Name", service).value("StartTime")));
	}

}
