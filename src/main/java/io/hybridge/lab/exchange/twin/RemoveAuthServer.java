package io.hybridge.lab.exchange.twin;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.hybridge.lab.exchange.cmdlet.CmdletObject;
import io.hybridge.lab.exchange.twin.part.AuthServerEntry;
import io.hybridge.lab.exchange.twin.part.ScriptExecution;

class RemoveAuthServer implements ScriptTwin {

	private static final Set<String> NONE = Set.of("", "00000000-0000-0000-0000-000000000000");

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
		if (isAnother(found.get().text("Guid"), execution.argument("guid"))) {
			return execution.data("name", name, "action", "kept");
		}
		execution.begin();
		execution.run("Remove-AuthServer", "Identity", name, "Confirm", false);
		return execution.data("name", name, "action", "removed");
	}

	private static boolean isAnother(String one, String other) {
		return !NONE.contains(one) && !NONE.contains(other) && !one.equalsIgnoreCase(other);
	}

}
