package io.hybridge.enablement;

import java.time.Instant;
import java.util.List;

import io.hybridge.enablement.run.RunView;
import io.hybridge.organization.Organization;
import io.hybridge.run.RunState;
import io.hybridge.run.plan.StepStatus;
import io.hybridge.run.probe.ProbeResults.DeviceTested;
import io.hybridge.step.Examination.Candidate;
import io.hybridge.step.FindingLevel;
import io.hybridge.step.StepName;
import io.hybridge.web.RailStep;

/**
 * The page of one step.
 *
 * @param organization whose
 * @param step which
 * @param rail the four steps
 * @param status how this step stands
 * @param takenAt when the shown findings were seen, or null when never
 * @param findings worst first
 * @param candidates certificates to choose from, may be empty
 * @param plannable whether the findings let a plan be made
 * @param plan the plan that may be applied, or null
 * @param run the run to watch or the newest one that changed something, or null
 * @param verification the newest probe run, or null
 * @param youngerThanChanges whether nothing was changed after that probe
 * @param deviceTest the newest device test, or null
 * @param undoable whether there are changes of ours to take back
 * @param holder a run of another step that holds the organization, or null
 */
record StepView(Organization organization, StepName step, List<RailStep> rail, StepStatus status, Instant takenAt,
		List<FindingView> findings, List<Candidate> candidates, boolean plannable, PlanView plan, RunView run,
		RunView verification, boolean youngerThanChanges, DeviceTested deviceTest, boolean undoable, RunView holder) {

	public List<FindingView> stopping() {
		return this.findings.stream().filter(FindingView::stops).filter((finding) -> finding.title() != null).toList();
	}

	public long differences() {
		return this.findings.stream().filter((finding) -> finding.verdict() == FindingLevel.DIFFERS).count();
	}

	public boolean busy() {
		return this.run != null && !this.run.ended();
	}

	public boolean verifying() {
		return this.verification != null && !this.verification.ended();
	}

	/** Whether this step ever changes anything. */
	public boolean changing() {
		return this.step == StepName.OAUTH || this.step == StepName.PUSH_PROXY;
	}

	/** Whether somebody looked and found nothing to do. */
	public boolean fine() {
		return this.takenAt != null && this.plannable && this.plan == null && differences() == 0;
	}

	/** Whether the newest run is one that was to change something, and has ended. */
	public boolean changed() {
		return this.run != null && this.run.ended() && this.run.kind().changes();
	}

	/** Whether a person must read how the last run ended before anything else. */
	public boolean troubled() {
		return changed() && !this.run.smooth();
	}

	/**
	 * Whether the findings are older than the end of a run that stopped before it could
	 * look again.
	 */
	public boolean overtaken() {
		return troubled() && this.run.state() != RunState.STALE && this.takenAt != null
				&& !this.takenAt.isAfter(this.run.endedAt());
	}

	/** Whether the findings decide nothing any more and fit into one line. */
	public boolean settled() {
		return stopping().isEmpty() && (this.plan != null || fine() && (changed() || this.step == StepName.PUSH_PROXY));
	}

	/**
	 * Whether the push proxy is on and can prove itself, or has just shown why it cannot.
	 */
	public boolean proving() {
		return this.step == StepName.PUSH_PROXY && (fine() || this.youngerThanChanges);
	}

}
