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
			return execution.data("name", name, "action", "absent");
		}
		if (!found.get().text("AuthMetadataUrl").equals(execution.argument("metadataUrl"))) {
			return execution.data("name", name, "action", "kept");
		}
		if (found.get().text("Enabled").equals("True") == wanted) {
			return execution.data("name", name, "action", "equal");
		}
		execution.begin();
		execution.run("Set-AuthServer", "Identity", name, "Enabled", wanted, "Confirm", false);
		return execution.data("name", name, "action", "updated");
	}

}
