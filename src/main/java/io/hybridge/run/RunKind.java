package io.hybridge.run;

/** What a run is for. */
public enum RunKind {

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

	public boolean changes() {
		return this == APPLY || this == UNDO || this == VERIFY;
	}

}
