package io.hybridge.lab.exchange.twin;

import java.util.Map;

import io.hybridge.lab.exchange.cmdlet.CmdletObject;
import io.hybridge.lab.exchange.twin.part.AuthConfigurationAnswer;
import io.hybridge.lab.exchange.twin.part.CertificateReading;
import io.hybridge.lab.exchange.twin.part.ScriptExecution;
import io.hybridge.lab.exchange.twin.part.ScriptStop;

class SetAuthCertificate implements ScriptTwin {

	@Override
	public Map<String, Object> run(ScriptExecution execution) {
		String thumbprint = execution.argument("thumbprint");
		if (AuthConfigurationAnswer.current(execution).equalsIgnoreCase(thumbprint)) {
			return AuthConfigurationAnswer.with(execution, "equal");
		}
		confirmSigner(execution, thumbprint);
		execution.begin();
		execution.run("Set-AuthConfig", "CertificateThumbprint", thumbprint, "Force", true, "Confirm", false);
		return AuthConfigurationAnswer.with(execution, "updated");
	}

	private static void confirmSigner(ScriptExecution execution, String thumbprint) {
		Map<String, CmdletObject> store = CertificateReading.store(execution);
		CmdletObject found = CertificateReading.here(execution, store, thumbprint)
			.orElseThrow(() -> ScriptStop.stopped("Hybridge.CertificateMissing",
					"The certificate is not on this server.", thumbprint));
		if (!CertificateReading.certificate(found).validAt(execution.now())) {
			throw ScriptStop.stopped("Hybridge.CertificateNotValid", "The certificate is not valid now.", thumbprint);
		}
		Boolean key = CertificateReading.hasPrivateKey(found, store.get(thumbprint));
		if (key == null) {
			throw ScriptStop.stopped("Hybridge.CertificateKeyUnknown",
					"Whether this server holds the private key of the certificate is not known.", thumbprint);
		}
		if (!key) {
			throw ScriptStop.stopped("Hybridge.CertificateWithoutKey",
					"This server does not hold the private key of the certificate.", thumbprint);
		}
	}

}
