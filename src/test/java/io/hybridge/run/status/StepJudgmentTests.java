package io.hybridge.run.status;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import io.hybridge.organization.OrganizationId;
import io.hybridge.run.RunKind;
import io.hybridge.run.probe.ProbeVerdict;
import io.hybridge.step.StepName;
import io.hybridge.step.examination.Cause;
import io.hybridge.step.examination.StepState;
import io.hybridge.web.text.StoredMessage;

import static org.assertj.core.api.Assertions.assertThat;

class StepJudgmentTests {

	private static final StoredMessage NEVER = StoredMessage.of("step.never-looked");

	@Test
	void letsEveryStepWaitForItsTurnAtFirst() {
		assertThat(shown(never(), never(), never(), never())).containsOnly(StepState.NOT_STARTED);
	}

	@Test
	void saysThatStepsBehindAnObstacleCannotStart() {
		assertThat(shown(seen(StepState.IN_EFFECT, "x"), seen(StepState.NEEDS_ATTENTION, "too-old"), never(), never()))
			.containsExactly(StepState.IN_EFFECT, StepState.NEEDS_ATTENTION, StepState.NOT_STARTED,
					StepState.CANNOT_START);
		assertThat(shown(seen(StepState.NEEDS_ATTENTION, "no-plan"), never(), never(), never())).containsExactly(
				StepState.NEEDS_ATTENTION, StepState.CANNOT_START, StepState.CANNOT_START, StepState.CANNOT_START);
	}

	@Test
	void case08LetsOAuthBeMendedWhileTheServersAreTooOld() {
		assertThat(shown(seen(StepState.IN_EFFECT, "x"), seen(StepState.NEEDS_ATTENTION, "too-old"),
				seen(StepState.READY_TO_PLAN, "expired"),
				seen(StepState.NEEDS_ATTENTION, "servers-first", Cause.EARLIER_STEP)))
			.endsWith(StepState.READY_TO_PLAN, StepState.CANNOT_START);
	}

	@Test
	void seesThatAStepIsBlockedByTheSameFinding() {
		assertThat(shown(seen(StepState.NEEDS_ATTENTION, "same"), seen(StepState.IN_EFFECT, "x"),
				seen(StepState.NEEDS_ATTENTION, "same"),
				seen(StepState.NEEDS_ATTENTION, "oauth-first", Cause.EARLIER_STEP)))
			.endsWith(StepState.CANNOT_START, StepState.CANNOT_START);
	}

	@Test
	void leavesAStepAloneThatHasTroubleOfItsOwn() {
		assertThat(shown(seen(StepState.IN_EFFECT, "x"), seen(StepState.NEEDS_ATTENTION, "too-old"),
				seen(StepState.CONFLICT, "y"), seen(StepState.IN_EFFECT, "z")))
			.endsWith(StepState.CONFLICT, StepState.CANNOT_START);
		assertThat(states(facts(seen(StepState.IN_EFFECT, "x"), seen(StepState.IN_EFFECT, "x"),
				seen(StepState.CONFLICT, "y"), seen(StepState.IN_EFFECT, "z")), ProbeVerdict.FAILED))
			.endsWith(StepState.CONFLICT, StepState.NEEDS_ATTENTION);
	}

	@ParameterizedTest
	@EnumSource(names = { "READY_TO_PLAN", "CONFLICT", "NEEDS_ATTENTION", "OUTAGE" })
	void proposesNothingWhileWhatItStandsOnIsNotInEffect(StepState oauth) {
		List<StepStatus> steps = judged(seen(StepState.IN_EFFECT, "x"), seen(StepState.IN_EFFECT, "x"),
				seen(oauth, "taken-back"), seen(StepState.READY_TO_PLAN, "off"));
		assertThat(steps).extracting(StepStatus::state).endsWith(oauth, StepState.CANNOT_START);
		assertThat(steps.getLast().reason()).isEqualTo(StoredMessage.of("step.cannot-start.oauth"));
		assertThat(shown(seen(StepState.IN_EFFECT, "x"), seen(StepState.IN_EFFECT, "x"), seen(oauth, "taken-back"),
				seen(StepState.NEEDS_ATTENTION, "gone", Cause.PROXY_OFF)))
			.endsWith(oauth, StepState.CANNOT_START);
		assertThat(shown(seen(StepState.NEEDS_ATTENTION, "domain"), seen(StepState.IN_EFFECT, "x"),
				seen(StepState.READY_TO_PLAN, "missing"), never()))
			.containsExactly(StepState.NEEDS_ATTENTION, StepState.IN_EFFECT, StepState.CANNOT_START,
					StepState.CANNOT_START);
	}

	@Test
	void waitsWithTheProofForWhatItStandsOn() {
		StepStatus push = judged(seen(StepState.IN_EFFECT, "x"), seen(StepState.IN_EFFECT, "x"),
				seen(StepState.READY_TO_PLAN, "taken-back"), seen(StepState.IN_EFFECT, "on"))
			.getLast();
		assertThat(push.state()).isEqualTo(StepState.CANNOT_START);
		assertThat(push.reason()).isEqualTo(StoredMessage.of("step.cannot-start.probe.oauth"));
		assertThat(shown(seen(StepState.NEEDS_ATTENTION, "sign-in", Cause.SIGN_IN), seen(StepState.IN_EFFECT, "x"),
				seen(StepState.IN_EFFECT, "x"), seen(StepState.IN_EFFECT, "on")))
			.as("no probe needs the sign-in")
			.endsWith(StepState.APPLIED);
		assertThat(shown(seen(StepState.NEEDS_ATTENTION, "sign-in", Cause.SIGN_IN), seen(StepState.IN_EFFECT, "x"),
				seen(StepState.READY_TO_PLAN, "taken-back"), seen(StepState.IN_EFFECT, "on")))
			.as("the sign-in that is in nobody's way hides no other obstacle")
			.endsWith(StepState.CANNOT_START);
	}

	@Test
	void isInNobodysWayWhereItOnlyProvidesForWhatIsToCome() {
		assertThat(shown(seen(StepState.IN_EFFECT, "x"), seen(StepState.IN_EFFECT, "x"),
				seen(StepState.READY_TO_PLAN, "ends-soon", Cause.COMING), seen(StepState.READY_TO_PLAN, "off")))
			.endsWith(StepState.READY_TO_PLAN, StepState.READY_TO_PLAN);
	}

	@Test
	void waitsOnWhileTheObstacleIsBeingLookedAtAgain() {
		List<StepFacts> facts = facts(seen(StepState.IN_EFFECT, "x"), seen(StepState.IN_EFFECT, "x"),
				seen(StepState.READY_TO_PLAN, "taken-back"), seen(StepState.READY_TO_PLAN, "off"));
		facts.set(2, facts.get(2).working(work(null)));
		assertThat(states(facts, ProbeVerdict.NONE)).endsWith(StepState.RUNNING, StepState.CANNOT_START);
	}

	@Test
	void opensTheWayWhileTheObstacleIsBeingLookedAt() {
		List<StepFacts> facts = facts(seen(StepState.NEEDS_ATTENTION, "x"), never(), never(), never());
		facts.set(0, facts.getFirst().working(work(null)));
		assertThat(states(facts, ProbeVerdict.NONE)).containsExactly(StepState.RUNNING, StepState.NOT_STARTED,
				StepState.NOT_STARTED, StepState.NOT_STARTED);
	}

	@Test
	void saysCheckingOnlyWhileARunLooksForAnAnswer() {
		List<StepFacts> facts = facts(never(), never(), seen(StepState.UNSEEN, "x"), never());
		assertThat(states(facts, ProbeVerdict.NONE)).contains(StepState.UNSEEN);
		facts.set(2, facts.get(2).working(work(Instant.EPOCH)));
		assertThat(states(facts, ProbeVerdict.NONE)).contains(StepState.UNKNOWN);
	}

	@ParameterizedTest
	@CsvSource({ "NONE, APPLIED", "PROVED, IN_EFFECT", "FAILED, NEEDS_ATTENTION", "UNKNOWN, UNSEEN" })
	void takesThePushProxyForWhatItsProbesSay(ProbeVerdict proof, StepState state) {
		List<StepFacts> facts = facts(seen(StepState.IN_EFFECT, "x"), seen(StepState.IN_EFFECT, "x"),
				seen(StepState.IN_EFFECT, "x"), seen(StepState.IN_EFFECT, "x"));
		assertThat(states(facts, proof)).containsExactly(StepState.IN_EFFECT, StepState.IN_EFFECT, StepState.IN_EFFECT,
				state);
	}

	/** Neither an older look nor a wait for the tenant hides it. */
	@Test
	void tellsOfAServerThatCouldNotBeAskedWhateverWasSeenBefore() {
		Unreached unreached = new Unreached("ex1.fabrikam.com", "exchange.sign-in-refused");
		for (Kept servers : List.of(never(), seen(StepState.IN_EFFECT, "x"))) {
			StepStatus told = StepJudgment
				.of(facts(seen(StepState.NEEDS_ATTENTION, "y"), servers, never(), never()), ProbeVerdict.NONE,
						Optional.of(unreached))
				.get(1);
			assertThat(told.state()).isEqualTo(StepState.UNSEEN);
			assertThat(told.unreached()).isEqualTo(unreached);
			assertThat(told.reason().values()).contains("text:connection.not.SIGN_IN");
		}
	}

	@Test
	void leavesTheServersAloneWhileSomebodyLooks() {
		List<StepFacts> facts = facts(never(), never(), never(), never());
		facts.set(1, facts.get(1).working(work(null)));
		assertThat(StepJudgment.of(facts, ProbeVerdict.NONE, Optional.of(new Unreached("ex1", "exchange.no-answer")))
			.get(1)
			.state()).isEqualTo(StepState.RUNNING);
	}

	/** What a step was told to wait for, it is not told to wait for any more. */
	@Test
	void saysThatNobodyLookedSinceAnEarlierStepCameIntoEffect() {
		Kept now = new Kept(StepState.IN_EFFECT, StoredMessage.of("x"), Cause.OTHER, Instant.EPOCH.plusSeconds(1));
		Kept waiting = seen(StepState.NEEDS_ATTENTION, "servers-first", Cause.EARLIER_STEP);
		StepStatus freed = judged(seen(StepState.IN_EFFECT, "x"), now, seen(StepState.IN_EFFECT, "x"), waiting).get(3);
		assertThat(freed.state()).isEqualTo(StepState.UNSEEN);
		assertThat(freed.reason()).isEqualTo(StoredMessage.of("step.unseen-since.servers"));
		assertThat(freed.freed()).isTrue();
		StepStatus further = judged(now, seen(StepState.NEEDS_ATTENTION, "old"),
				seen(StepState.NEEDS_ATTENTION, "sign-in", Cause.SIGN_IN), waiting)
			.get(3);
		assertThat(further.state()).as("another one is still in the way").isEqualTo(StepState.CANNOT_START);
		assertThat(judged(now, seen(StepState.IN_EFFECT, "x"),
				seen(StepState.NEEDS_ATTENTION, "sign-in", Cause.SIGN_IN), never())
			.get(2)
			.reason()).isEqualTo(StoredMessage.of("step.unseen-since.tenant"));
		assertThat(judged(seen(StepState.IN_EFFECT, "x"), seen(StepState.IN_EFFECT, "x"),
				seen(StepState.NEEDS_ATTENTION, "sign-in", Cause.SIGN_IN), never())
			.get(2)
			.state()).as("seen after the tenant").isEqualTo(StepState.NEEDS_ATTENTION);
	}

	private static List<StepState> shown(Kept... kept) {
		return states(facts(kept), ProbeVerdict.NONE);
	}

	private static List<StepStatus> judged(Kept... kept) {
		return StepJudgment.of(facts(kept), ProbeVerdict.NONE, Optional.empty());
	}

	private static List<StepState> states(List<StepFacts> facts, ProbeVerdict proof) {
		return StepJudgment.of(facts, proof, Optional.empty()).stream().map(StepStatus::state).toList();
	}

	private static List<StepFacts> facts(Kept... kept) {
		List<StepFacts> facts = new ArrayList<>();
		for (StepName step : StepName.values()) {
			Kept one = kept[step.ordinal()];
			facts.add(StepFacts.none(new OrganizationId(1), step)
				.after(new StepFacts.Look(one.state(), one.reason(), one.cause(), one.checkedAt(), null)));
		}
		return facts;
	}

	private static StepFacts.Work work(Instant nextLook) {
		return new StepFacts.Work(9, RunKind.CHECK, "Petra Kern", nextLook, false);
	}

	private static Kept never() {
		return new Kept(StepState.NOT_STARTED, NEVER, Cause.OTHER, null);
	}

	private static Kept seen(StepState state, String reason) {
		return seen(state, reason, Cause.OTHER);
	}

	private static Kept seen(StepState state, String reason, Cause cause) {
		return new Kept(state, StoredMessage.of(reason), cause, Instant.EPOCH);
	}

	private record Kept(StepState state, StoredMessage reason, Cause cause, Instant checkedAt) {

	}

}
