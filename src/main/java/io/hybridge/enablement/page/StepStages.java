package io.hybridge.enablement.page;

import java.util.ArrayList;
import java.util.List;

import io.hybridge.step.StepName;

/** Decides what the page of a step shows, in order. */
final class StepStages {

	private final StepSituation situation;

	private final StepActivity activity;

	private final String next;

	private final List<StepStage> stages = new ArrayList<>();

	private StepStages(StepSituation situation, String next) {
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
		StepStages stages = new StepStages(situation, next);
		stages.decide();
		return List.copyOf(stages.stages);
	}

	private void decide() {
		if (this.activity.busy()) {
			this.stages.add(new StepStage.Working(this.activity.run()));
			return;
		}
		if (this.activity.holder() != null) {
			this.stages.add(new StepStage.Held(this.activity.holder()));
		}
		boolean outcomeFirst = this.activity.troubled() || this.activity.changed() && this.situation.planned();
		if (outcomeFirst) {
			outcome();
		}
		findings();
		if (this.situation.planned()) {
			this.stages
				.add(new StepStage.Planned(this.situation.plan(), this.activity.changed() ? "apply-plan" : "apply"));
		}
		else if (this.situation.changing()) {
			unplanned();
			if (!this.activity.changed()) {
				this.stages.add(new StepStage.Line("apply", "enablement.apply.nothing"));
			}
			else if (!outcomeFirst) {
				outcome();
			}
		}
		verification();
		if (this.situation.seen().ever()) {
			boolean undoing = this.situation.planned() && this.situation.plan().undo();
			this.stages.add(new StepStage.More(this.activity.undoable() && !undoing));
		}
	}

	private void outcome() {
		this.stages.add(new StepStage.Outcome(this.activity.run(), this.situation.step() == StepName.PUSH_PROXY));
	}

	private void findings() {
		this.stages
			.add(this.situation.settled() ? new StepStage.Settled(this.situation.seen(), !this.situation.planned())
					: new StepStage.Findings(this.situation.seen(), this.situation.overtaken()));
		if (this.situation.step() == StepName.TENANT) {
			this.stages.add(new StepStage.SignIn());
		}
	}

	private void unplanned() {
		if (this.situation.fine()) {
			this.stages.add(new StepStage.Unplanned("enablement.plan.no-changes", "enablement.plan.as-wanted",
					this.activity.undoable()));
			return;
		}
		boolean again = this.situation.seen().ever() && this.situation.seen().plannable();
		this.stages.add(new StepStage.Unplanned("step.section.plan",
				again ? "enablement.plan.again" : "enablement.plan.later", false));
	}

	private void verification() {
		if (this.situation.proving()) {
			this.stages.add(new StepStage.Probes(this.activity.proof(), this.situation.fine()));
		}
		else if (this.situation.fine() || !this.situation.changing()) {
			this.stages.add(new StepStage.Verified("step." + this.situation.step().slug() + ".verify", this.next));
		}
		else {
			boolean undoing = this.situation.planned() && this.situation.plan().undo();
			this.stages.add(
					new StepStage.Line("verify", undoing ? "enablement.verify.not-needed" : "enablement.verify.later"));
		}
	}

}
