package io.hybridge.lab.exchange.twin;

import java.util.Map;

import io.hybridge.lab.exchange.twin.part.AuthConfigurationAnswer;
import io.hybridge.lab.exchange.twin.part.ScriptExecution;

class SetNextAuthCertificate implements ScriptTwin {

	@Override
	public Map<String, Object> run(ScriptExecution execution) {
		String thumbprint = execution.argument("thumbprint");
		if (AuthConfigurationAnswer.next(execution).equalsIgnoreCase(thumbprint)) {
			return AuthConfigurationAnswer.with(execution, "equal");
		}
		execution.begin();
		execution.run("Set-AuthConfig", "NewCertificateThumbprint", thumbprint, "NewCertificateEffectiveDate",
				execution.argument("effective"), "Force", true, "Confirm", false);
		return AuthConfigurationAnswer.with(execution, "staged");
	}

}
