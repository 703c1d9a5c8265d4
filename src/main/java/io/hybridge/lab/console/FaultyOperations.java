package io.hybridge.lab.console;

import java.util.List;
import java.util.stream.Stream;

import io.hybridge.exchange.powershell.Script;
import io.hybridge.exchange.powershell.ScriptCatalog;

/** The operations of both worlds that can be made to fail on purpose. */
final class FaultyOperations {

	private static final List<String> TENANT = List.of("GET openid-configuration", "POST devicecode",
			"GET organization", "GET domains", "GET servicePrincipal", "PATCH servicePrincipal", "GET metadata",
			"POST server token", "POST PushNotifications");

	static final List<String> ALL = Stream
		.concat(ScriptCatalog.load().scripts().stream().map(Script::name), TENANT.stream())
		.toList();

	private FaultyOperations() {
	}

}
