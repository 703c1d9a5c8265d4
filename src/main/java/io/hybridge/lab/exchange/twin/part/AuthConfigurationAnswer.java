package io.hybridge.lab.exchange.twin.part;

import java.util.Map;

import io.hybridge.lab.exchange.cmdlet.CmdletObject;

/**
 * The auth configuration after a change, as {@code part/Read-AuthConfig.ps1} tells it.
 */
public final class AuthConfigurationAnswer {

	private AuthConfigurationAnswer() {
	}

	public static String current(ScriptExecution execution) {
		return execution.first("Get-AuthConfig").text("CurrentCertificateThumbprint");
	}

	public static String next(ScriptExecution execution) {
		return execution.first("Get-AuthConfig").text("NextCertificateThumbprint");
	}

	public static Map<String, Object> with(ScriptExecution execution, String action) {
		CmdletObject auth = execution.first("Get-AuthConfig");
		return execution.data("current", auth.text("CurrentCertificateThumbprint"), "previous",
				auth.text("PreviousCertificateThumbprint"), "next", auth.text("NextCertificateThumbprint"), "action",
				action);
	}

}
