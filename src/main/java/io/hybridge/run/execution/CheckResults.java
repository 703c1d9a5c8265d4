package io.hybridge.run.execution;

import java.time.Instant;

import org.springframework.stereotype.Component;

import io.hybridge.audit.AuditEntry;
import io.hybridge.audit.AuditKind;
import io.hybridge.audit.AuditOutcome;
import io.hybridge.microsoft365.TenantReading;
import io.hybridge.run.RunAudit;
import io.hybridge.run.StepRun;
import io.hybridge.run.plan.Inspection;
import io.hybridge.run.plan.PlanKind;
import io.hybridge.run.plan.Plans;
import io.hybridge.run.plan.Snapshots;
import io.hybridge.run.status.Expiries;
import io.hybridge.run.status.StepStatusUpdater;
import io.hybridge.step.examination.Examination;
import io.hybridge.step.examination.FindingLevel;

/**
 * Keeps what a look saw, what it plans, and how the step stands now, in the caller's
 * transaction.
 */
@Component
class CheckResults {

	private final Snapshots snapshots;

	private final Plans plans;

	private final StepStatusUpdater statuses;

	private final Expiries expiries;

	private final RunAudit audit;

	CheckResults(Snapshots snapshots, Plans plans, StepStatusUpdater statuses, Expiries expiries, RunAudit audit) {
		this.snapshots = snapshots;
		this.plans = plans;
		this.statuses = statuses;
		this.expiries = expiries;
		this.audit = audit;
	}

	void look(StepRun run, Inspection inspection) {
		Examination examination = inspection.examination();
		this.snapshots.keep(run, inspection);
		this.statuses.looked(run, inspection.seen(), examination);
		this.expiries.keep(run.organization(), inspection.seen());
		AuditEntry looked = entry(run, AuditKind.CHECK, outcome(examination))
			.with("differences", Integer.toString(examination.differences()))
			.with("blocks", Long.toString(examination.count(FindingLevel.BLOCKS)))
			.with("unknown", Long.toString(examination.count(FindingLevel.UNKNOWN)));
		this.audit.append(inspection.seen()
			.tenant()
			.seen()
			.flatMap(TenantReading.Seen::application)
			.map((reader) -> looked.with("reader", "application")
				.with("application", reader.clientId())
				.with("certificate", reader.thumbprint()))
			.orElse(looked));
	}

	void plan(StepRun run, PlanKind kind, Inspection inspection, Instant now) {
		inspection.content().ifPresent((content) -> {
			this.plans.keep(run, kind, content, now);
			this.audit.append(entry(run, AuditKind.PLAN, AuditOutcome.DONE)
				.with("changes", Integer.toString(content.required().size()))
				.with("runKind", kind.run().slug()));
		});
	}

	/** Who asked wants what is there to stay. */
	void putAside(StepRun run, Instant now) {
		this.plans.madeBy(run.id())
			.filter((plan) -> this.plans.discard(plan, now))
			.ifPresent((plan) -> this.audit.append(entry(run, AuditKind.PLAN, AuditOutcome.DONE)
				.with("changes", Integer.toString(plan.content().required().size()))
				.with("runKind", "discard")));
	}

	private AuditEntry entry(StepRun run, AuditKind kind, AuditOutcome outcome) {
		return this.audit.entry(run.request(), kind, outcome).with("step", run.step().name());
	}

	private static AuditOutcome outcome(Examination examination) {
		return switch (examination.state()) {
			case UNKNOWN, UNSEEN -> AuditOutcome.UNKNOWN;
			case OUTAGE, NEEDS_ATTENTION, CONFLICT -> AuditOutcome.NEEDS_ATTENTION;
			default -> AuditOutcome.DONE;
		};
	}

}
