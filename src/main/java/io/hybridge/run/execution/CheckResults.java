package io.hybridge.run.execution;

import java.time.Clock;
import java.time.Instant;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.hybridge.audit.AuditEntry;
import io.hybridge.audit.AuditKind;
import io.hybridge.audit.AuditLog;
import io.hybridge.audit.AuditOutcome;
import io.hybridge.organization.Organization;
import io.hybridge.organization.Organizations;
import io.hybridge.run.EnablementSettings;
import io.hybridge.run.RunState;
import io.hybridge.run.StepRun;
import io.hybridge.run.StepRuns;
import io.hybridge.run.plan.Plan;
import io.hybridge.run.plan.PlanKind;
import io.hybridge.run.plan.Planner.Planned;
import io.hybridge.run.plan.Plans;
import io.hybridge.run.plan.Snapshots;
import io.hybridge.run.plan.StepStatusUpdater;
import io.hybridge.step.Examination;
import io.hybridge.step.FindingLevel;
import io.hybridge.step.observation.Observation;

/** Writes down what a look saw, what it plans, and how the step stands now. */
@Component
class CheckResults {

	private final StepRuns runs;

	private final Snapshots snapshots;

	private final Plans plans;

	private final StepStatusUpdater statuses;

	private final Organizations organizations;

	private final AuditLog audit;

	private final EnablementSettings settings;

	private final Clock clock;

	CheckResults(StepRuns runs, Snapshots snapshots, Plans plans, StepStatusUpdater statuses,
			Organizations organizations, AuditLog audit, EnablementSettings settings, Clock clock) {
		this.runs = runs;
		this.snapshots = snapshots;
		this.plans = plans;
		this.statuses = statuses;
		this.organizations = organizations;
		this.audit = audit;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * Ends a check with what it saw.
	 * @param checked the run
	 * @param world what was seen
	 * @param purpose what its plan is for
	 * @param planned what came of it
	 */
	@Transactional
	public void keep(StepRun checked, Observation world, PlanKind purpose, Planned planned) {
		StepRun run = this.runs.require(checked.id());
		Instant now = this.clock.instant();
		look(run, world, planned.examination());
		planned.content().ifPresent((content) -> plan(run, purpose, content, now));
		run.end(planned.content().isPresent() || !planned.examination().plannable() ? RunState.DONE
				: RunState.NO_CHANGES, null, now);
	}

	/**
	 * Keeps what was seen, in the caller's transaction.
	 * @param run that looked
	 * @param world what it saw
	 * @param examination what was concluded
	 */
	void look(StepRun run, Observation world, Examination examination) {
		this.snapshots.keep(run, examination, world.takenAt());
		this.statuses.looked(run, world, examination);
		this.audit.append(entry(run, AuditKind.CHECK, outcome(examination))
			.with("differences", Integer.toString(examination.changes().size()))
			.with("blocks", Long.toString(examination.count(FindingLevel.BLOCKS)))
			.with("unknown", Long.toString(examination.count(FindingLevel.UNKNOWN))));
	}

	void plan(StepRun run, PlanKind purpose, Plan.Content content, Instant now) {
		this.plans.keep(run, purpose, content, now, this.settings.planValidity());
		this.audit.append(entry(run, AuditKind.PLAN, AuditOutcome.DONE)
			.with("changes", Integer.toString(content.changes().size()))
			.with("runKind", purpose.run().slug()));
	}

	private AuditEntry entry(StepRun run, AuditKind kind, AuditOutcome outcome) {
		Organization organization = this.organizations.require(run.organization());
		return AuditEntry.of(kind, outcome, run.actor())
			.about(run.organization().value(), organization.name())
			.in(run.id())
			.with("step", run.step().name());
	}

	private static AuditOutcome outcome(Examination examination) {
		return switch (examination.state()) {
			case UNKNOWN -> AuditOutcome.UNKNOWN;
			case NEEDS_ATTENTION, CONFLICT -> AuditOutcome.NEEDS_ATTENTION;
			default -> AuditOutcome.DONE;
		};
	}

}
