package io.hybridge.step;

import java.util.ArrayList;
import java.util.List;

import io.hybridge.step.change.Change;
import io.hybridge.web.text.StoredMessage;

/** What an examination gathers on its way, in the order of the article. */
final class ExaminationBuilder {

	private final List<Finding> findings = new ArrayList<>();

	private final List<Change> changes = new ArrayList<>();

	private final List<StoredMessage> sideEffects = new ArrayList<>();

	private final List<StoredMessage> untouched = new ArrayList<>();

	void found(Finding finding) {
		this.findings.add(finding);
	}

	void plan(Change change) {
		this.changes.add(change);
	}

	void bringsAbout(String key) {
		this.sideEffects.add(StoredMessage.of(key));
	}

	void leaves(StoredMessage object) {
		this.untouched.add(object);
	}

	List<Finding> findings() {
		return this.findings;
	}

	List<Change> changes() {
		return this.changes;
	}

	List<StoredMessage> sideEffects() {
		return this.sideEffects;
	}

	List<StoredMessage> untouched() {
		return this.untouched;
	}

}
