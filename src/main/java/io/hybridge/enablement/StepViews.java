package io.hybridge.enablement;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.hybridge.enablement.run.ChangeViews;
import io.hybridge.enablement.run.RunView;
import io.hybridge.enablement.run.RunViews;
import io.hybridge.organization.Organization;
import io.hybridge.organization.OrganizationId;
import io.hybridge.organization.Organizations;
import io.hybridge.run.RunKind;
import io.hybridge.run.StepRuns;
import io.hybridge.run.change.JournaledChanges;
import io.hybridge.run.plan.Plan;
import io.hybridge.run.plan.PlanKind;
import io.hybridge.run.plan.Plans;
import io.hybridge.run.plan.Snapshot;
import io.hybridge.run.plan.Snapshots;
import io.hybridge.run.plan.StepStatus;
import io.hybridge.run.plan.StepStatuses;
import io.hybridge.run.probe.ProbeResults;
import io.hybridge.step.Examination;
import io.hybridge.step.StepName;
import io.hybridge.step.StepState;
import io.hybridge.web.RailStep;
import io.hybridge.web.RailStep.Section;
import io.hybridge.web.text.MessageRenderer;

/** Puts the page of a step together from what is kept; asks no remote side. */
@Component
class StepViews {

	private final Organizations organizations;

	private final StepStatuses statuses;

	private final Snapshots snapshots;

	private final Plans plans;

	private final StepRuns runs;

	private final JournaledChanges changes;

	private final ProbeResults proofs;

	private final RunViews runViews;

	private final ChangeViews changeViews;

	private final MessageRenderer texts;

	private final Clock clock;

	StepViews(Organizations organizations, StepStatuses statuses, Snapshots snapshots, Plans plans, StepRuns runs,
			JournaledChanges changes, ProbeResults proofs, RunViews runViews, ChangeViews changeViews,
			MessageRenderer texts, Clock clock) {
		this.organizations = organizations;
		this.statuses = statuses;
		this.snapshots = snapshots;
		this.plans = plans;
		this.runs = runs;
		this.changes = changes;
		this.proofs = proofs;
		this.runViews = runViews;
		this.changeViews = changeViews;
		this.texts = texts;
		this.clock = clock;
	}

	@Transactional(readOnly = true)
	public StepView of(OrganizationId id, StepName step) {
		Organization organization = this.organizations.require(id);
		// The runs first: one that has ended by now has left its snapshot, not the other
		// way round.
		RunView run = newest(id, step, RunKind.CHECK, RunKind.CHECK_UNDO, RunKind.APPLY, RunKind.UNDO);
		RunView verification = (step == StepName.PUSH_PROXY) ? newest(id, step, RunKind.VERIFY) : null;
		List<StepStatus> statuses = this.statuses.of(id);
		Optional<Snapshot> snapshot = this.snapshots.newest(id, step);
		Optional<Examination> seen = snapshot.map(Snapshot::examination);
		PlanView plan = snapshot.flatMap((taken) -> plan(id, step, taken)).orElse(null);
		return new StepView(organization, step, rail(id, step, statuses, open(plan, run, verification)),
				statuses.get(step.ordinal()), snapshot.map(Snapshot::takenAt).orElse(null),
				seen.map((examination) -> examination.findings()
					.stream()
					.map((finding) -> FindingView.of(finding, this.texts))
					.toList()).orElse(List.of()),
				seen.map(Examination::candidates).orElse(List.of()), seen.map(Examination::plannable).orElse(false),
				plan, run, verification, youngerThanChanges(id, step, verification),
				this.proofs.newestDeviceTest(id).orElse(null), !this.changes.madeIn(id, step).isEmpty(),
				this.runs.holding(id).filter((holder) -> holder.step() != step).map(this.runViews::of).orElse(null));
	}

	private boolean youngerThanChanges(OrganizationId id, StepName step, RunView verification) {
		return verification != null && !verification.probes().isEmpty()
				&& this.runs.newest(id, step, RunKind.APPLY, RunKind.UNDO)
					.filter((change) -> change.id() > verification.id())
					.isEmpty();
	}

	private RunView newest(OrganizationId id, StepName step, RunKind... kinds) {
		return this.runs.newest(id, step, kinds).map(this.runViews::of).orElse(null);
	}

	/** A plan is offered only while nothing newer was seen and it was not carried out. */
	private Optional<PlanView> plan(OrganizationId id, StepName step, Snapshot snapshot) {
		return this.plans.newest(id, step)
			.filter((plan) -> plan.runId() == snapshot.runId())
			.filter((plan) -> plan.validAt(this.clock.instant()))
			.filter((plan) -> this.runs.findByPlanId(plan.id()).isEmpty())
			.map(this::shown);
	}

	private PlanView shown(Plan plan) {
		Plan.Content content = plan.content();
		return new PlanView(plan.id(), plan.kind() == PlanKind.UNDO,
				content.changes().stream().map(this.changeViews::of).toList(),
				content.sideEffects().stream().map(this.texts::of).toList(),
				content.untouched().stream().map(this.texts::of).toList(), content.exposure(), plan.authorName(),
				plan.madeAt(), plan.validUntil());
	}

	private List<RailStep> rail(OrganizationId id, StepName current, List<StepStatus> statuses, String open) {
		List<RailStep> rail = new ArrayList<>();
		for (StepStatus status : statuses) {
			boolean here = status.step() == current;
			rail.add(new RailStep(this.texts.of("step." + status.step().slug() + ".name"),
					"/organizations/" + id + "/enablement/" + status.step().slug(),
					status.state() == StepState.IN_EFFECT, status.state().status(), here,
					here ? sections(current, open) : List.of()));
		}
		return rail;
	}

	/** Which section the page is about. */
	private static String open(PlanView plan, RunView run, RunView verification) {
		if (run != null && !run.ended()) {
			return run.kind().changes() ? "apply" : "findings";
		}
		if (verification != null && !verification.ended()) {
			return "verify";
		}
		return (plan != null) ? "plan" : "findings";
	}

	private List<Section> sections(StepName step, String open) {
		List<Section> sections = new ArrayList<>();
		sections.add(section("findings", open));
		if (step == StepName.OAUTH || step == StepName.PUSH_PROXY) {
			sections.add(section("plan", open));
			sections.add(section("apply", open));
		}
		sections.add(section("verify", open));
		return sections;
	}

	private Section section(String name, String open) {
		return new Section(this.texts.of("step.section." + name), "#" + name, name.equals(open));
	}

}
