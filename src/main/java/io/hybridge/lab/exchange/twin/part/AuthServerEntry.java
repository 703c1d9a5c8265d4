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

	/** What tells it from another object of the same name. */
	public static String guid(Optional<CmdletObject> object) {
		return object.map((server) -> server.text("Guid")).orElse(null);
	}

	public static String created(Optional<CmdletObject> object) {
		return object.map((server) -> ScriptExecution.time(server.value("WhenCreatedUTC"))).orElse(null);
	}

}
