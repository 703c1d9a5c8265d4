package io.hybridge.run.status;

import java.time.Instant;

import io.hybridge.organization.OrganizationId;
import io.hybridge.step.StepName;
import io.hybridge.step.examination.Cause;
import io.hybridge.step.examination.StepState;
import io.hybridge.web.text.StoredMessage;

/**
 * How one step of one organization stands: every page takes its word, its sentence and
 * its next action from here.
 *
 * @param state how it stands
 * @param reason one sentence why
 * @param cause what kind of thing that is
 * @param checkedAt when it was looked at, or null when never
 * @param certificateExpires end of the auth certificate, or null when not known
 * @param changedAt when the product last changed something in this step, or null
 * @param changedBy who did, or null
 * @param runningRun the run that is working on it now, or null
 */
public record StepStatus(OrganizationId organization, StepName step, StepState state, StoredMessage reason, Cause cause,
		Instant checkedAt, Instant certificateExpires, Instant changedAt, String changedBy, Long runningRun) {

	static StepStatus of(StepFacts facts, StepState state, StoredMessage reason) {
		return of(facts, state, reason, facts.look().cause());
	}

	static StepStatus of(StepFacts facts, StepState state, StoredMessage reason, Cause cause) {
		StepFacts.Changed changed = facts.changed();
		return new StepStatus(facts.organization(), facts.step(), state, reason, cause, facts.look().at(),
				facts.look().expires(), (changed != null) ? changed.at() : null,
				(changed != null) ? changed.by() : null, (facts.work() != null) ? facts.work().run() : null);
	}

	static StepStatus never(OrganizationId organization, StepName step) {
		StepFacts none = StepFacts.none(organization, step);
		return of(none, none.look().state(), none.look().reason());
	}

	/**
	 * How it stands once the time has gone on since it was kept.
	 * @param settings from when on something is old, and an end is near
	 * @return the state as it is told
	 */
	public StepStatus at(Instant now, StatusSettings settings) {
		boolean old = this.checkedAt != null && this.checkedAt.isBefore(settings.oldBefore(now));
		if (mayExpire() && this.certificateExpires.isBefore(settings.soonBefore(now))) {
			return expiring(now, old);
		}
		return (old && mayAge()) ? told(StepState.OLD, this.reason, this.cause) : this;
	}

	private StepStatus expiring(Instant now, boolean old) {
		return now.isBefore(this.certificateExpires)
				? told(StepState.NEEDS_ATTENTION, StoredMessage.of("step.oauth.expires", this.certificateExpires),
						old ? Cause.CERTIFICATE_ENDS_OLD : Cause.CERTIFICATE_ENDS)
				: told(StepState.NEEDS_ATTENTION, StoredMessage.of("step.oauth.expired", this.certificateExpires),
						Cause.CERTIFICATE_ENDED);
	}

	/** Old is what was good; what was not good stays so until somebody looks. */
	private boolean mayAge() {
		return switch (this.state) {
			case READY_TO_PLAN, APPLIED, IN_EFFECT -> true;
			case OUTAGE, CONFLICT, NEEDS_ATTENTION, UNSEEN, UNKNOWN, OLD, PARKED, RUNNING, CANNOT_START, NOT_STARTED,
					TAKEN_BACK ->
				false;
		};
	}

	private boolean mayExpire() {
		return this.step == StepName.OAUTH && this.certificateExpires != null
				&& (this.state == StepState.IN_EFFECT || this.state == StepState.APPLIED);
	}

	private StepStatus told(StepState state, StoredMessage reason, Cause cause) {
		return new StepStatus(this.organization, this.step, state, reason, cause, this.checkedAt,
				this.certificateExpires, this.changedAt, this.changedBy, this.runningRun);
	}

	/** Key of the status word. */
	public String status() {
		return this.state.status();
	}

	/** What the link to the step says: a word of the state, or null when all is done. */
	public String next() {
		if (inEffect()) {
			return null;
		}
		return certificateEnded() ? StepState.OLD.status() : status();
	}

	/** Whether what was seen is too old, and nothing worse is told of it. */
	public boolean old() {
		return this.state == StepState.OLD;
	}

	/** Whether it was good when it was seen, and that is too long ago. */
	public boolean goodLongAgo() {
		return old() || this.cause == Cause.CERTIFICATE_ENDS_OLD;
	}

	public boolean inEffect() {
		return this.state == StepState.IN_EFFECT;
	}

	/** Whether somebody must sign in to the tenant before more is known. */
	public boolean needsSignIn() {
		return this.cause == Cause.SIGN_IN && this.state == StepState.NEEDS_ATTENTION;
	}

	/** Whether only the coming end of the auth certificate asks for attention. */
	public boolean certificateEnds() {
		return this.cause == Cause.CERTIFICATE_ENDS || this.cause == Cause.CERTIFICATE_ENDS_OLD;
	}

	/** The server that could not be asked, or null where something else is told. */
	public Unreached unreached() {
		return Unreached.in(this.reason);
	}

	/** What took our changes back, or null where something else is told. */
	public TakenBack takenBack() {
		return TakenBack.in(this.reason);
	}

	/** Whether it waited when it was looked at, for a step that is in effect now. */
	public boolean freed() {
		return this.cause == Cause.EARLIER_STEP_SINCE;
	}

	/** Whether the auth certificate that was seen has ended since. */
	public boolean certificateEnded() {
		return this.cause == Cause.CERTIFICATE_ENDED;
	}

	/**
	 * Whether the push proxy was found off, and neither a plan nor a run is about that.
	 */
	public boolean proxyOff() {
		return this.cause == Cause.PROXY_OFF
				&& (this.state == StepState.NEEDS_ATTENTION || this.state == StepState.CANNOT_START);
	}

}
