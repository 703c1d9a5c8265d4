package io.hybridge.lab.exchange.twin;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.hybridge.lab.exchange.cmdlet.CmdletFailure;
import io.hybridge.lab.exchange.cmdlet.CmdletObject;
import io.hybridge.lab.exchange.twin.part.AuthServerEntry;
import io.hybridge.lab.exchange.twin.part.ScriptExecution;

class SetAuthServer implements ScriptTwin {

	@Override
	public Map<String, Object> run(ScriptExecution execution) {
		String name = execution.argument("name");
		String metadataUrl = execution.argument("metadataUrl");
		String action = "equal";
		Optional<CmdletObject> found = AuthServerEntry.named(execution, name);
		Optional<CmdletObject> made = Optional.empty();
		if (found.isEmpty()) {
			action = "created";
			execution.begin();
			made = Optional.of(newAuthServer(execution, name, metadataUrl));
		}
		else if (!found.get().text("AuthMetadataUrl").equals(metadataUrl)) {
			action = "updated";
			execution.begin();
			execution.run("Set-AuthServer", "Identity", name, "AuthMetadataUrl", metadataUrl, "Confirm", false);
		}
		Optional<CmdletObject> shown = AuthServerEntry.named(execution, name);
		Optional<CmdletObject> object = made.or(() -> shown);
		return execution.data("name", name, "metadataUrl",
				shown.map((server) -> server.text("AuthMetadataUrl")).orElse(null), "action", action, "guid",
				AuthServerEntry.guid(object), "created", AuthServerEntry.created(object));
	}

	private static CmdletObject newAuthServer(ScriptExecution execution, String name, String metadataUrl) {
		try {
			return execution.first("New-AuthServer", "Name", name, "AuthMetadataUrl", metadataUrl, "Confirm", false);
		}
		catch (CmdletFailure refusal) {
			throw told(execution, name, refusal);
		}
	}

	/**
	 * The others are named beside a refusal, unless nobody can see them or its own is
	 * among them.
	 */
	private static CmdletFailure told(ScriptExecution execution, String name, CmdletFailure refusal) {
		List<String> others;
		try {
			others = issuers(execution);
		}
		catch (CmdletFailure unseen) {
			return refusal;
		}
		return (others.isEmpty() || others.stream().anyMatch(name::equalsIgnoreCase)) ? refusal
				: refusal.also("Hybridge.AuthServerRefused", String.join(", ", others));
	}

	private static List<String> issuers(ScriptExecution execution) {
		return execution.run("Get-AuthServer")
			.stream()
			.filter((server) -> server.text("Type").equalsIgnoreCase("MicrosoftACS"))
			.map((server) -> server.text("Name"))
			.toList();
	}

}
