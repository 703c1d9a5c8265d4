package io.hybridge.enablement.page;

import java.util.List;
import java.util.stream.Stream;

import io.hybridge.enablement.run.RunView;
import io.hybridge.run.probe.ProbeResults.DeviceTested;
import io.hybridge.run.status.StepStatus;
import io.hybridge.step.StepName;

/**
 * One part of the page of a step, in a template of its own. {@link StageSelection}
 * decides which parts there are; a template only writes what it is given.
 */
sealed interface StepStage {

	/** Whether its main button leads on, or it says what is waited for. */
	default boolean leads() {
		return switch (this) {
			case Working stage -> true;
			case Complete stage -> true;
			case Held stage -> true;
			case Waits stage -> true;
			case Decision stage -> true;
			case Unreached stage -> true;
			case TakenBack stage -> true;
			case Findings stage -> !stage.seen.ever() || stage.asked != null;
			case SignIn stage -> stage.needed;
			case Planned stage -> stage.appliable;
			case Probes stage -> stage.proof.underway() || stage.startable || stage.testable;
			case Verified stage -> stage.next != null;
			case Outcome stage -> stage.run.refusedToAccount();
			case Settled stage -> false;
			case Unplanned stage -> false;
			case Kept stage -> false;
			case Line stage -> false;
			case More stage -> false;
		};
	}

	/** Whether it can lead on where nothing else of the page does: by a new look. */
	default boolean looksAgain() {
		return this instanceof Findings || this instanceof Settled settled && settled.again;
	}

	/** Ids of its sections to which the rail leads. */
	default List<String> anchors() {
		return switch (this) {
			case Settled stage -> List.of("findings");
			case Findings stage -> List.of("findings");
			case Planned stage -> stage.appliable ? List.of("plan", stage.anchor) : List.of("plan");
			case Unplanned stage -> List.of("plan");
			case Kept stage -> List.of("plan");
			case Outcome stage -> List.of("apply");
			case TakenBack stage -> List.of("apply");
			case Line stage -> List.of(stage.id);
			case Probes stage -> List.of("verify");
			case Verified stage -> List.of("verify");
			default -> List.of();
		};
	}

	/** The file of its template below {@code enablement/step/}. */
	default String template() {
		return "enablement/step/" + switch (this) {
			case Complete stage -> "complete";
			case Working stage -> "working";
			case Unreached stage -> "unreached";
			case TakenBack stage -> "taken-back";
			case Held stage -> "held";
			case Waits stage -> "waits";
			case Outcome stage -> "outcome";
			case Decision stage -> "decision";
			case Settled stage -> "settled";
			case Findings stage -> "findings";
			case SignIn stage -> "sign-in";
			case Planned stage -> "planned";
			case Unplanned stage -> "unplanned";
			case Kept stage -> "kept";
			case Line stage -> "line";
			case Probes stage -> "probes";
			case Verified stage -> "verified";
			case More stage -> "more";
		};
	}

	/**
	 * A run works on the step.
	 *
	 * @param run it
	 */
	record Working(RunView run) implements StepStage {
	}

	/**
	 * Everything is built, and seen on a phone.
	 *
	 * @param oauth when and by whom it was built
	 * @param proxy the same of the push proxy
	 * @param servers how many mailbox servers proved it
	 * @param seen what a person saw
	 */
	record Complete(StepStatus oauth, StepStatus proxy, int servers, DeviceTested seen) implements StepStage {

		static Complete of(StepSituation situation) {
			List<StepStatus> steps = situation.organization().steps();
			StepActivity.Proof proof = situation.activity().proof();
			return new Complete(steps.get(StepName.OAUTH.ordinal()), steps.get(StepName.PUSH_PROXY.ordinal()),
					proof.run().probes().size(), proof.deviceTest());
		}

	}

	/**
	 * A run of another step holds the organization.
	 *
	 * @param run it
	 */
	record Held(RunView run) implements StepStage {

		public String titleKey() {
			return "step.running." + this.run.subject().kind().slug();
		}

	}

	/**
	 * An earlier step comes first, which the findings do not say.
	 *
	 * @param before it
	 */
	record Waits(StepName before) implements StepStage {

		public String nameKey() {
			return "step." + this.before.slug() + ".name";
		}

	}

	/**
	 * How the last run that was to change something ended.
	 *
	 * @param run it
	 * @param records whether what the cmdlets wrote stands before everything else
	 */
	record Outcome(RunView run, boolean records) implements StepStage {

		/** Classes of the banner, or null where it needs none. */
		public String banner() {
			return this.run.smooth() ? null : (this.run.idle() || this.run.stopped() ? "banner gray" : "banner red");
		}

	}

	/**
	 * A server that could not be asked, so that its connection comes first.
	 *
	 * @param server which, and why
	 */
	record Unreached(io.hybridge.run.status.Unreached server) implements StepStage {
	}

	/**
	 * Our changes were taken back, and nothing was changed since.
	 *
	 * @param run that did it
	 * @param plannable whether a plan that makes them again can be asked for
	 */
	record TakenBack(RunView run, boolean plannable) implements StepStage {
	}

	/**
	 * What a person can decide where neither the old nor the wanted value is there.
	 *
	 * @param undoable whether our changes can be taken back
	 */
	record Decision(boolean undoable) implements StepStage {
	}

	/**
	 * Findings that decide nothing any more, or that the plan mends, in one line.
	 *
	 * @param seen they
	 * @param again whether looking again is offered here
	 * @param overtaken what has come after them
	 * @param mending whether a plan mends some of them
	 */
	record Settled(LastLook seen, boolean again, StepSituation.Overtaking overtaken,
			boolean mending) implements StepStage {

		/** What the plan mends, told at length in the fold. */
		public List<FindingView> mended() {
			return telling().filter(FindingView::planMends).toList();
		}

		/** What it does not mend, in plain sight. */
		public List<FindingView> left() {
			return telling().filter((finding) -> !finding.planMends()).toList();
		}

		private Stream<FindingView> telling() {
			return this.mending ? this.seen.telling().stream() : Stream.empty();
		}

	}

	/**
	 * Findings, and what a person must do about them.
	 *
	 * @param seen they
	 * @param overtaken what has come after them
	 * @param asked the first that says where to go or what to choose, or null
	 */
	record Findings(LastLook seen, StepSituation.Overtaking overtaken, FindingView asked) implements StepStage {

		static Findings of(StepSituation situation) {
			StepSituation.Overtaking overtaken = situation.overtaken();
			return new Findings(situation.seen(), overtaken,
					overtaken.outdates() ? null
							: situation.seen()
								.telling()
								.stream()
								.filter((finding) -> finding.leads(situation.step()))
								.findFirst()
								.orElse(null));
		}

	}

	/**
	 * The sign-in to the tenant.
	 *
	 * @param needed whether it is what comes next
	 */
	record SignIn(boolean needed) implements StepStage {
	}

	/**
	 * A plan that may be applied.
	 *
	 * @param plan it
	 * @param anchor id of its second half
	 * @param appliable whether it may be carried out now
	 */
	record Planned(PlanView plan, String anchor, boolean appliable) implements StepStage {
	}

	/**
	 * Why there is no plan, in one line.
	 *
	 * @param titleKey of its heading
	 * @param textKey of its sentence
	 */
	record Unplanned(String titleKey, String textKey) implements StepStage {
	}

	/**
	 * That a person kept what was found, so there is no plan.
	 *
	 * @param run that looked again for the decision
	 */
	record Kept(RunView run) implements StepStage {
	}

	/**
	 * A section with nothing to decide.
	 *
	 * @param id of the section
	 * @param textKey of its sentence
	 */
	record Line(String id, String textKey) implements StepStage {

		public String titleKey() {
			return "step.section." + this.id;
		}

	}

	/**
	 * The probe of the push proxy, and the test with a phone.
	 *
	 * @param proof what proves it so far
	 * @param startable whether a probe may be started
	 * @param testable whether a phone can show what the probes have shown
	 * @param complete whether a phone has shown it, so that nobody is asked to look again
	 */
	record Probes(StepActivity.Proof proof, boolean startable, boolean testable,
			boolean complete) implements StepStage {

		public DeviceTested tested() {
			return this.proof.deviceTest();
		}

	}

	/**
	 * How the step proves itself, and the way to the next.
	 *
	 * @param textKey of its sentence
	 * @param next address of the next step, or null
	 */
	record Verified(String textKey, String next) implements StepStage {

		/** Key of the next step's name. */
		public String nextKey() {
			return "step." + this.next.substring(this.next.lastIndexOf('/') + 1) + ".name";
		}

	}

	/**
	 * What else can be done.
	 *
	 * @param undoable whether our changes can be taken back
	 */
	record More(boolean undoable) implements StepStage {
	}

}
