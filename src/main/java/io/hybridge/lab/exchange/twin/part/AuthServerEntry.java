package io.hybridge.lab.exchange.twin.part;

import java.util.Optional;

import io.hybridge.lab.exchange.cmdlet.CmdletObject;

/** An auth server by its name, as Exchange compares names. */
public final class AuthServerEntry {

	private AuthServerEntry() {
	}

	public static Optional<CmdletObject> named(ScriptExecution execution, String name) {
		return execution.run("Get-AuthServer")
			.stream()
			.filter((server) -> server.text("Name").equalsIgnoreCase(name))
			.findFirst();
	}

}
