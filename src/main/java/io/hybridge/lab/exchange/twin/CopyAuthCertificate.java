package io.hybridge.lab.exchange.twin;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.hybridge.lab.exchange.cmdlet.CmdletObject;
import io.hybridge.lab.exchange.twin.part.CertificateReading;
import io.hybridge.lab.exchange.twin.part.ScriptExecution;

class CopyAuthCertificate implements ScriptTwin {

	@Override
	public Map<String, Object> run(ScriptExecution execution) {
		String thumbprint = execution.argument("thumbprint");
		String action = "equal";
		Map<String, CmdletObject> store = CertificateReading.store(execution);
		Optional<CmdletObject> found = CertificateReading.here(execution, store, thumbprint);
		if (found.isEmpty()) {
			action = "copied";
			copy(execution, thumbprint);
			store = CertificateReading.store(execution);
			found = CertificateReading.here(execution, store, thumbprint);
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

}
