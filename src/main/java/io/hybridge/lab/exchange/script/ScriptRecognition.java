package io.hybridge.lab.exchange.script;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.commons.codec.digest.DigestUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.hybridge.exchange.powershell.Script;
import io.hybridge.exchange.powershell.ScriptCatalog;
import io.hybridge.exchange.powershell.SessionOpening;

/**
 * Recognizes the catalogue's scripts by their hashes: one changed byte anywhere but in
 * the values, and nothing runs.
 */
public final class ScriptRecognition {

	private static final Pattern WITH_VALUES = Pattern.compile("\\$hybridgeValues = '(?<values>[^'\n]*)'\n(?<text>.*)",
			Pattern.DOTALL);

	private final ScriptCatalog catalog;

	private final JsonMapper json = JsonMapper.shared();

	public ScriptRecognition(ScriptCatalog catalog) {
		this.catalog = catalog;
	}

	/**
	 * Whether a command is the bootstrap, which waits for its input.
	 * @param command decoded text
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
		Matcher matcher = WITH_VALUES.matcher(command);
		if (!matcher.matches()) {
			return Optional.empty();
		}
		return decode(matcher.group("values")).flatMap(this::object)
			.filter((values) -> values.path("arguments").isObject() && values.path("session").isObject())
			.flatMap((values) -> selfContained(matcher.group("text"),
					(script, opening) -> new ScriptEngine.Call(server, script.name(), opening.file(),
							values.get("arguments").toString(), values.get("session").toString(),
							new ScriptEngine.Sent(command, new byte[0]))));
	}

	private Optional<ScriptEngine.Call> selfContained(String text,
			BiFunction<Script, SessionOpening, ScriptEngine.Call> call) {
		for (Script script : this.catalog.scripts()) {
			for (SessionOpening opening : SessionOpening.values()) {
				if (this.catalog.selfContainedText(script, opening).equals(text)) {
					return Optional.of(call.apply(script, opening));
				}
			}
		}
		return Optional.empty();
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
				Optional<SessionOpening> opening = text(call, "opening").flatMap(this::opening);
				Optional<Script> body = text(call, "body").flatMap(this::body)
					.filter((script) -> script.name().equals(call.path("script").asString("")));
				Optional<String> arguments = text(call, "arguments").filter((text) -> object(text).isPresent());
				Optional<String> session = text(call, "session").filter((text) -> object(text).isPresent());
				if (opening.isEmpty() || body.isEmpty() || arguments.isEmpty() || session.isEmpty()) {
					return Optional.empty();
				}
				return Optional.of(new ScriptEngine.Call(server, body.get().name(), opening.get().file(),
						arguments.get(), session.get(), new ScriptEngine.Sent(this.catalog.bootstrap().text(), input)));
			});
	}

	private Optional<Script> body(String text) {
		String sha256 = DigestUtils.sha256Hex(text);
		return this.catalog.scripts().stream().filter((script) -> script.sha256().equals(sha256)).findFirst();
	}

	private Optional<SessionOpening> opening(String text) {
		String sha256 = DigestUtils.sha256Hex(text);
		return Arrays.stream(SessionOpening.values())
			.filter((opening) -> this.catalog.opening(opening).sha256().equals(sha256))
			.findFirst();
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
		return decode(call.path(part).asString(""));
	}

	private static Optional<String> decode(String base64) {
		try {
			return Optional.of(new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

}
