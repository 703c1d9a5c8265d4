package io.hybridge.enablement;

import java.util.List;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import io.hybridge.web.Choice;
import io.hybridge.web.text.MessageRenderer;

/** The answers a person may give about the phone, in the reader's words. */
@Component
public class DeviceAnswers {

	private final MessageRenderer texts;

	DeviceAnswers(MessageRenderer texts) {
		this.texts = texts;
	}

	public List<Choice> all() {
		return Stream.of("yes", "no", "not-yet")
			.map((answer) -> Choice.of(answer, this.texts.of("enablement.device." + answer)))
			.toList();
	}

}
