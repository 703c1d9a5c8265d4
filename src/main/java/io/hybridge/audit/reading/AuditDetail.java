package io.hybridge.audit.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.hybridge.audit.AuditActor;
import io.hybridge.audit.AuditKind;

/**
 * A whole record.
 *
 * @param summary what a list shows
 * @param address the person's request came from, or null
 * @param evidence word for word, or null
 * @param canonical the record's bytes as text, with the hash of the record before
 * @param hash of these bytes
 */
record AuditDetail(AuditSummary summary, String address, String evidence, String canonical, String hash) {

	static final String COLUMNS = AuditSummary.COLUMNS + ", address, evidence, canonical, hash";

	private static final Set<String> CHANGED = Set.of("object", "before", "after", "found", "change", "runKind", "what",
			"action", AuditActor.ROLE);

	static AuditDetail read(ResultSet row, int index) throws SQLException {
		return new AuditDetail(AuditSummary.read(row, index), row.getString("address"), row.getString("evidence"),
				row.getString("canonical"), row.getString("hash"));
	}

	/** Old and new value; field by field where they are JSON objects. */
	List<Changed> changed() {
		Map<String, String> parameters = this.summary.parameters();
		Map<String, String> before = fields(parameters.get("before"));
		Map<String, String> after = fields(parameters.get("after"));
		Map<String, String> found = fields(parameters.get("found"));
		Set<String> names = new LinkedHashSet<>(before.keySet());
		names.addAll(after.keySet());
		names.addAll(found.keySet());
		List<Changed> changed = new ArrayList<>();
		names.forEach((name) -> changed.add(new Changed(name.isEmpty() ? parameters.getOrDefault("object", "") : name,
				before.get(name), after.get(name), found.get(name), found.containsKey(name))));
		return changed;
	}

	/** Whether a change was read back, so that it is known what was there afterwards. */
	public boolean readBack() {
		return this.summary.parameters().containsKey("found");
	}

	/**
	 * Key of the word for the new value: of a change only what is found afterwards tells
	 * whether it came to be.
	 */
	public String afterKey() {
		return "audit.record.changed." + ((this.summary.kind() == AuditKind.CHANGE) ? "wanted" : "after");
	}

	/** The typed values as recorded. */
	String parameters() {
		return JsonMapper.shared().writeValueAsString(this.summary.parameters());
	}

	/** What else was recorded, and is told by no sentence. */
	Map<String, String> details() {
		Map<String, String> details = new LinkedHashMap<>(this.summary.parameters());
		details.keySet().removeAll(CHANGED);
		details.values().removeIf(String::isBlank);
		return details;
	}

	private static Map<String, String> fields(String value) {
		Map<String, String> fields = new LinkedHashMap<>();
		if (value == null || value.isBlank()) {
			return fields;
		}
		JsonNode object = object(value);
		if (object == null) {
			fields.put("", value);
		}
		else {
			object.properties().forEach((field) -> fields.put(field.getKey(), plain(field.getValue())));
		}
		return fields;
	}

	private static JsonNode object(String value) {
		if (!value.startsWith("{")) {
			return null;
		}
		try {
			return JsonMapper.shared().readTree(value);
		}
		catch (JacksonException ex) {
			return null;
		}
	}

	private static String plain(JsonNode value) {
		return value.isNull() ? null : value.isString() ? value.stringValue() : value.toString();
	}

	/**
	 * One value that changed.
	 *
	 * @param name of the field or object
	 * @param before or null where it was absent
	 * @param after or null where it is, or is to be, absent
	 * @param found afterwards, or null where it was absent
	 * @param read whether it was read afterwards
	 */
	record Changed(String name, String before, String after, String found, boolean read) {
	}

}
