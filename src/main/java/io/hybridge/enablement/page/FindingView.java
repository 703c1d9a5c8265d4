package io.hybridge.enablement.page;

import java.util.List;

import io.hybridge.step.examination.Finding;
import io.hybridge.step.examination.FindingLevel;
import io.hybridge.web.text.MessageRenderer;

/**
 * A finding in the reader's words.
 *
 * @param code its name for good
 * @param row what stands in the table
 * @param level what it means for the step
 * @param explanation what it means and what to do, or null when it needs none
 * @param evidence words from outside, or null
 */
record FindingView(String code, Row row, FindingLevel level, Explanation explanation, Finding.Evidence evidence) {

	static FindingView of(Finding finding, MessageRenderer texts) {
		return new FindingView(finding.code(),
				new Row(finding.subject(), texts.of(finding.detail()), texts.of(finding.seen()),
						finding.notes().stream().map(texts::of).toList(), status(finding.verdict())),
				finding.verdict(), Explanation.of(finding, texts), finding.evidence());
	}

	/** Whether a person must do something before the step can go on. */
	public boolean stops() {
		return this.level.compareTo(FindingLevel.DIFFERS) < 0 && this.explanation != null;
	}

	/**
	 * Whether its row explains it, for nothing has to be done before the step goes on.
	 */
	public boolean explained() {
		return this.explanation != null && !tells();
	}

	public boolean blocks() {
		return this.level == FindingLevel.BLOCKS || broken();
	}

	/** Whether it is out of order now. */
	public boolean broken() {
		return this.level == FindingLevel.BROKEN;
	}

	/** Whether it is told at length, beside its row. */
	public boolean tells() {
		return this.explanation != null && switch (this.level) {
			case BROKEN, BLOCKS, UNKNOWN, CHOOSE, DIFFERS, COMING -> true;
			case UNPROVED, MEETS, NOTE -> false;
		};
	}

	/**
	 * Where the page of the lab mends it, for an organization of the lab; null where it
	 * cannot.
	 */
	public String labPlace() {
		if (!blocks() || this.code.matches("(TENANT|DOMAIN|PLAN|SIGN-IN)-.*")) {
			return null;
		}
		if (this.code.startsWith("SERVER-BUILD-")) {
			return "update";
		}
		return this.code.endsWith("-NOT-REACHED") ? "faults" : "reset";
	}

	/** Whether a person must choose between candidates. */
	public boolean choice() {
		return this.level == FindingLevel.CHOOSE;
	}

	private static String status(FindingLevel level) {
		return switch (level) {
			case BROKEN -> "broken";
			case BLOCKS -> "blocks";
			case UNKNOWN, UNPROVED -> "unseen";
			case CHOOSE -> "left-to-operator";
			case DIFFERS -> "differs";
			case COMING -> "coming";
			case MEETS -> "meets";
			case NOTE -> "note";
		};
	}

	/**
	 * The row of a finding.
	 *
	 * @param subject the object
	 * @param detail second line under it, or null
	 * @param seen what we saw
	 * @param notes what else is good to know
	 * @param status key of the status word
	 */
	record Row(String subject, String detail, String seen, List<String> notes, String status) {
	}

	/**
	 * Why a finding matters.
	 *
	 * @param title heading
	 * @param meaning what it means
	 * @param todo what to do next
	 * @param link where that is done, or null
	 * @param byHand commands for when Hybridge cannot do it any more, or null
	 */
	record Explanation(String title, String meaning, String todo, String link, String byHand) {

		static Explanation of(Finding finding, MessageRenderer texts) {
			if (!texts.has(finding.key() + ".title")) {
				return null;
			}
			String[] values = finding.values().toArray(String[]::new);
			String link = finding.key() + ".link";
			String byHand = finding.key() + ".by-hand";
			return new Explanation(texts.of(finding.key() + ".title", values),
					texts.of(finding.key() + ".meaning", values), texts.of(finding.key() + ".todo", values),
					texts.has(link) ? texts.of(link) : null, texts.has(byHand) ? texts.of(byHand, values) : null);
		}

	}

}
