package io.hybridge.lab.exchange.twin;

import java.util.Map;
import java.util.Optional;

import io.hybridge.lab.exchange.cmdlet.CmdletObject;
import io.hybridge.lab.exchange.twin.part.AuthServerEntry;
import io.hybridge.lab.exchange.twin.part.ScriptExecution;

class SwitchAuthServer implements ScriptTwin {

	@Override
	public Map<String, Object> run(ScriptExecution execution) {
		String name = execution.argument("name");
		boolean wanted = execution.flag("enabled");
		Optional<CmdletObject> found = AuthServerEntry.named(execution, name);
		if (found.isEmpty()) {
			return switched(execution, "absent", found);
		}
		if (!found.get().text("AuthMetadataUrl").equals(execution.argument("metadataUrl"))) {
			return switched(execution, "kept", found);
		}
		if (found.get().text("Enabled").equals("True") == wanted) {
			return switched(execution, "equal", found);
		}
		execution.begin();
		execution.run("Set-AuthServer", "Identity", name, "Enabled", wanted, "Confirm", false);
		return switched(execution, "updated", found);
	}

	private static Map<String, Object> switched(ScriptExecution execution, String action,
			Optional<CmdletObject> found) {
		return execution.data("name", execution.argument("name"), "action", action, "guid", AuthServerEntry.guid(found),
				"created", AuthServerEntry.created(found));
	}

}
