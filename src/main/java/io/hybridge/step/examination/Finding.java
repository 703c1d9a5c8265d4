package io.hybridge.step.examination;

import java.util.List;

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
 */
public record Finding(String code, String subject, StoredMessage detail, StoredMessage seen, FindingLevel verdict,
		List<String> values, Evidence evidence, List<StoredMessage> notes) {

	public Finding {
		values = List.copyOf(values);
		// What was kept by an older release has none.
		notes = (notes != null) ? List.copyOf(notes) : List.of();
	}

	public static Finding of(String code, FindingLevel verdict, String subject, StoredMessage seen, Object... values) {
		return new Finding(code, subject, null, seen, verdict, StoredMessage.of("", values).values(), null, List.of());
	}

	public Finding under(StoredMessage detail) {
		return new Finding(this.code, this.subject, detail, this.seen, this.verdict, this.values, this.evidence,
				this.notes);
	}

	public Finding shownBy(String source, String words) {
		return new Finding(this.code, this.subject, this.detail, this.seen, this.verdict, this.values,
				new Evidence(source, words), this.notes);
	}

	public Finding noting(List<StoredMessage> notes) {
		return new Finding(this.code, this.subject, this.detail, this.seen, this.verdict, this.values, this.evidence,
				notes);
	}

	/**
	 * The key below which the finding's texts stand.
	 * @return for instance {@code finding.server-build-too-old}
	 */
	public String key() {
		return "finding." + this.code.toLowerCase(java.util.Locale.ROOT);
	}

	/** What kind of thing it is. */
	public Cause cause() {
		return switch (this.code) {
			case "SIGN-IN-NEEDED" -> Cause.SIGN_IN;
			case "OAUTH-NOT-IN-EFFECT", "OAUTH-UNKNOWN", "SERVERS-NOT-IN-EFFECT", "SERVERS-UNKNOWN" ->
				Cause.EARLIER_STEP;
			case "PROXY-DISABLED" -> Cause.PROXY_OFF;
			default -> Cause.OTHER;
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

}
