package io.hybridge.remote;

import java.time.Duration;
import java.util.Optional;

/**
 * Trouble outside the console, told so that an administrator can act: whom we asked, what
 * failed, whether the other side may have changed something, and its own words.
 */
public final class RemoteFailure extends RuntimeException {

	/** Whether the remote side may have carried out what it was asked. */
	public enum Effect {

		/** Proved: nothing was changed. */
		NONE,
		/** Not known: only a read-back can tell. */
		POSSIBLE

	}

	/** What is known of the end of what was asked. */
	private enum End {

		OPEN, OVER, REFUSED

	}

	private final String subject;

	private final Effect effect;

	private final boolean retryable;

	private final Duration retryAfter;

	private final End end;

	private final String code;

	private final String evidence;

	private RemoteFailure(String subject, Effect effect, boolean retryable, Duration retryAfter, End end, String code,
			String evidence, Throwable cause) {
		super(code + " (" + subject + ", effect " + effect + ")", cause);
		this.subject = subject;
		this.effect = effect;
		this.retryable = retryable;
		this.retryAfter = retryAfter;
		this.end = end;
		this.code = code;
		this.evidence = evidence;
	}

	/**
	 * A failure of which it is proved that it changed nothing.
	 * @param subject whom we asked, as an administrator calls it ("EX1", "Microsoft
	 * Graph")
	 * @param code key of the text shown, below {@code failure.} in the messages
	 * @param evidence the remote side's own words, never a secret
	 */
	public static RemoteFailure withoutEffect(String subject, String code, String evidence) {
		return of(subject, Effect.NONE, code, evidence);
	}

	/**
	 * A failure after which only a read-back can tell whether something was changed.
	 * @param subject whom we asked
	 * @param code key of the text shown, below {@code failure.} in the messages
	 * @param evidence the remote side's own words, never a secret
	 */
	public static RemoteFailure withPossibleEffect(String subject, String code, String evidence) {
		return of(subject, Effect.POSSIBLE, code, evidence);
	}

	/**
	 * A failure of which the effect is decided elsewhere.
	 * @param subject whom we asked
	 * @param effect what the remote side may have carried out
	 * @param code key of the text shown, below {@code failure.} in the messages
	 * @param evidence the remote side's own words, never a secret
	 */
	public static RemoteFailure of(String subject, Effect effect, String code, String evidence) {
		return new RemoteFailure(subject, effect, false, null, End.OPEN, code, evidence, null);
	}

	/** The same failure, of a kind that trying again may help. */
	public RemoteFailure worthRetrying() {
		return new RemoteFailure(this.subject, this.effect, true, this.retryAfter, this.end, this.code, this.evidence,
				getCause());
	}

	/**
	 * The same failure with the pause the remote side asked for.
	 * @param pause how long to wait before the next try
	 * @return a copy, worth retrying
	 */
	public RemoteFailure retryAfter(Duration pause) {
		return new RemoteFailure(this.subject, this.effect, true, pause, this.end, this.code, this.evidence,
				getCause());
	}

	/** The same failure, of which it is proved that nothing is under way any more. */
	public RemoteFailure provedOver() {
		return new RemoteFailure(this.subject, this.effect, this.retryable, this.retryAfter, End.OVER, this.code,
				this.evidence, getCause());
	}

	/**
	 * The same failure, which is the other side's own answer: nothing is under way any
	 * more, and where a look finds everything as before it is the last word.
	 */
	public RemoteFailure refused() {
		return new RemoteFailure(this.subject, this.effect, this.retryable, this.retryAfter, End.REFUSED, this.code,
				this.evidence, getCause());
	}

	/**
	 * The same failure with the exception that revealed it.
	 * @param cause the exception
	 */
	public RemoteFailure causedBy(Throwable cause) {
		return new RemoteFailure(this.subject, this.effect, this.retryable, this.retryAfter, this.end, this.code,
				this.evidence, cause);
	}

	public String subject() {
		return this.subject;
	}

	public Effect effect() {
		return this.effect;
	}

	/**
	 * Whether it is proved that the remote side is not at it any more: it never began, or
	 * it ended.
	 */
	public boolean over() {
		return this.end != End.OPEN || this.effect == Effect.NONE;
	}

	/** Whether the other side itself said no, and did not merely fall silent. */
	public boolean isRefusal() {
		return this.end == End.REFUSED;
	}

	public boolean retryable() {
		return this.retryable;
	}

	public Optional<Duration> pause() {
		return Optional.ofNullable(this.retryAfter);
	}

	public String code() {
		return this.code;
	}

	public String evidence() {
		return this.evidence;
	}

}
