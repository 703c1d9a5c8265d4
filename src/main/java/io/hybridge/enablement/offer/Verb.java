package io.hybridge.enablement.offer;

/** What a person can ask of a step; the word is the end of the form's address. */
public enum Verb {

	CHECK("check"), DECIDE("decide"), CHECK_UNDO("check-undo"), APPLY("apply"), VERIFY("verify"),
	DEVICE_TEST("device-test");

	private final String slug;

	Verb(String slug) {
		this.slug = slug;
	}

	public String slug() {
		return this.slug;
	}

}
