package io.hybridge.lab.exchange;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import io.hybridge.lab.Ledger.Effect;
import io.hybridge.lab.exchange.script.ScriptEngine.Printed;

import static org.assertj.core.api.Assertions.assertThat;

/** The result that an engine printed. */
public record ScriptReply(JsonNode result) {

	private static final Pattern LINE = Pattern.compile("#<hybridge>#([A-Za-z0-9+/=]+)#</hybridge>#");

	private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z";

	private static final String IDENTIFIER = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

	public static ScriptReply of(Printed printed) {
		Matcher line = LINE.matcher(printed.output());
		assertThat(line.find()).as("an answer in %s", printed).isTrue();
		byte[] json = Base64.getDecoder().decode(line.group(1));
		return new ScriptReply(JsonMapper.shared().readTree(new String(json, StandardCharsets.UTF_8)));
	}

	public boolean ok() {
		return this.result.path("ok").asBoolean();
	}

	public JsonNode data() {
		return this.result.path("data");
	}

	/**
	 * Everything that two engines have to agree on: not the moments, not the engine's
	 * version, not the session's number, not what is random in a new certificate.
	 */
	public String agreed(List<Effect> effects) {
		ObjectNode copy = ((ObjectNode) this.result).deepCopy();
		copy.remove(List.of("psVersion", "at"));
		String text = copy.toPrettyString()
			.replaceAll(TIME, "TIME")
			.replaceAll("(\"name\" : \"RunspaceId\",\\s*\"value\" : \")" + IDENTIFIER, "$1RUNSPACE");
		return withoutRandom(text, effects);
	}

	public static String agreed(Effect effect, List<Effect> effects) {
		return withoutRandom(effect.world() + " " + effect.kind() + " " + effect.values(), effects);
	}

	private static String withoutRandom(String text, List<Effect> effects) {
		String without = text;
		for (Effect effect : effects) {
			if (effect.kind().startsWith("Certificate")) {
				for (Map.Entry<String, String> value : effect.values().entrySet()) {
					if (List.of("thumbprint", "rawData", "privateKey").contains(value.getKey())) {
						without = without.replace(value.getValue(), value.getKey().toUpperCase(java.util.Locale.ROOT));
					}
				}
			}
		}
		return without;
	}

}
