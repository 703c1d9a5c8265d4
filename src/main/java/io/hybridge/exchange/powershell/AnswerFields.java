package io.hybridge.exchange.powershell;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** A JSON object whose fields are read by their exact type. */
final class AnswerFields {

	static final AnswerFields NONE = new AnswerFields(JsonNodeFactory.instance.objectNode());

	private final JsonNode node;

	private AnswerFields(JsonNode node) {
		this.node = node;
	}

	static AnswerFields of(JsonNode node) {
		if (node == null || !node.isObject()) {
			throw new UnreadableAnswer("An object is missing");
		}
		return new AnswerFields(node);
	}

	AnswerFields object(String name) {
		JsonNode value = this.node.get(name);
		if (value == null || !value.isObject()) {
			throw unreadable(name);
		}
		return new AnswerFields(value);
	}

	List<AnswerFields> list(String name) {
		JsonNode value = this.node.get(name);
		if (value == null || !value.isArray()) {
			throw unreadable(name);
		}
		List<AnswerFields> list = new ArrayList<>();
		value.forEach((element) -> list.add(of(element)));
		return list;
	}

	List<String> textList(String name) {
		JsonNode value = this.node.get(name);
		if (value == null || !value.isArray() || value.valueStream().anyMatch((element) -> !element.isString())) {
			throw unreadable(name);
		}
		return value.valueStream().map(JsonNode::stringValue).toList();
	}

	String text(String name) {
		return optionalText(name).orElseThrow(() -> unreadable(name));
	}

	Optional<String> optionalText(String name) {
		JsonNode value = this.node.get(name);
		if (value == null || value.isNull()) {
			return Optional.empty();
		}
		if (!value.isString()) {
			throw unreadable(name);
		}
		return Optional.of(value.stringValue());
	}

	boolean flag(String name) {
		return optionalFlag(name).orElseThrow(() -> unreadable(name));
	}

	Optional<Boolean> optionalFlag(String name) {
		JsonNode value = this.node.get(name);
		if (value == null || value.isNull()) {
			return Optional.empty();
		}
		if (!value.isBoolean()) {
			throw unreadable(name);
		}
		return Optional.of(value.booleanValue());
	}

	int number(String name) {
		JsonNode value = this.node.get(name);
		if (value == null || !value.isInt()) {
			throw unreadable(name);
		}
		return value.intValue();
	}

	Instant time(String name) {
		return optionalTime(name).orElseThrow(() -> unreadable(name));
	}

	Optional<Instant> optionalTime(String name) {
		return optionalText(name).map((text) -> {
			try {
				return Instant.parse(text);
			}
			catch (DateTimeException ex) {
				throw unreadable(name);
			}
		});
	}

	/**
	 * The fields that are plain text, in their order.
	 * @return name to value
	 */
	Map<String, String> texts() {
		Map<String, String> texts = new LinkedHashMap<>();
		this.node.properties().forEach((entry) -> {
			if (entry.getValue().isString()) {
				texts.put(entry.getKey(), entry.getValue().stringValue());
			}
		});
		return texts;
	}

	boolean has(String name) {
		return this.node.has(name);
	}

	private static UnreadableAnswer unreadable(String name) {
		return new UnreadableAnswer("The field " + name + " is missing or of another type");
	}

}
