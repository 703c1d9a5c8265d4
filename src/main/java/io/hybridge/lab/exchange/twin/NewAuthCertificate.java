package io.hybridge.lab.exchange.twin;

import java.util.Map;
import java.util.Optional;

import io.hybridge.lab.exchange.cmdlet.CmdletObject;
import io.hybridge.lab.exchange.twin.part.CertificateReading;
import io.hybridge.lab.exchange.twin.part.ScriptExecution;

class NewAuthCertificate implements ScriptTwin {

	@Override
	public Map<String, Object> run(ScriptExecution execution) {
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

}
