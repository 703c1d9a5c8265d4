package io.hybridge.enablement;

/** What a run is for. */
enum RunKind {

	/** Looks at both sides and plans; changes nothing. */
	CHECK("check"),
	/** Looks and plans how to take our changes back; changes nothing. */
	CHECK_UNDO("check-undo"),
	/** Carries out a plan. */
	APPLY("apply"),
	/** Carries out a plan that takes our changes back. */
	UNDO("undo"),
	/** Proves by probe that the changes are in effect. */
	VERIFY("verify");

	private final String slug;

	RunKind(String slug) {
		this.slug = slug;
	}

	public String slug() {
		return this.slug;
	}

	boolean changes() {
		return this == APPLY || this == UNDO || this == VERIFY;
	}

}
