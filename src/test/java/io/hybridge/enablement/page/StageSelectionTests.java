package io.hybridge.enablement.page;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

import io.hybridge.enablement.approval.Approval;
import io.hybridge.enablement.offer.StepCondition;
import io.hybridge.enablement.offer.StepCondition.Work;
import io.hybridge.enablement.page.FindingView.Explanation;
import io.hybridge.enablement.page.StepActivity.Proof;
import io.hybridge.enablement.run.RunView;
import io.hybridge.organization.OrganizationId;
import io.hybridge.run.RunKind;
import io.hybridge.run.RunState;
import io.hybridge.run.probe.ProbeResults.DeviceTested;
import io.hybridge.run.status.OrganizationStatus;
import io.hybridge.run.status.StepStatus;
import io.hybridge.step.StepName;
import io.hybridge.step.examination.Cause;
import io.hybridge.step.examination.Examination.Candidate;
import io.hybridge.step.examination.FindingLevel;
import io.hybridge.step.examination.StepState;
import io.hybridge.web.PageScope;
import io.hybridge.web.text.StoredMessage;

import static org.assertj.core.api.Assertions.assertThat;

/** What the page of a step shows in each situation, from top to bottom. */
class StageSelectionTests {

	private static final Instant NOW = Instant.parse("2026-11-24T13:00:00Z");

	private static final String NEXT = "/organizations/1/enablement/servers";

	private static final StepActivity IDLE = new StepActivity(null, null, Proof.NONE);

	@Test
	void asksForTheFirstLookWhereNobodyLooked() {
		assertThat(names(situation(StepName.TENANT, LastLook.NEVER, null, IDLE))).containsExactly("findings", "sign-in",
				"verified");
		assertThat(names(situation(StepName.OAUTH, LastLook.NEVER, null, IDLE))).containsExactly("findings",
				"unplanned", "line", "line");
	}

	@Test
	void case18GccHighTenantIsOfferedNoSignIn() {
		LastLook elsewhere = seen("TENANT-IN-UNCONFIRMED-CLOUD", FindingLevel.BLOCKS);
		assertThat(names(situation(StepName.TENANT, elsewhere, null, IDLE))).doesNotContain("sign-in");
		assertThat(names(situation(StepName.TENANT, seen(FindingLevel.BLOCKS), null, IDLE))).contains("sign-in");
	}

	@ParameterizedTest
	@EnumSource(StepName.class)
	void showsNothingBesideARunThatWorksOnTheStep(StepName step) {
		RunView run = run(step, RunKind.CHECK, RunState.RUNNING);
		StepSituation situation = situation(step, seen(FindingLevel.MEETS), null,
				new StepActivity(run, null, Proof.NONE));
		assertThat(StageSelection.of(situation, NEXT)).containsExactly(new StepStage.Working(run));
		assertThat(situation.openSection()).isEqualTo("findings");
	}

	@Test
	void offersAPlanBelowItsFindingsInOneLine() {
		StepSituation situation = situation(StepName.OAUTH, seen("CODE", FindingLevel.DIFFERS, null), plan(false),
				IDLE);
		assertThat(names(situation)).containsExactly("settled", "planned", "line", "more");
		assertThat(StageSelection.of(situation, null)).contains(new StepStage.Planned(plan(false), "apply", true),
				new StepStage.Line("verify", "enablement.verify.later"));
		assertThat(situation.openSection()).isEqualTo("plan");
	}

	@Test
	void spreadsFindingsOutWhichThePlanAloneDoesNotMend() {
		assertThat(names(situation(StepName.OAUTH, seen(FindingLevel.DIFFERS), plan(false), IDLE)))
			.startsWith("findings", "planned");
	}

	@Test
	void putsThePlanBeforeWhatItMendsAndLeavesTheRestInPlainSight() {
		Explanation why = new Explanation("Title", "Meaning", "What to do", null, null, false);
		LastLook both = new LastLook(NOW,
				List.of(finding("CERTIFICATE-EXPIRED", FindingLevel.BROKEN, why),
						finding("SIGN-IN-NEEDED", FindingLevel.UNKNOWN, why),
						finding("AUTH-SERVER-MISSING", FindingLevel.DIFFERS, null)),
				List.of(), true, 1);
		StepSituation situation = situation(StepName.OAUTH, both, plan(false), IDLE);
		assertThat(names(situation)).startsWith("settled", "planned");
		StepStage.Settled settled = (StepStage.Settled) StageSelection.of(situation, null).getFirst();
		assertThat(settled.mended()).extracting(FindingView::code).containsExactly("CERTIFICATE-EXPIRED");
		assertThat(settled.left()).extracting(FindingView::code).containsExactly("SIGN-IN-NEEDED");
		assertThat(names(situation(StepName.OAUTH, both, plan(true), IDLE))).as("taken back")
			.startsWith("findings", "planned");
		assertThat(names(situation(StepName.OAUTH, both, null, IDLE))).startsWith("findings", "unplanned");
	}

	@Test
	void promisesNoPlanForWhatOnlyTimeOrAPersonChanges() {
		StepSituation situation = situation(StepName.OAUTH, seen(FindingLevel.DIFFERS), null, IDLE);
		assertThat(StageSelection.of(situation, null))
			.contains(new StepStage.Unplanned("step.section.plan", "enablement.plan.by-hand"));
	}

	@Test
	void spreadsFindingsOutThatStopTheStep() {
		assertThat(names(situation(StepName.OAUTH, seen(FindingLevel.BLOCKS), null, IDLE))).containsExactly("findings",
				"unplanned", "line", "line", "more");
	}

	@ParameterizedTest
	@EnumSource(value = RunState.class, names = { "STALE", "UNCHECKED", "NOT_DONE", "CONFLICT" })
	void putsARunThatNeedsAPersonBeforeEverythingElse(RunState state) {
		StepActivity activity = activity(run(StepName.OAUTH, RunKind.APPLY, state));
		StepSituation situation = situation(StepName.OAUTH, seen(FindingLevel.DIFFERS), null, activity);
		assertThat(names(situation)).startsWith("outcome")
			.containsOnlyOnce("outcome", (state != RunState.CONFLICT) ? "findings" : "settled");
		assertThat(situation.overtaken()).isEqualTo((state != RunState.STALE && state != RunState.UNCHECKED)
				? StepSituation.Overtaking.RUN : StepSituation.Overtaking.NOTHING);
		assertThat(situation.openSection()).isEqualTo((state != RunState.CONFLICT) ? "findings" : "apply");
	}

	@ParameterizedTest
	@EnumSource(names = { "CERTIFICATE_ENDED", "CERTIFICATE_ENDS_OLD" })
	void callsNothingAsItShouldBeOnceTheEndOfTheCertificateOvertookIt(Cause cause) {
		StepSituation fine = situation(StepName.OAUTH, seen(FindingLevel.MEETS), null,
				activity(run(StepName.OAUTH, RunKind.APPLY, RunState.DONE)));
		StepSituation ended = new StepSituation(attention(cause), fine.condition(), fine.seen(), null, fine.activity());
		assertThat(fine.overtaken()).isEqualTo(StepSituation.Overtaking.NOTHING);
		assertThat(ended.overtaken().outdates()).isTrue();
		assertThat(StageSelection.of(ended, NEXT)).contains(
				new StepStage.Findings(ended.seen(), ended.overtaken(), null),
				new StepStage.Unplanned("step.section.plan", "enablement.plan.outdated"));
		assertThat(names(ended)).doesNotContain("settled", "verified");
	}

	@Test
	void callsElseAsItShouldBeWhatIsSoBesideACertificateThatEnds() {
		LastLook fine = seen(FindingLevel.MEETS);
		StepSituation ends = new StepSituation(attention(Cause.CERTIFICATE_ENDS),
				condition(StepName.OAUTH, fine, null, IDLE), fine, null, IDLE);
		assertThat(StageSelection.of(ends, null)).contains(
				new StepStage.Findings(fine, StepSituation.Overtaking.ENDS, null),
				new StepStage.Unplanned("enablement.plan.no-changes", "enablement.plan.as-wanted"));
		assertThat(ends.overtaken().headingKey()).isEqualTo("enablement.findings.else");
	}

	@Test
	void namesWhatCanBeDecidedBelowAConflict() {
		StepActivity activity = activity(run(StepName.OAUTH, RunKind.APPLY, RunState.CONFLICT));
		StepSituation situation = situation(StepName.OAUTH, seen(FindingLevel.DIFFERS), null, activity);
		assertThat(names(situation)).startsWith("outcome", "decision", "settled");
		assertThat(StageSelection.of(situation, null)).contains(new StepStage.Decision(true),
				new StepStage.More(false));
	}

	@Test
	void tellsOfASmoothRunBeforeEverythingElse() {
		StepActivity activity = activity(run(StepName.OAUTH, RunKind.APPLY, RunState.DONE));
		StepSituation situation = situation(StepName.OAUTH, seen(FindingLevel.MEETS), null, activity);
		assertThat(names(situation)).containsExactly("outcome", "verified", "settled", "more");
		assertThat(StageSelection.of(situation, NEXT)).contains(new StepStage.Verified("step.oauth.verify", NEXT));
	}

	@Test
	void leadsToTheChoiceOfACertificate() {
		LastLook choose = new LastLook(NOW, List.of(),
				List.of(new Candidate("7595DBDE", "Exchange S2S OAuth", NOW, "EX1")), false, 0);
		assertThat(StageSelection.of(situation(StepName.OAUTH, choose, null, IDLE), null))
			.contains(new StepStage.Unplanned("step.section.plan", "enablement.plan.choose"));
	}

	@Test
	void takesChangesBackOnlyOnce() {
		StepSituation undoing = situation(StepName.OAUTH, seen(FindingLevel.MEETS), plan(true),
				activity(run(StepName.OAUTH, RunKind.APPLY, RunState.DONE)));
		assertThat(StageSelection.of(undoing, NEXT)).contains(new StepStage.Planned(plan(true), "apply-plan", true),
				new StepStage.Line("verify", "enablement.verify.not-needed"), new StepStage.More(false));
	}

	@Test
	void leadsToNoPlanThatOnlySetsAgainWhatWasTakenBack() {
		RunView undo = run(StepName.OAUTH, RunKind.UNDO, RunState.DONE);
		LastLook differs = seen("CODE", FindingLevel.DIFFERS);
		RunView check = run(StepName.OAUTH, RunKind.CHECK, RunState.PLANNED);
		assertThat(names(situation(StepName.OAUTH, differs, plan(false),
				new StepActivity(check, null, Proof.NONE, undo, false))))
			.containsExactly("taken-back", "settled", "more");
		assertThat(names(
				situation(StepName.OAUTH, differs, plan(false), new StepActivity(check, null, Proof.NONE, undo, true))))
			.contains("findings", "planned")
			.doesNotContain("taken-back");
		assertThat(
				names(situation(StepName.OAUTH, differs, null, new StepActivity(check, null, Proof.NONE, undo, true))))
			.as("the plan was put aside")
			.contains("taken-back");
	}

	@ParameterizedTest
	@EnumSource(value = RunState.class, names = { "KEPT", "PLANNED" })
	void saysWhoKeptWhatWasFound(RunState state) {
		RunView check = run(StepName.OAUTH, RunKind.CHECK, state);
		StepSituation situation = situation(StepName.OAUTH, seen(FindingLevel.DIFFERS), null, activity(check));
		StepStage kept = new StepStage.Kept(check);
		assertThat(StageSelection.of(situation, null).contains(kept)).isEqualTo(state == RunState.KEPT);
	}

	@Test
	void provesThePushProxyByProbesWhenItIsAsWanted() {
		StepSituation situation = situation(StepName.PUSH_PROXY, seen(FindingLevel.MEETS), null, IDLE);
		assertThat(names(situation)).containsExactly("settled", "unplanned", "line", "probes", "more");
		assertThat(StageSelection.of(situation, null)).contains(new StepStage.Probes(Proof.NONE, true, false, false));
	}

	@Test
	void callsNothingAsWantedThatCannotBeRead() {
		StepSituation situation = situation(StepName.PUSH_PROXY, seen(FindingLevel.UNPROVED), null, IDLE);
		assertThat(StageSelection.of(situation, null))
			.contains(new StepStage.Unplanned("enablement.plan.no-changes", "enablement.plan.unproved"));
	}

	@Test
	void keepsShowingWhatTheProbesFoundWhileNothingWasChangedSince() {
		Proof failed = new Proof(run(StepName.PUSH_PROXY, RunKind.VERIFY, RunState.DONE), true, null);
		StepSituation situation = situation(StepName.PUSH_PROXY, seen(FindingLevel.BLOCKS), null,
				new StepActivity(null, null, failed));
		assertThat(StageSelection.of(situation, null)).contains(new StepStage.Probes(failed, false, false, false));
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void callsCompleteOnlyWhatIsProvedAsItIsNow(boolean current) {
		Proof proof = new Proof(run(StepName.PUSH_PROXY, RunKind.VERIFY, RunState.DONE), current,
				new DeviceTested("yes", null, "Petra Kern", NOW));
		StepActivity activity = new StepActivity(null, null, proof);
		LastLook fine = seen(FindingLevel.MEETS);
		StepSituation situation = new StepSituation(inEffect(), condition(StepName.PUSH_PROXY, fine, null, activity),
				fine, null, activity);
		assertThat(names(situation).contains("complete")).as("a proof that fell proves nothing").isEqualTo(current);
	}

	@Test
	void opensTheProofWhileProbesAreUnderWay() {
		Proof proof = new Proof(run(StepName.PUSH_PROXY, RunKind.VERIFY, RunState.RUNNING), false, null);
		StepActivity activity = new StepActivity(null, null, proof);
		assertThat(situation(StepName.PUSH_PROXY, seen(FindingLevel.MEETS), null, activity).openSection())
			.isEqualTo("verify");
		assertThat(activity.underway()).isSameAs(proof.run());
	}

	@Test
	void showsBesideProbesOnlyWhatCanBeUsedMeanwhile() {
		Proof proof = new Proof(run(StepName.PUSH_PROXY, RunKind.VERIFY, RunState.RUNNING), false, null);
		StepActivity activity = new StepActivity(run(StepName.PUSH_PROXY, RunKind.APPLY, RunState.DONE), null, proof);
		assertThat(names(situation(StepName.PUSH_PROXY, seen(FindingLevel.MEETS), null, activity)))
			.containsExactly("probes", "settled");
		assertThat(names(situation(StepName.PUSH_PROXY, seen(FindingLevel.DIFFERS), plan(false), activity)))
			.containsExactly("probes", "findings");
	}

	@Test
	void saysWhoHoldsTheOrganization() {
		RunView other = run(StepName.PUSH_PROXY, RunKind.APPLY, RunState.RUNNING);
		StepSituation situation = situation(StepName.OAUTH, LastLook.NEVER, null,
				new StepActivity(null, other, Proof.NONE));
		assertThat(StageSelection.of(situation, null)).first().isEqualTo(new StepStage.Held(other));
	}

	@ParameterizedTest
	@EnumSource(value = StepName.class, names = { "OAUTH", "PUSH_PROXY" }, mode = Mode.EXCLUDE)
	void plansNothingWhereNothingIsChanged(StepName step) {
		StepSituation situation = situation(step, seen(FindingLevel.MEETS), null, IDLE);
		assertThat(names(situation)).contains("findings", "verified", "more").doesNotContain("unplanned", "planned");
		assertThat(situation.sections()).containsExactly("findings", "verify");
	}

	private static List<String> names(StepSituation situation) {
		return StageSelection.of(situation, null)
			.stream()
			.map(StepStage::template)
			.map((template) -> template.replace("enablement/step/", ""))
			.toList();
	}

	private static StepSituation situation(StepName step, LastLook seen, PlanView plan, StepActivity activity) {
		return new StepSituation(OrganizationStatus.of(new OrganizationId(1), List.of()),
				condition(step, seen, plan, activity), seen, plan, activity);
	}

	private static OrganizationStatus inEffect() {
		return organization(StepState.IN_EFFECT, Cause.OTHER);
	}

	private static OrganizationStatus attention(Cause cause) {
		return organization(StepState.NEEDS_ATTENTION, cause);
	}

	private static OrganizationStatus organization(StepState state, Cause cause) {
		return new OrganizationStatus(Arrays.stream(StepName.values())
			.map((step) -> new StepStatus(new OrganizationId(1), step, state, StoredMessage.of("x"), cause, NOW, null,
					null, null, null))
			.toList());
	}

	private static StepCondition condition(StepName step, LastLook seen, PlanView plan, StepActivity activity) {
		Work work = activity.busy() ? Work.CHECK_OR_CHANGE : (activity.proof().underway() ? Work.PROBE : Work.NOTHING);
		boolean asWanted = seen.ever() && seen.plannable() && plan == null
				&& seen.findings().stream().noneMatch((finding) -> finding.level() == FindingLevel.DIFFERS);
		return new StepCondition(step, work, activity.holder() != null, null, (plan != null) ? plan.id() : null,
				asWanted, activity.changed(), activity.proof().run() != null, activity.conflicted());
	}

	private static StepActivity activity(RunView run) {
		return new StepActivity(run, null, Proof.NONE);
	}

	private static LastLook seen(FindingLevel level) {
		return seen("CODE", level);
	}

	private static LastLook seen(String code, FindingLevel level) {
		return seen(code, level, new Explanation("Title", "Meaning", "What to do", null, null, false));
	}

	private static LastLook seen(String code, FindingLevel level, Explanation why) {
		return new LastLook(NOW, List.of(finding(code, level, why)), List.of(),
				level.compareTo(FindingLevel.DIFFERS) >= 0, 0);
	}

	private static FindingView finding(String code, FindingLevel level, Explanation why) {
		return new FindingView(code, new FindingView.Row("EX1", null, "Seen", List.of(), "meets", null), level, why,
				null);
	}

	private static PlanView plan(boolean undo) {
		return new PlanView(3, undo, false, null,
				new PlanView.Content(List.of(), List.of(), List.of(), List.of(), false),
				new PlanView.Origin("Petra Kern", NOW, NOW.plus(Duration.ofMinutes(30))), new Approval.NotNeeded());
	}

	private static RunView run(StepName step, RunKind kind, RunState state) {
		RunView.Subject subject = new RunView.Subject(9, new OrganizationId(1), new PageScope("Fabrikam", "LAB", false),
				step, kind);
		RunView.Progress progress = state.ended() ? new RunView.Ended(kind, state, NOW.plusSeconds(5), List.of())
				: new RunView.Underway(kind, NOW, false, 0, false);
		return new RunView(subject, new RunView.Request("Petra Kern", null, NOW), progress, List.of(), List.of());
	}

}
