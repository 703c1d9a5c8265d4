package io.hybridge.enablement.run;

import org.springframework.stereotype.Component;

import io.hybridge.step.change.Change;
import io.hybridge.web.DisplayValue;
import io.hybridge.web.text.MessageRenderer;
import io.hybridge.web.text.StoredMessage;

/** Names changes and the values they are about. */
@Component
class ChangeTitles {

	private final ChangeViews changes;

	private final MessageRenderer texts;

	ChangeTitles(ChangeViews changes, MessageRenderer texts) {
		this.changes = changes;
		this.texts = texts;
	}

	String title(Change change) {
		return this.changes.title(change);
	}

	ChangeView view(Change change) {
		return this.changes.of(change);
	}

	String of(StoredMessage text) {
		return this.texts.of(text);
	}

	DisplayValue value(String value) {
		return isAbsent(value) ? DisplayValue.words(absent()) : DisplayValue.code(value);
	}

	String valueOrAbsent(String value) {
		return isAbsent(value) ? absent() : value;
	}

	private static boolean isAbsent(String value) {
		return value == null || value.isEmpty();
	}

	private String absent() {
		return this.texts.of("change.absent");
	}

}
