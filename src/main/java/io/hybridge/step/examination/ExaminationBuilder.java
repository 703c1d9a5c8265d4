package io.hybridge.step.examination;

import java.util.ArrayList;
import java.util.List;

import io.hybridge.step.change.Change;
import io.hybridge.web.text.StoredMessage;

/** What an examination gathers on its way, in the order of the article. */
public final class ExaminationBuilder {

	private final List<Finding> findings = new ArrayList<>();

	private final List<Change> changes = new ArrayList<>();

	private final List<StoredMessage> sideEffects = new ArrayList<>();

	private final List<StoredMessage> untouched = new ArrayList<>();

	public void found(Finding finding) {
		this.findings.add(finding);
	}

	public void plan(Change change) {
		this.changes.add(change);
	}

	public void bringsAbout(String key) {
		this.sideEffects.add(StoredMessage.of(key));
	}

	public void leaves(StoredMessage object) {
		this.untouched.add(object);
	}

	public List<Finding> findings() {
		return this.findings;
	}

	public List<Change> changes() {
		return this.changes;
	}

	public List<StoredMessage> sideEffects() {
		return this.sideEffects;
	}

	public List<StoredMessage> untouched() {
		return this.untouched;
	}

}
