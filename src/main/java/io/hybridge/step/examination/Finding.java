package io.hybridge.step.examination;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.hybridge.web.text.StoredMessage;

/**
 * One thing that was looked at.
 *
 * @param code names the kind of finding for good, for instance
 * {@code SERVER-BUILD-TOO-OLD}; the texts stand below {@code finding.<code>}
 * @param subject the object, for instance {@code EX2}
 * @param detail second line under the subject, may be empty
 * @param seen what we saw
 * @param verdict what it means
 * @param values of the finding's texts: what it means, what to do
 * @param evidence word for word, with whose words they are; null when there is none
 * @param notes what else is good to know of the subject
 * @param setting where it is and since when we know it
 */
public record Finding(String code, String subject, StoredMessage detail, StoredMessage seen, FindingLevel verdict,
		List<String> values, Evidence evidence, List<StoredMessage> notes, Setting setting) {

	public Finding {
		values = List.copyOf(values);
		// What was kept by an older release has neither.
		notes = (notes != null) ? List.copyOf(notes) : List.of();
		setting = (setting != null) ? setting : Setting.UNTOLD;
	}

	public Finding(String code, String subject, StoredMessage detail, StoredMessage seen, FindingLevel verdict,
			List<String> values, Evidence evidence, List<StoredMessage> notes) {
		this(code, subject, detail, seen, verdict, values, evidence, notes, Setting.UNTOLD);
	}

	public static Finding of(String code, FindingLevel verdict, String subject, StoredMessage seen, Object... values) {
		return new Finding(code, subject, null, seen, verdict, StoredMessage.of("", values).values(), null, List.of());
	}

	public Finding under(StoredMessage detail) {
		return new Finding(this.code, this.subject, detail, this.seen, this.verdict, this.values, this.evidence,
				this.notes, this.setting);
	}

	public Finding shownBy(String source, String words) {
		return new Finding(this.code, this.subject, this.detail, this.seen, this.verdict, this.values,
				new Evidence(source, words), this.notes, this.setting);
	}

	public Finding noting(List<StoredMessage> notes) {
		return new Finding(this.code, this.subject, this.detail, this.seen, this.verdict, this.values, this.evidence,
				notes, this.setting);
	}

	/** Tells since when our looks have known the subject, or null where nobody knows. */
	public Finding firstSeen(Instant since) {
		return in(new Setting(this.setting.where(), this.setting.wanted(), since));
	}

	/**
	 * Tells where it is, and what is wanted of it.
	 * @param where who showed it
	 * @param wanted or null where nothing is
	 */
	public Finding on(String where, StoredMessage wanted) {
		return in(new Setting(where, wanted, this.setting.firstSeen()));
	}

	private Finding in(Setting setting) {
		return new Finding(this.code, this.subject, this.detail, this.seen, this.verdict, this.values, this.evidence,
				this.notes, setting);
	}

	/**
	 * The key below which the finding's texts stand.
	 * @return for instance {@code finding.server-build-too-old}
	 */
	public String key() {
		return "finding." + this.code.toLowerCase(java.util.Locale.ROOT);
	}

	/** What kind of object it is about, where the subject alone does not say it. */
	public Optional<SeenObject> object() {
		return SeenObject.of(this.code);
	}

	/** What kind of thing it is. */
	public Cause cause() {
		return switch (this.code) {
			case "SIGN-IN-NEEDED", "SIGN-IN-TO-CHANGE" -> Cause.SIGN_IN;
			case "OAUTH-NOT-IN-EFFECT", "OAUTH-UNKNOWN", "SERVERS-NOT-IN-EFFECT", "SERVERS-UNKNOWN" ->
				Cause.EARLIER_STEP;
			case "PROXY-DISABLED" -> Cause.PROXY_OFF;
			default -> (this.verdict == FindingLevel.COMING) ? Cause.COMING : Cause.OTHER;
		};
	}

	/**
	 * Words from outside.
	 *
	 * @param source who said them
	 * @param words exactly
	 */
	public record Evidence(String source, String words) {
	}

	/**
	 * What stands around a finding; each may be null where nobody knows it.
	 *
	 * @param where the server or service that showed it
	 * @param wanted what should be there
	 * @param firstSeen since when our looks have known the subject
	 */
	public record Setting(String where, StoredMessage wanted, Instant firstSeen) {

		static final Setting UNTOLD = new Setting(null, null, null);

	}

}
