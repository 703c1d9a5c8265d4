package io.hybridge.lab.tenant.graph;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.hybridge.lab.tenant.http.Reply;
import io.hybridge.lab.tenant.http.Request;

/**
 * What a request asks to be shown of an object.
 *
 * @param names of properties, or empty for all
 */
record Selection(Optional<List<String>> names) {

	static Selection of(Request request) {
		return new Selection(Optional.ofNullable(request.query().get("$select"))
			.map((names) -> Arrays.stream(names.split(",")).map(String::strip).toList()));
	}

	boolean names(String property) {
		return this.names.filter((names) -> names.contains(property)).isPresent();
	}

	Map<String, Object> from(Map<String, Object> all) {
		Map<String, Object> selected = new LinkedHashMap<>(all);
		this.names
			.ifPresent((names) -> selected.keySet().removeIf((name) -> !name.startsWith("@") && !names.contains(name)));
		return selected;
	}

	static Reply list(String name, List<?> value) {
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("@odata.context", "https://graph.microsoft.com/v1.0/$metadata#" + name);
		body.put("value", value);
		return Reply.json(200, body);
	}

}
