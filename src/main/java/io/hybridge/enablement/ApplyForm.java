package io.hybridge.enablement;

import java.util.Set;

/**
 * What a person sends to carry a plan out.
 *
 * @param plan its id, and nothing else of it
 * @param reason the person's words, or null
 * @param accepted whether the exposure of the shared principal is accepted; null when the
 * box is not ticked
 * @param also places in the plan of the offered changes that are ticked, or null
 */
public record ApplyForm(Long plan, String reason, Boolean accepted, Set<Integer> also) {

	private static final int LONGEST_REASON = 200;

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

	public String shortReason() {
		if (this.reason == null || this.reason.isBlank()) {
			return null;
		}
		String trimmed = this.reason.strip();
		return trimmed.substring(0, Math.min(LONGEST_REASON, trimmed.length()));
	}

}
