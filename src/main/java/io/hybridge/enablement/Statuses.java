package io.hybridge.enablement;

import java.time.Instant;
import java.util.Optional;

import org.springframework.stereotype.Component;

import io.hybridge.enablement.steps.Examination;
import io.hybridge.enablement.steps.Finding;
import io.hybridge.enablement.steps.Verdict;
import io.hybridge.enablement.steps.World;

/** Keeps the status table true whenever a run begins, looks, or ends. */
@Component
class Statuses {

	private final StepStatuses statuses;

	private final Proofs proofs;

	Statuses(StepStatuses statuses, Proofs proofs) {
		this.statuses = statuses;
		this.proofs = proofs;
	}

	void looked(StepRun run, World world, Examination examination) {
		keep(run, state(run, examination), reason(run, examination), world.takenAt(),
				examination.certificateExpires().orElse(null), null, null);
	}

	/**
	 * The step is being worked on.
	 * @param run by which run
	 */
	void running(StepRun run) {
		StepStatus former = former(run);
		this.statuses.keep(new StepStatus(run.organization(), run.step(), StepState.RUNNING,
				Text.of("step.running." + run.kind().slug(), run.actor().name()), former.checkedAt(),
				former.certificateExpires(), null, null, run.id()));
	}

	/**
	 * An answer is missing, or a person must decide.
	 * @param run which run
	 * @param state how the step stands
	 * @param reason why
	 */
	void trouble(StepRun run, StepState state, Text reason) {
		StepStatus former = former(run);
		this.statuses.keep(new StepStatus(run.organization(), run.step(), state, reason, former.checkedAt(),
				former.certificateExpires(), null, null, run.state().ended() ? null : run.id()));
	}

	/**
	 * Something was changed.
	 * @param run by which run
	 * @param now when
	 */
	void changed(StepRun run, Instant now) {
		StepStatus former = former(run);
		this.statuses.keep(new StepStatus(run.organization(), run.step(), former.state(), former.reason(),
				former.checkedAt(), former.certificateExpires(), now, run.actor().name(), former.runningRun()));
	}

	private StepStatus former(StepRun run) {
		return this.statuses.of(run.organization()).get(run.step().ordinal());
	}

	private void keep(StepRun run, StepState state, Text reason, Instant checkedAt, Instant expires, Instant changedAt,
			String changedBy) {
		this.statuses.keep(new StepStatus(run.organization(), run.step(), state, reason, checkedAt, expires, changedAt,
				changedBy, null));
	}

	private StepState state(StepRun run, Examination examination) {
		if (run.step() != StepName.PUSH_PROXY || examination.state() != StepState.IN_EFFECT) {
			return examination.state();
		}
		var probes = this.proofs.newestProbes(run.organization());
		if (probes.isEmpty()) {
			return StepState.APPLIED;
		}
		return probes.stream().allMatch(Proofs.Probed::succeeded) ? StepState.IN_EFFECT : StepState.NEEDS_ATTENTION;
	}

	private Text reason(StepRun run, Examination examination) {
		Optional<Finding> worst = examination.findings()
			.stream()
			.filter((finding) -> finding.verdict().compareTo(Verdict.MEETS) < 0)
			.findFirst();
		if (worst.isPresent()) {
			return Text.of(worst.get().key() + ".brief", worst.get().subject());
		}
		return Text.of("step." + run.step().slug() + "." + state(run, examination).status());
	}

}
