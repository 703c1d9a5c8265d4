package io.hybridge.enablement;

import io.hybridge.step.Finding;
import io.hybridge.step.FindingLevel;
import io.hybridge.web.text.MessageRenderer;

/**
 * A finding in the reader's words.
 *
 * @param code its name for good
 * @param subject the object
 * @param detail second line under it, or null
 * @param seen what we saw
 * @param status key of the status word
 * @param verdict what it means for the step
 * @param title heading of its explanation, or null when it needs none
 * @param meaning what it means
 * @param todo what to do next
 * @param link where that is done, or null
 * @param evidence words from outside, or null
 */
record FindingView(String code, String subject, String detail, String seen, String status, FindingLevel verdict,
		String title, String meaning, String todo, String link, Finding.Evidence evidence) {

	static FindingView of(Finding finding, MessageRenderer texts) {
		String[] values = finding.values().toArray(String[]::new);
		boolean explained = texts.has(finding.key() + ".title");
		return new FindingView(finding.code(), finding.subject(), texts.of(finding.detail()), texts.of(finding.seen()),
				status(finding.verdict()), finding.verdict(),
				explained ? texts.of(finding.key() + ".title", values) : null,
				explained ? texts.of(finding.key() + ".meaning", values) : null,
				explained ? texts.of(finding.key() + ".todo", values) : null,
				texts.has(finding.key() + ".link") ? texts.of(finding.key() + ".link") : null, finding.evidence());
	}

	public boolean stops() {
		return this.verdict.compareTo(FindingLevel.DIFFERS) < 0;
	}

	private static String status(FindingLevel verdict) {
		return switch (verdict) {
			case BLOCKS -> "blocks";
			case UNKNOWN -> "unseen";
			case CHOOSE -> "left-to-operator";
			case DIFFERS -> "differs";
			case MEETS -> "meets";
			case NOTE -> "note";
		};
	}

}
