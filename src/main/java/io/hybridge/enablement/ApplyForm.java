package io.hybridge.enablement;

/**
 * What a person sends to carry a plan out.
 *
 * @param plan its id, and nothing else of it
 * @param reason the person's words, or null
 * @param accepted whether the exposure of the shared principal is accepted
 */
record ApplyForm(Long plan, String reason, boolean accepted) {

	private static final int LONGEST_REASON = 200;

	String shortReason() {
		if (this.reason == null || this.reason.isBlank()) {
			return null;
		}
		String trimmed = this.reason.strip();
		return trimmed.substring(0, Math.min(LONGEST_REASON, trimmed.length()));
	}

}
