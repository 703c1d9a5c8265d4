package io.hybridge.enablement;

import java.util.Set;

import io.hybridge.web.TypedText;

/**
 * What a person sends to carry a plan out.
 *
 * @param plan its id, and nothing else of it
 * @param reason the person's words, or null
 * @param accepted whether the exposure of the shared principal is accepted; null when the
 * box is not ticked
 * @param also places in the plan of the offered changes that are ticked, or null
 * @param confirmation the name of the organization, where the plan may overwrite what
 * somebody else has set
 */
public record ApplyForm(Long plan, String reason, Boolean accepted, Set<Integer> also, String confirmation) {

	public static final int LONGEST_REASON = 200;

	public ApplyForm {
		reason = TypedText.line(reason);
		confirmation = TypedText.line(confirmation);
	}

	public boolean exposureAccepted() {
		return Boolean.TRUE.equals(this.accepted);
	}

	/** The offered changes that the person accepted. */
	public Set<Integer> acceptedChanges() {
		return (this.also != null) ? this.also : Set.of();
	}

	public boolean accepts(int change) {
		return acceptedChanges().contains(change);
	}

	public boolean reasonTooLong() {
		return this.reason.length() > LONGEST_REASON;
	}

	/** The person's words, or null where there are none. */
	String givenReason() {
		return this.reason.isEmpty() ? null : this.reason;
	}

}
