package io.hybridge.lab.exchange.twin.part;

import io.hybridge.lab.exchange.cmdlet.CmdletFailure;

/** How a script stops by itself, as {@code part/Stop-Script.ps1} and {@code throw} do. */
public final class ScriptStop {

	private ScriptStop() {
	}

	/** What {@code throw 'message'} leaves behind. */
	public static CmdletFailure thrown(String message) {
		return CmdletFailure.local(message, "OperationStopped", "System.Management.Automation.RuntimeException",
				message, message);
	}

	public static CmdletFailure stopped(String id, String message, String target) {
		return CmdletFailure.local(id, "ObjectNotFound", "System.InvalidOperationException", message, target);
	}

}
