package io.hybridge.enablement.page;

import org.springframework.stereotype.Component;

import io.hybridge.enablement.page.StepActivity.Proof;
import io.hybridge.enablement.run.RunView;
import io.hybridge.enablement.run.RunViews;
import io.hybridge.organization.OrganizationId;
import io.hybridge.run.RunKind;
import io.hybridge.run.StepRuns;
import io.hybridge.run.probe.ProbeResults;
import io.hybridge.step.StepName;

/** Finds what was and is done in a step. */
@Component
class ActivityReader {

	private final StepRuns runs;

	private final RunViews views;

	private final ProbeResults probes;

	ActivityReader(StepRuns runs, RunViews views, ProbeResults probes) {
		this.runs = runs;
		this.views = views;
		this.probes = probes;
	}

	StepActivity of(OrganizationId organization, StepName step) {
		RunView run = newest(organization, step, RunKind.CHECK, RunKind.CHECK_UNDO, RunKind.APPLY, RunKind.UNDO);
		RunView holder = this.runs.holding(organization)
			.filter((other) -> other.step() != step)
			.map(this.views::of)
			.orElse(null);
		Proof proof = (step == StepName.PUSH_PROXY) ? proof(organization) : Proof.NONE;
		return new StepActivity(proof.refusedAfter(run) ? proof.run() : run, holder, proof);
	}

	private Proof proof(OrganizationId organization) {
		RunView run = newest(organization, StepName.PUSH_PROXY, RunKind.VERIFY);
		return new Proof(run, run != null && this.probes.count(organization, run.subject().id()),
				this.probes.newestDeviceTest(organization).orElse(null));
	}

	private RunView newest(OrganizationId organization, StepName step, RunKind... kinds) {
		return this.runs.newest(organization, step, kinds).map(this.views::of).orElse(null);
	}

}
