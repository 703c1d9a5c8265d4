package io.hybridge.lab.exchange.twin;

import java.util.Map;
import java.util.Optional;

import io.hybridge.lab.exchange.cmdlet.CmdletObject;
import io.hybridge.lab.exchange.twin.part.AuthServerEntry;
import io.hybridge.lab.exchange.twin.part.ScriptExecution;

class RemoveAuthServer implements ScriptTwin {

	@Override
	public Map<String, Object> run(ScriptExecution execution) {
		String name = execution.argument("name");
		Optional<CmdletObject> found = AuthServerEntry.named(execution, name);
		if (found.isEmpty()) {
			return execution.data("name", name, "action", "absent");
		}
		if (!found.get().text("AuthMetadataUrl").equals(execution.argument("metadataUrl"))) {
			return execution.data("name", name, "action", "kept");
		}
		String guid = execution.argument("guid");
		if (!guid.isEmpty() && !found.get().text("Guid").equalsIgnoreCase(guid)) {
			return execution.data("name", name, "action", "kept");
		}
		execution.begin();
		execution.run("Remove-AuthServer", "Identity", name, "Confirm", false);
		return execution.data("name", name, "action", "removed");
	}

}
