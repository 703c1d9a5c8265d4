package io.hybridge.lab.exchange.twin;

import java.util.Map;

import io.hybridge.lab.exchange.twin.part.AuthConfigurationAnswer;
import io.hybridge.lab.exchange.twin.part.ScriptExecution;
import io.hybridge.lab.exchange.twin.part.ScriptStop;

class PublishAuthCertificate implements ScriptTwin {

	@Override
	public Map<String, Object> run(ScriptExecution execution) {
		String thumbprint = execution.argument("thumbprint");
		if (AuthConfigurationAnswer.current(execution).equalsIgnoreCase(thumbprint)) {
			return AuthConfigurationAnswer.with(execution, "equal");
		}
		if (!AuthConfigurationAnswer.next(execution).equalsIgnoreCase(thumbprint)) {
			throw ScriptStop.thrown("Another certificate is staged.");
		}
		execution.begin();
		execution.run("Set-AuthConfig", "PublishCertificate", true, "Force", true, "Confirm", false);
		return AuthConfigurationAnswer.with(execution, "published");
	}

}
