package io.hybridge.exchange.bundle;

import java.util.Map;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.hybridge.exchange.bundle.Bundle.Call;
import io.hybridge.exchange.powershell.ScriptAnswer;

/** Whether what calls printed can be what was asked. */
final class BroughtOutputs {

	private static final JsonMapper JSON = JsonMapper.shared();

	/** Windows keeps as many characters of a server's name. */
	private static final int SHORT_NAME = 15;

	private BroughtOutputs() {
	}

	/**
	 * Refuses what answers something else, or was asked of another server.
	 * @param outputs by the number of their call
	 */
	static void require(Bundle bundle, Map<Integer, String> outputs) {
		if (outputs.isEmpty()) {
			throw garbled();
		}
		outputs.forEach((number, output) -> require(
				bundle.calls()
					.stream()
					.filter((call) -> call.number() == number)
					.findFirst()
					.orElseThrow(BroughtOutputs::garbled),
				ScriptAnswer.in(output, "").orElseThrow(BroughtOutputs::garbled)));
	}

	private static void require(Call call, ScriptAnswer answer) {
		JsonNode result = read(answer);
		if (!result.path("script").asString("").equals(call.script())) {
			throw garbled();
		}
		String server = result.path("server").asString("");
		if (!server.isEmpty() && !server.equalsIgnoreCase(shortName(call.server()))) {
			throw new RefusedAnswer("bundle.answer.other-server", server, call.server());
		}
	}

	private static JsonNode read(ScriptAnswer answer) {
		try {
			return JSON.readTree(answer.json());
		}
		catch (JacksonException ex) {
			throw garbled();
		}
	}

	private static String shortName(String server) {
		String name = server.split("\\.")[0];
		return name.substring(0, Math.min(SHORT_NAME, name.length()));
	}

	private static RefusedAnswer garbled() {
		return new RefusedAnswer("bundle.answer.garbled");
	}

}
