package io.hybridge.enablement.page;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import io.hybridge.step.StepName;
import io.hybridge.step.examination.Finding;
import io.hybridge.step.examination.FindingLevel;
import io.hybridge.step.examination.SeenObject;
import io.hybridge.step.examination.UnreachableFindings;
import io.hybridge.step.readback.Place;
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
						finding.notes().stream().map(texts::of).toList(), status(finding.verdict()),
						Setting.of(finding, texts)),
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

	/** Whether a plan that is ready mends it, as its text says. */
	boolean planMends() {
		return this.code
			.matches("CERTIFICATE-(EXPIRED|EXPIRES-SOON|MISSING)|NEXT-(KEY-MISSING|.+-OVERDUE)|TENANT-KEY-ENDS-SOON");
	}

	/**
	 * Where the page of the lab mends it, for an organization of the lab; null where it
	 * cannot.
	 */
	public String labPlace() {
		if (!blocks() && !ofConnection() || earlierStep() != null
				|| this.code.matches("(TENANT|DOMAIN|PLAN|SIGN-IN)-.*")) {
			return null;
		}
		if (labUpdates()) {
			return "update";
		}
		return this.code.endsWith("-NOT-REACHED") ? "faults" : "reset";
	}

	/** Whether the connection to the servers is where it is mended. */
	public boolean ofConnection() {
		return stops() && this.code.matches("(EXCHANGE|SERVER)-NOT-REACHED");
	}

	/** Whether there is a place to go to, or something to choose, before a new look. */
	boolean leads(StepName here) {
		if (!stops()) {
			return false;
		}
		return choice() || cloud() || account() || ofConnection() || labUpdates() && this.explanation.link() != null
				|| earlierStep() != null && !here.slug().equals(earlierStep());
	}

	/** The slug of the earlier step in which it is mended, or null. */
	public String earlierStep() {
		if (this.code.startsWith("SIGN-IN-")) {
			return StepName.TENANT.slug();
		}
		return this.code.matches("(OAUTH|SERVERS)-(NOT-IN-EFFECT|UNKNOWN)")
				? this.code.substring(0, this.code.indexOf('-')).toLowerCase(Locale.ROOT) : null;
	}

	/** Whether another account in Microsoft 365 may be let see it. */
	public boolean account() {
		return this.explanation != null && this.explanation.account();
	}

	/** Whether a sign-in to the tenant is all that is missing. */
	public boolean signIn() {
		return this.code.startsWith("SIGN-IN-");
	}

	/** Whether a person has to say first in which cloud the tenant is. */
	public boolean cloud() {
		return this.code.startsWith("TENANT-IN-");
	}

	/** Whether it is only good to know, and none of what a step is concluded from. */
	public boolean aside() {
		return this.level == FindingLevel.NOTE && !this.code.matches("PROXY-(LOOK|DIRECTORY|OUR-RECORD)");
	}

	/** Whether the lab can install what is missing on the server that it is about. */
	public boolean labUpdates() {
		return blocks() && this.code.startsWith("SERVER-BUILD-");
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
	 * @param setting what stands around it
	 */
	record Row(String subject, String detail, String seen, List<String> notes, String status, Setting setting) {
	}

	/**
	 * What kind of object it is, where, what is wanted of it and since when it is known;
	 * each may be null.
	 *
	 * @param object the kind, as a word
	 * @param name of the object, where the kind does not say it
	 * @param where who showed it, as a sentence
	 * @param wanted what should be there
	 * @param firstSeen when one of our looks saw it first
	 */
	record Setting(String object, String name, String where, String wanted, Instant firstSeen) {

		private static Setting of(Finding finding, MessageRenderer texts) {
			String object = finding.object().map(SeenObject::key).map((key) -> texts.of(key)).orElse(null);
			String name = (object == null || object.equalsIgnoreCase(finding.subject())) ? null : finding.subject();
			return new Setting(object, name, where(finding.setting().where(), texts),
					texts.of(finding.setting().wanted()), finding.setting().firstSeen());
		}

		private static String where(String where, MessageRenderer texts) {
			if (where == null || where.isEmpty()) {
				return null;
			}
			return texts.of(where.equals(Place.MICROSOFT_365.label()) ? "enablement.seen-in" : "enablement.seen-on",
					where);
		}

	}

	/**
	 * Why a finding matters.
	 *
	 * @param title heading
	 * @param meaning what it means
	 * @param todo what to do next
	 * @param link where that is done, or null
	 * @param byHand commands for when Hybridge cannot do it any more, or null
	 * @param account whether another account in Microsoft 365 may be let see it
	 */
	record Explanation(String title, String meaning, String todo, String link, String byHand, boolean account) {

		static Explanation of(Finding finding, MessageRenderer texts) {
			if (!texts.has(finding.key() + ".title")) {
				return null;
			}
			String[] values = finding.values().toArray(String[]::new);
			String link = finding.key() + ".link";
			String byHand = finding.key() + ".by-hand";
			return new Explanation(texts.of(finding.key() + ".title", values),
					texts.of(finding.key() + ".meaning", values), texts.of(finding.key() + ".todo", values),
					texts.has(link) ? texts.of(link) : null, texts.has(byHand) ? texts.of(byHand, values) : null,
					finding.code().equals("TENANT-OTHER") || UnreachableFindings.refusedToAccount(finding.seen()));
		}

	}

}
