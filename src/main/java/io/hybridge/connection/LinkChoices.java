package io.hybridge.connection;

import java.util.List;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import io.hybridge.web.Choice;
import io.hybridge.web.text.MessageRenderer;

/** What the form of a link offers, in the reader's language. */
@Component
class LinkChoices {

	private final MessageRenderer texts;

	LinkChoices(MessageRenderer texts) {
		this.texts = texts;
	}

	List<Choice> channels() {
		return choices("connection.channel.", "https", "http");
	}

	List<Choice> trusts() {
		return choices("connection.trust.", "runtime", "authorities", "pinned");
	}

	String portHint(WayIn way) {
		if (way.isSsh()) {
			return this.texts.of("connection.port.hint.ssh");
		}
		return this.texts.of(way.isSealing() ? "connection.port.hint.winrm" : "connection.port.hint.https");
	}

	private List<Choice> choices(String key, String... values) {
		return Stream.of(values)
			.map((value) -> new Choice(value, this.texts.of(key + value), this.texts.of(key + value + ".hint")))
			.toList();
	}

}
