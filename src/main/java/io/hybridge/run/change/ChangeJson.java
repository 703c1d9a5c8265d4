package io.hybridge.run.change;

import java.util.List;

import org.apache.commons.codec.digest.DigestUtils;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

import io.hybridge.exchange.ExchangeAnswer;
import io.hybridge.step.change.Change;

/** Writes changes as they are kept: equal changes are equal text. */
public final class ChangeJson {

	private static final JsonMapper JSON = JsonMapper.builder()
		.enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
		.disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
		.build();

	private ChangeJson() {
	}

	static String write(Change change) {
		return JSON.writerFor(Change.class).writeValueAsString(change);
	}

	static Change read(String change) {
		return JSON.readValue(change, Change.class);
	}

	static String write(List<ExchangeAnswer.Field> fields) {
		return JSON.writeValueAsString(fields);
	}

	/**
	 * The record that a change was answered with.
	 * @param evidence of a change
	 * @return its fields, empty when there was no answer
	 */
	public static List<ExchangeAnswer.Field> fields(JournaledChange.Evidence evidence) {
		return (evidence.fields() != null)
				? JSON.readValue(evidence.fields(), new TypeReference<List<ExchangeAnswer.Field>>() {
				}) : List.of();
	}

	/**
	 * Names a list of changes by the fields that decide.
	 * @param changes the changes, in order
	 * @return 64 hexadecimal digits
	 */
	public static String fingerprint(List<Change> changes) {
		return DigestUtils.sha256Hex(changes.stream().map((change) -> write(change)).toList().toString());
	}

}
