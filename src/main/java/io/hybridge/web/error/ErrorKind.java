package io.hybridge.web.error;

/** What a person is told when a page cannot be shown. */
enum ErrorKind {

	MISSING("missing"), FORBIDDEN("forbidden"), STALE("stale"), TOO_MANY("too-many"), WRONG("wrong"), OURS("ours"),
	UNAVAILABLE("unavailable"), AWAY("away");

	private final String key;

	ErrorKind(String key) {
		this.key = key;
	}

	static ErrorKind of(int status, Throwable why) {
		return DatabaseAway.isReasonOf(why) ? AWAY : of(status);
	}

	private static ErrorKind of(int status) {
		return switch (status) {
			case 404, 410 -> MISSING;
			case 401, 403 -> FORBIDDEN;
			case 409, 412 -> STALE;
			case 429 -> TOO_MANY;
			case 502, 503, 504 -> UNAVAILABLE;
			default -> (status >= 400 && status < 500) ? WRONG : OURS;
		};
	}

	String key() {
		return this.key;
	}

	/** Whether the same page can be there the next time. */
	boolean passes() {
		return this != MISSING && this != FORBIDDEN;
	}

	boolean ours() {
		return this == OURS || this == UNAVAILABLE || this == AWAY;
	}

}
