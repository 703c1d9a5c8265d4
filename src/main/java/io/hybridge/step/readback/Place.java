package io.hybridge.step.readback;

/** Where a change is made. */
public enum Place {

	EXCHANGE("Exchange"), MICROSOFT_365("Microsoft 365");

	private final String label;

	Place(String label) {
		this.label = label;
	}

	/** The name in the audit log and in pages, the same in every language. */
	public String label() {
		return this.label;
	}

}
