package io.hybridge.exchange.download;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.hybridge.exchange.ExchangeChange;
import io.hybridge.exchange.powershell.Script;
import io.hybridge.exchange.powershell.ScriptCatalog;

/**
 * A plan as a script: for each change the catalogue's script with its values, so that a
 * new kind of change brings its part along.
 */
public final class PlanScript {

	private static final String ENTRY_SERVER = "";

	private final StringBuilder text = new StringBuilder(Script.read("Plan", "download/Plan").text());

	private final List<Map<String, Object>> changes = new ArrayList<>();

	private PlanScript() {
	}

	/**
	 * Joins the parts of a plan.
	 * @param plan number of the plan
	 * @param parts in the plan's order, one for each change
	 * @return the script, or empty when it would change nothing
	 */
	public static Optional<DownloadScript> of(long plan, List<PlannedPart> parts) {
		if (parts.stream().noneMatch(PlannedPart.OnExchange.class::isInstance)) {
			return Optional.empty();
		}
		PlanScript script = new PlanScript();
		parts.forEach(script::add);
		script.text.append("\nWrite-Host 'Complete.'\n");
		return Optional
			.of(DownloadScript.of("Plan-" + plan, script.text.toString(), Map.of("changes", script.changes)));
	}

	private void add(PlannedPart part) {
		if (part instanceof PlannedPart.OnExchange(ExchangeChange change)) {
			run(change);
		}
		else {
			this.changes.add(Map.of());
			this.text.append("\nWrite-Warning 'Change %d is made in Microsoft 365 and not by this script.'\n"
				.formatted(this.changes.size()));
		}
	}

	private void run(ExchangeChange change) {
		String server = change.server(ENTRY_SERVER);
		Map<String, Object> values = new LinkedHashMap<>();
		values.put("server", change.usesExchange() ? ENTRY_SERVER : server);
		values.put("arguments", change.arguments(server));
		this.changes.add(values);
		Script script = ScriptCatalog.load().script(change.script());
		this.text.append("\n# SHA-256 ")
			.append(script.sha256())
			.append("\nInvoke-PlannedChange %d '%s' {\n".formatted(this.changes.size(), script.name()))
			.append(script.text())
			.append("}\n");
	}

}
