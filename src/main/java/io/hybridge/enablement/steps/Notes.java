package io.hybridge.enablement.steps;

import java.util.ArrayList;
import java.util.List;

import io.hybridge.enablement.Text;

/** What an examination gathers on its way, in the order of the article. */
final class Notes {

	private final List<Finding> findings = new ArrayList<>();

	private final List<Change> changes = new ArrayList<>();

	private final List<Text> sideEffects = new ArrayList<>();

	private final List<Text> untouched = new ArrayList<>();

	void found(Finding finding) {
		this.findings.add(finding);
	}

	void plan(Change change) {
		this.changes.add(change);
	}

	void bringsAbout(String key) {
		this.sideEffects.add(Text.of(key));
	}

	void leaves(Text object) {
		this.untouched.add(object);
	}

	List<Finding> findings() {
		return this.findings;
	}

	List<Change> changes() {
		return this.changes;
	}

	List<Text> sideEffects() {
		return this.sideEffects;
	}

	List<Text> untouched() {
		return this.untouched;
	}

}
