package io.hybridge.enablement.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.hybridge.enablement.offer.Verb;
import io.hybridge.step.StepName;

/** Decides what the page of a step shows, in order. */
final class StageSelection {

	private final StepSituation situation;

	private final StepActivity activity;

	private final String next;

	private final List<StepStage> stages = new ArrayList<>();

	private StageSelection(StepSituation situation, String next) {
		this.situation = situation;
		this.activity = situation.activity();
		this.next = next;
	}

	/**
	 * The parts of a page.
	 * @param situation of the step
	 * @param next address of the next step, or null when it is not its turn
	 * @return from top to bottom
	 */
	static List<StepStage> of(StepSituation situation, String next) {
		StageSelection stages = new StageSelection(situation, next);
		stages.decide();
		return List.copyOf(stages.stages);
	}

	/**
	 * The part that has the main button of a page, of which there is one.
	 * @return it, or empty where nothing leads on
	 */
	static Optional<StepStage> leader(List<StepStage> stages) {
		return stages.stream()
			.filter(StepStage::leads)
			.findFirst()
			.or(() -> stages.stream().filter(StepStage::looksAgain).findFirst());
	}

	private void decide() {
		if (this.activity.busy()) {
			this.stages.add(new StepStage.Working(this.activity.run()));
			return;
		}
		if (this.activity.holder() != null) {
			this.stages.add(new StepStage.Held(this.activity.holder()));
		}
		if (this.situation.unreached() != null) {
			this.stages.add(new StepStage.Unreached(this.situation.unreached()));
		}
		if (waiting()) {
			this.stages.add(new StepStage.Waits(this.situation.obstacle()));
		}
		if (this.activity.proof().underway()) {
			verification();
			findings();
			return;
		}
		if (this.situation.resting()) {
			this.stages.add(new StepStage.TakenBack(this.activity.undone(), this.situation.offers(Verb.CHECK)));
			findings();
			more();
			return;
		}
		if (this.situation.complete()) {
			this.stages.add(StepStage.Complete.of(this.situation));
		}
		if (this.activity.changed()) {
			outcome();
		}
		if (this.situation.finished()) {
			verification();
			findings();
		}
		else {
			findings();
			plan();
			verification();
		}
		more();
	}

	/** Whoever takes back waits for nobody. */
	private boolean waiting() {
		return this.situation.obstacle() != null && this.situation.seen().stopping().isEmpty()
				&& !this.situation.undoing() && !this.situation.resting();
	}

	private void more() {
		if (this.situation.seen().ever()) {
			this.stages.add(new StepStage.More(undoable() && !this.situation.undoing() && !this.activity.conflicted()));
		}
	}

	private void plan() {
		if (this.situation.planned()) {
			this.stages.add(new StepStage.Planned(this.situation.plan(),
					this.activity.changed() ? "apply-plan" : "apply", this.situation.offers(Verb.APPLY)));
		}
		else if (this.situation.changing()) {
			unplanned();
			if (!this.activity.changed()) {
				this.stages.add(new StepStage.Line("apply", "enablement.apply.nothing"));
			}
		}
	}

	private void outcome() {
		this.stages.add(new StepStage.Outcome(this.activity.run(), this.situation.step() == StepName.PUSH_PROXY));
		if (this.activity.conflicted()) {
			this.stages.add(new StepStage.Decision(undoable()));
		}
	}

	private boolean undoable() {
		return this.situation.offers(Verb.CHECK_UNDO);
	}

	private void findings() {
		this.stages.add(this.situation.settled() ? new StepStage.Settled(this.situation.seen(), again(),
				this.situation.overtaken(), this.situation.mending()) : StepStage.Findings.of(this.situation));
		if (this.situation.step() == StepName.TENANT && this.situation.seen().signInPossible()) {
			this.stages.add(new StepStage.SignIn(this.situation.status().needsSignIn()));
		}
	}

	/** With a plan that changes something, looking again is offered beside it. */
	private boolean again() {
		return this.situation.offers(Verb.CHECK) && !this.situation.resting()
				&& (!this.situation.planned() || this.situation.undoing());
	}

	private void unplanned() {
		if (this.situation.overtaken().outdates()) {
			this.stages.add(new StepStage.Unplanned("step.section.plan", "enablement.plan.outdated"));
			return;
		}
		if (this.situation.fine()) {
			this.stages.add(new StepStage.Unplanned("enablement.plan.no-changes",
					this.situation.seen().unproved() ? "enablement.plan.unproved" : "enablement.plan.as-wanted"));
			return;
		}
		if (this.activity.kept()) {
			this.stages.add(new StepStage.Kept(this.activity.run()));
			return;
		}
		this.stages.add(new StepStage.Unplanned("step.section.plan", notPlanned()));
	}

	private String notPlanned() {
		LastLook seen = this.situation.seen();
		if (this.situation.obstacle() != null) {
			return "enablement.plan.waits";
		}
		if (!seen.candidates().isEmpty()) {
			return "enablement.plan.choose";
		}
		if (!seen.ever() || !seen.plannable()) {
			return "enablement.plan.later";
		}
		return (seen.changes() > 0) ? "enablement.plan.again" : "enablement.plan.by-hand";
	}

	private void verification() {
		if (this.situation.proving()) {
			this.stages.add(new StepStage.Probes(this.activity.proof(), this.situation.offers(Verb.VERIFY),
					this.situation.offers(Verb.DEVICE_TEST), this.situation.complete()));
		}
		else if (this.situation.fine() || !this.situation.changing()) {
			this.stages.add(new StepStage.Verified("step." + this.situation.step().slug() + ".verify", this.next));
		}
		else {
			this.stages.add(new StepStage.Line("verify",
					this.situation.undoing() ? "enablement.verify.not-needed" : "enablement.verify.later"));
		}
	}

}
