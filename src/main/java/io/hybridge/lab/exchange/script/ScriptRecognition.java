package io.hybridge.lab.exchange.script;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.hybridge.exchange.powershell.Script;
import io.hybridge.exchange.powershell.ScriptCatalog;
import io.hybridge.exchange.powershell.SelfContained;
import io.hybridge.exchange.powershell.SessionOpening;

/**
 * Recognizes the catalogue's scripts by their hashes: one changed byte anywhere but in
 * the values, and nothing runs.
 */
public final class ScriptRecognition {

	private final ScriptCatalog catalog;

	private final JsonMapper json = JsonMapper.shared();

	public ScriptRecognition(ScriptCatalog catalog) {
		this.catalog = catalog;
	}

	/**
	 * Whether a command is the bootstrap, which waits for its input.
	 * @param command decoded text
	 * @return whether it is
	 */
	public boolean isBootstrap(String command) {
		return this.catalog.bootstrap().text().equals(command);
	}

	/**
	 * Recognizes a command that brings its own values.
	 * @param server whose endpoint was called
	 * @param command decoded text
	 * @return the call, or empty
	 */
	public Optional<ScriptEngine.Call> selfContained(String server, String command) {
		return this.catalog.recognizeSelfContained(command).flatMap((known) -> call(server, known, command));
	}

	private Optional<ScriptEngine.Call> call(String server, SelfContained known, String command) {
		return object(known.values())
			.filter((values) -> values.path("arguments").isObject() && values.path("session").isObject())
			.map((values) -> new ScriptEngine.Call(server, known.script().name(), known.prelude().file(),
					values.get("arguments").toString(), values.get("session").toString(),
					new ScriptEngine.Sent(command, new byte[0])));
	}

	/**
	 * Recognizes what was sent to the bootstrap.
	 * @param server whose endpoint was called
	 * @param input everything that was sent
	 * @return the call, or empty
	 */
	public Optional<ScriptEngine.Call> overInput(String server, byte[] input) {
		return object(new String(input, StandardCharsets.UTF_8)).filter((call) -> call.path("contract").asInt(0) == 1)
			.flatMap((call) -> {
				Optional<SessionOpening> prelude = text(call, "prelude").flatMap(this.catalog::recognizePrelude);
				Optional<Script> body = text(call, "body").flatMap(this.catalog::recognizeBody)
					.filter((script) -> script.name().equals(call.path("script").asString("")));
				Optional<String> arguments = text(call, "arguments").filter((text) -> object(text).isPresent());
				Optional<String> session = text(call, "session").filter((text) -> object(text).isPresent());
				if (prelude.isEmpty() || body.isEmpty() || arguments.isEmpty() || session.isEmpty()) {
					return Optional.empty();
				}
				return Optional.of(new ScriptEngine.Call(server, body.get().name(), prelude.get().file(),
						arguments.get(), session.get(), new ScriptEngine.Sent(this.catalog.bootstrap().text(), input)));
			});
	}

	private Optional<JsonNode> object(String text) {
		try {
			return Optional.of(this.json.readTree(text)).filter(JsonNode::isObject);
		}
		catch (JacksonException ex) {
			return Optional.empty();
		}
	}

	private static Optional<String> text(JsonNode call, String part) {
		try {
			byte[] bytes = Base64.getDecoder().decode(call.path(part).asString(""));
			return Optional.of(new String(bytes, StandardCharsets.UTF_8));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

}
