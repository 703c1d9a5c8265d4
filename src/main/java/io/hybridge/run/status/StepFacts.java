package io.hybridge.run.status;

import java.time.Instant;

import io.hybridge.organization.OrganizationId;
import io.hybridge.run.RunKind;
import io.hybridge.step.StepName;
import io.hybridge.step.examination.Cause;
import io.hybridge.step.examination.StepState;
import io.hybridge.web.text.StoredMessage;

/**
 * What is known of one step, each fact for itself: nothing here was concluded from
 * another step, from a proof, or from the time.
 *
 * @param look what the last look came to, or the end of a run that stopped after it
 * @param changed when the product last changed something, or null
 * @param work what is being done, or null
 */
record StepFacts(OrganizationId organization, StepName step, Look look, Changed changed, Work work) {

	static StepFacts none(OrganizationId organization, StepName step) {
		return new StepFacts(organization, step,
				new Look(StepState.NOT_STARTED, StoredMessage.of("step.never-looked"), Cause.OTHER, null, null), null,
				null);
	}

	boolean looked() {
		return this.look.at != null;
	}

	StepFacts after(Look look) {
		return new StepFacts(this.organization, this.step, look, this.changed, this.work);
	}

	/** A run that stopped before it could look again. */
	StepFacts stopped(StepState state, StoredMessage reason) {
		return after(new Look(state, reason, Cause.OTHER, this.look.at, this.look.expires));
	}

	StepFacts changed(Changed changed) {
		return new StepFacts(this.organization, this.step, this.look, changed, this.work);
	}

	/** What took our changes back, or null where some are there. */
	Undo undo() {
		return (this.changed != null) ? this.changed.undo() : null;
	}

	StepFacts working(Work work) {
		return new StepFacts(this.organization, this.step, this.look, this.changed, work);
	}

	/**
	 * What a look came to.
	 *
	 * @param state as it is in itself
	 * @param reason one sentence
	 * @param cause what kind of thing the reason is
	 * @param at when, or null when nobody ever looked
	 * @param expires end of the auth certificate, or null when not known
	 */
	record Look(StepState state, StoredMessage reason, Cause cause, Instant at, Instant expires) {
	}

	/**
	 * The newest change.
	 *
	 * @param at when
	 * @param by who
	 * @param undo what took everything back with it, or null
	 */
	record Changed(Instant at, String by, Undo undo) {

		StoredMessage takenBack() {
			return TakenBack.reason(this.at, this.by, this.undo);
		}

	}

	/**
	 * A run that took our changes back.
	 *
	 * @param run its number
	 * @param whole whether it left nothing of ours
	 */
	record Undo(long run, boolean whole) {
	}

	/**
	 * A run that has not ended.
	 *
	 * @param run its number
	 * @param kind what it is for
	 * @param by who asked for it
	 * @param nextLook when it looks for an answer that is missing, or null when none is
	 * @param parked whether it waits for what a person has to bring
	 */
	record Work(long run, RunKind kind, String by, Instant nextLook, boolean parked) {
	}

}
