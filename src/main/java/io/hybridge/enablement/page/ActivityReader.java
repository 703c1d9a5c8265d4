package io.hybridge.enablement.page;

import java.util.Optional;
import java.util.OptionalLong;

import org.springframework.stereotype.Component;

import io.hybridge.enablement.page.StepActivity.Proof;
import io.hybridge.enablement.run.RunView;
import io.hybridge.enablement.run.RunViews;
import io.hybridge.organization.OrganizationId;
import io.hybridge.run.RunKind;
import io.hybridge.run.StepRun;
import io.hybridge.run.StepRuns;
import io.hybridge.run.probe.ProbeResults;
import io.hybridge.run.status.TakenBack;
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
		Optional<StepRun> newest = this.runs.newest(organization, step, RunKind.CHECK, RunKind.CHECK_UNDO,
				RunKind.APPLY, RunKind.UNDO);
		RunView run = newest.map(this.views::of).orElse(null);
		boolean again = newest.filter(StepRun::isAgain).isPresent();
		RunView holder = this.runs.holding(organization)
			.filter((other) -> other.step() != step)
			.map(this.views::of)
			.orElse(null);
		if (step != StepName.PUSH_PROXY) {
			return new StepActivity(run, holder, Proof.NONE, null, again);
		}
		RunView verification = newest(organization, step, RunKind.VERIFY);
		boolean refused = verification != null && verification.refusedAfter(run);
		return new StepActivity(refused ? verification : run, holder,
				proof(organization, round(organization, verification)), null, again);
	}

	RunView run(TakenBack undo) {
		return (undo != null) ? this.views.of(this.runs.require(undo.run())) : null;
	}

	/** One that ended before it probed tells nothing of what an earlier one proved. */
	private RunView round(OrganizationId organization, RunView newest) {
		if (newest == null || !newest.ended() || !newest.probes().isEmpty()) {
			return newest;
		}
		OptionalLong probed = this.probes.newestRound(organization);
		return probed.isPresent() ? this.views.of(this.runs.require(probed.getAsLong())) : newest;
	}

	private Proof proof(OrganizationId organization, RunView run) {
		return new Proof(run, run != null && this.probes.count(organization, run.subject().id()),
				this.probes.newestDeviceTest(organization).orElse(null));
	}

	private RunView newest(OrganizationId organization, StepName step, RunKind... kinds) {
		return this.runs.newest(organization, step, kinds).map(this.views::of).orElse(null);
	}

}
