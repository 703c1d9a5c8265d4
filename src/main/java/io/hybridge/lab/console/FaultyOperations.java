package io.hybridge.lab.console;

import java.util.List;

/** The operations of both worlds that can be made to fail on purpose. */
final class FaultyOperations {

	static final List<String> ALL = List.of("Get-HybridState", "New-AuthCertificate", "Set-AuthCertificate",
			"Set-AuthServer", "Remove-AuthServer", "Enable-PushProxy", "Disable-PushProxy", "Restart-HealthManager",
			"Test-PushProxy", "GET openid-configuration", "POST devicecode", "GET organization", "GET domains",
			"GET servicePrincipal", "PATCH servicePrincipal", "GET metadata", "POST server token",
			"POST PushNotifications");

	private FaultyOperations() {
	}

}
