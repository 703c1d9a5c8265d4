package io.hybridge.exchange.powershell;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A script's answer, read: more fields than we know are let through, a field of another
 * type is not.
 *
 * @param ok whether the script came to its end
 * @param data what it found, or empty when it failed
 * @param errors why it failed
 * @param began whether its changing cmdlet was reached, or empty when it does not say
 * @param at moment by the server's clock
 * @param evidence the whole answer, laid out for reading
 */
record ScriptResult(boolean ok, AnswerFields data, List<ScriptError> errors, Optional<Boolean> began, Instant at,
		String evidence) {

	static final int LONGEST = 32 * 1024 * 1024;

	private static final JsonMapper JSON = JsonMapper
		.builder(JsonFactory.builder()
			.streamReadConstraints(StreamReadConstraints.builder()
				.maxDocumentLength(LONGEST)
				.maxNestingDepth(16)
				.maxStringLength(256 * 1024)
				.maxNumberLength(32)
				.build())
			.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
			.build())
		.enable(SerializationFeature.INDENT_OUTPUT)
		.build();

	/**
	 * What an answer says of itself, before it is known what it should be.
	 * @throws UnreadableAnswer when it is no JSON object within the limits
	 */
	static AnswerFields head(String json) {
		try {
			return AnswerFields.of(JSON.readTree(json));
		}
		catch (JacksonException ex) {
			throw new UnreadableAnswer("The answer is not JSON within the limits");
		}
	}

	/**
	 * Reads an answer.
	 * @param script name of the script that was called
	 * @param json what it answered
	 * @throws UnreadableAnswer when it is not what the contract says
	 */
	static ScriptResult read(String script, String json) {
		try {
			JsonNode tree = JSON.readTree(json);
			AnswerFields fields = AnswerFields.of(tree);
			if (fields.number("contract") != 1 || !fields.text("script").equals(script)) {
				throw new UnreadableAnswer("The answer is to another question");
			}
			boolean ok = fields.flag("ok");
			return new ScriptResult(ok, ok ? fields.object("data") : AnswerFields.NONE,
					fields.list("errors").stream().map(ScriptError::read).toList(), fields.optionalFlag("began"),
					fields.time("at"), JSON.writeValueAsString(tree));
		}
		catch (JacksonException ex) {
			throw new UnreadableAnswer("The answer is not JSON within the limits");
		}
	}

	/**
	 * An error record of PowerShell. Nothing is decided on its message, which is in the
	 * server's language.
	 *
	 * @param id fully qualified error id
	 * @param type of the exception
	 * @param reason short name of the exception's type, which survives remoting
	 * @param part {@code opening} or {@code body}
	 * @param message for people
	 * @param target what it concerns
	 */
	record ScriptError(String id, String type, String reason, String part, String message, String target) {

		static ScriptError read(AnswerFields fields) {
			return new ScriptError(fields.text("id"), fields.text("type"), fields.optionalText("reason").orElse(""),
					fields.optionalText("part").orElse("body"), fields.text("message"),
					fields.optionalText("target").orElse(""));
		}

	}

}
