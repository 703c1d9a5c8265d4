package io.hybridge.run.status;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import io.hybridge.run.probe.ProbeVerdict;
import io.hybridge.step.StepName;
import io.hybridge.step.examination.Cause;
import io.hybridge.step.examination.StepState;
import io.hybridge.web.text.StoredMessage;

/**
 * Says how the steps stand: the one function from what is known to the state from which
 * every page takes its words.
 */
final class StepJudgment {

	private final List<StepFacts> facts;

	private final ProbeVerdict proof;

	private final Optional<Unreached> unreached;

	private StepJudgment(List<StepFacts> facts, ProbeVerdict proof, Optional<Unreached> unreached) {
		this.facts = facts;
		this.proof = proof;
		this.unreached = unreached;
	}

	/**
	 * The state of every step.
	 * @param facts always four, in the article's order
	 * @param proof what the probes say that still count
	 * @param unreached a server that could not be asked when somebody tried last
	 * @return always four
	 */
	static List<StepStatus> of(List<StepFacts> facts, ProbeVerdict proof, Optional<Unreached> unreached) {
		StepJudgment judgment = new StepJudgment(facts, proof, unreached);
		return facts.stream().map(judgment::judge).toList();
	}

	/**
	 * The earlier step without which a step changes and proves nothing.
	 * @param facts always four, in the article's order
	 * @param proof what the probes say that still count
	 * @return the first one, or empty when nothing is in the way
	 */
	static Optional<StepName> obstacle(List<StepFacts> facts, ProbeVerdict proof, StepName step) {
		return new StepJudgment(facts, proof, Optional.empty()).obstacle(facts.get(step.ordinal()))
			.map(StepFacts::step);
	}

	private StepStatus judge(StepFacts step) {
		if (step.work() != null) {
			return atWork(step, step.work());
		}
		if (step.step() == StepName.SERVERS && this.unreached.isPresent()) {
			return StepStatus.of(step, StepState.UNSEEN, this.unreached.get().reason());
		}
		if (takenBack(step)) {
			return StepStatus.of(step, StepState.TAKEN_BACK, step.changed().takenBack());
		}
		if (this.unreached.isPresent() && step.step() != StepName.TENANT && !step.looked()) {
			return StepStatus.of(step, StepState.CANNOT_START,
					StoredMessage.of("step.cannot-start.connection", this.unreached.get().server()));
		}
		Optional<StepFacts> freeing = freeing(step);
		Cause cause = freeing.isPresent() ? Cause.EARLIER_STEP_SINCE : step.look().cause();
		return obstacle(step)
			.map((obstacle) -> StepStatus.of(step, StepState.CANNOT_START, waiting(step, obstacle.step()), cause))
			.or(() -> freeing.map((earlier) -> StepStatus.of(step, StepState.UNSEEN, since(earlier.step()), cause)))
			.orElseGet(() -> atRest(step));
	}

	/** That something is there to be done once more, or waits for that, says nothing. */
	private static boolean takenBack(StepFacts step) {
		StepFacts.Look look = step.look();
		return step.undo() != null && switch (look.state()) {
			case READY_TO_PLAN -> true;
			case NEEDS_ATTENTION, UNSEEN -> look.cause() == Cause.EARLIER_STEP || look.cause() == Cause.PROXY_OFF;
			case OUTAGE, CONFLICT, UNKNOWN, OLD, PARKED, RUNNING, APPLIED, CANNOT_START, NOT_STARTED, TAKEN_BACK,
					IN_EFFECT ->
				false;
		};
	}

	/**
	 * The last earlier step that came into effect after this one was seen waiting for it.
	 */
	private Optional<StepFacts> freeing(StepFacts step) {
		return this.facts.stream()
			.filter((other) -> comesBefore(other.step(), step.step()) && waitedFor(step.look(), other.step())
					&& other.look().state() == StepState.IN_EFFECT && other.look().at().isAfter(step.look().at()))
			.max(Comparator.comparing((other) -> other.look().at()));
	}

	private static boolean waitedFor(StepFacts.Look look, StepName earlier) {
		boolean rests = look.state() == StepState.NEEDS_ATTENTION || look.state() == StepState.UNSEEN;
		return rests
				&& (look.cause() == Cause.EARLIER_STEP || look.cause() == Cause.SIGN_IN && earlier == StepName.TENANT);
	}

	private static StoredMessage since(StepName earlier) {
		return StoredMessage.of("step.unseen-since." + earlier.slug());
	}

	/** What is built already waits with its proof only. */
	private static StoredMessage waiting(StepFacts step, StepName obstacle) {
		boolean built = step.look().state() == StepState.IN_EFFECT;
		return StoredMessage.of("step.cannot-start." + (built ? "probe." : "") + obstacle.slug());
	}

	private static StepStatus atWork(StepFacts step, StepFacts.Work work) {
		if (work.parked()) {
			return StepStatus.of(step, StepState.PARKED, StoredMessage.of("step.parked", work.by()));
		}
		return (work.nextLook() != null)
				? StepStatus.of(step, StepState.UNKNOWN, StoredMessage.of("step.unknown", work.nextLook())) : StepStatus
					.of(step, StepState.RUNNING, StoredMessage.of("step.running." + work.kind().slug(), work.by()));
	}

	private StepStatus atRest(StepFacts step) {
		StepFacts.Look look = step.look();
		return (step.step() == StepName.PUSH_PROXY && look.state() == StepState.IN_EFFECT) ? proved(step)
				: StepStatus.of(step, look.state(), look.reason());
	}

	/** That the push proxy is on, a look shows; that it works, only a probe. */
	private StepStatus proved(StepFacts step) {
		StepState state = switch (this.proof) {
			case NONE -> StepState.APPLIED;
			case PROVED -> StepState.IN_EFFECT;
			case FAILED -> StepState.NEEDS_ATTENTION;
			case UNKNOWN -> StepState.UNSEEN;
		};
		return StepStatus.of(step, state, StoredMessage.of("step.push-proxy." + state.status()));
	}

	/** The first earlier step that is in the way of one which waits for it. */
	private Optional<StepFacts> obstacle(StepFacts step) {
		return this.facts.stream()
			.filter((other) -> comesBefore(other.step(), step.step()) && obstructs(other, step)
					&& waits(step, other.look()))
			.findFirst();
	}

	/** Old builds never keep OAuth from being mended. */
	private static boolean comesBefore(StepName one, StepName other) {
		return one.compareTo(other) < 0 && !(one == StepName.SERVERS && other == StepName.OAUTH);
	}

	/**
	 * While a step is being looked at, it is in the way of those only that were seen
	 * before; what only provides for what is to come is in nobody's way.
	 */
	private static boolean obstructs(StepFacts other, StepFacts step) {
		return other.looked() && (other.work() == null || step.looked()) && switch (other.look().state()) {
			case OUTAGE, CONFLICT, NEEDS_ATTENTION -> true;
			case READY_TO_PLAN -> other.look().cause() != Cause.COMING;
			case UNKNOWN, UNSEEN, OLD, PARKED, RUNNING, APPLIED, CANNOT_START, NOT_STARTED, TAKEN_BACK, IN_EFFECT ->
				false;
		};
	}

	/** What has trouble of its own says that, whatever else is the matter. */
	private boolean waits(StepFacts step, StepFacts.Look obstacle) {
		StepFacts.Look look = step.look();
		return switch (look.state()) {
			case NOT_STARTED, READY_TO_PLAN -> true;
			case NEEDS_ATTENTION, UNSEEN -> look.cause() == Cause.EARLIER_STEP || look.cause() == Cause.PROXY_OFF
					|| look.reason().equals(obstacle.reason());
			case IN_EFFECT -> step.step() == StepName.PUSH_PROXY && this.proof == ProbeVerdict.NONE
					&& obstacle.cause() != Cause.SIGN_IN;
			case OUTAGE, CONFLICT, UNKNOWN, OLD, PARKED, RUNNING, APPLIED, CANNOT_START, TAKEN_BACK -> false;
		};
	}

}
