package io.hybridge.enablement.offer;

import java.util.Optional;

import io.hybridge.step.StepName;

/**
 * What decides which verbs a step offers. The page and whoever carries a request out ask
 * the same question here, so that nothing can be asked for that is not offered.
 *
 * @param step which
 * @param work what is being done in it
 * @param held whether a run of another step holds the organization
 * @param obstacle the earlier step for which it waits, or null
 * @param plan id of the plan that may be applied, or null; only one that takes back waits
 * for no earlier step
 * @param asWanted whether somebody looked last and found nothing to do
 * @param undoable whether there are changes of ours to take back
 * @param probed whether the push proxy was tested since something was changed last
 * @param conflict whether the newest run found a value that a person must decide about
 */
public record StepCondition(StepName step, Work work, boolean held, StepName obstacle, Long plan, boolean asWanted,
		boolean undoable, boolean probed, boolean conflict) {

	/** What is being done in a step. */
	public enum Work {

		NOTHING, CHECK_OR_CHANGE, PROBE

	}

	public boolean offers(Verb verb) {
		return refusal(verb).isEmpty();
	}

	/**
	 * Why a verb is not offered.
	 * @return the first reason, or empty when it is offered
	 */
	public Optional<Refusal> refusal(Verb verb) {
		return Optional.ofNullable(switch (verb) {
			case CHECK -> working();
			case DECIDE -> first(working(), probing(), unless(this.conflict, Refusal.NOTHING_TO_DECIDE));
			case CHECK_UNDO -> first(working(), probing(), unless(this.undoable, Refusal.NOTHING_TO_UNDO));
			case APPLY -> first(busy(), (this.plan != null) ? null : first(waiting(), Refusal.NO_PLAN));
			case VERIFY -> first(elsewhere(), busy(), unless(this.asWanted, Refusal.NOT_AS_WANTED), waiting());
			case DEVICE_TEST -> first(elsewhere(), busy(), unless(this.asWanted, Refusal.NOT_AS_WANTED), waiting(),
					unless(this.probed, Refusal.NEVER_PROBED));
		});
	}

	private Refusal elsewhere() {
		return unless(this.step == StepName.PUSH_PROXY, Refusal.NOT_OF_THIS_STEP);
	}

	private Refusal waiting() {
		return (this.obstacle != null) ? Refusal.waitsFor(this.obstacle) : null;
	}

	private Refusal working() {
		return unless(this.work != Work.CHECK_OR_CHANGE, Refusal.WORKING);
	}

	/** Whatever holds the organization lets nothing else change or prove it. */
	private Refusal busy() {
		return first(working(), probing(), unless(!this.held, Refusal.HELD));
	}

	private Refusal probing() {
		return unless(this.work != Work.PROBE, Refusal.PROBING);
	}

	private static Refusal unless(boolean right, Refusal refusal) {
		return right ? null : refusal;
	}

	private static Refusal first(Refusal... refusals) {
		for (Refusal refusal : refusals) {
			if (refusal != null) {
				return refusal;
			}
		}
		return null;
	}

}
