package io.hybridge.enablement;

import java.time.Instant;
import java.util.List;

import io.hybridge.enablement.Proofs.DeviceTested;
import io.hybridge.enablement.steps.Examination.Candidate;
import io.hybridge.organization.Organization;
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
 * @param differences how many changes would bring what is wanted
 * @param plannable whether the findings let a plan be made
 * @param plan the plan that may be applied, or null
 * @param run the run to watch or the newest one that changed something, or null
 * @param verification the newest probe run, or null
 * @param deviceTest the newest device test, or null
 * @param undoable whether there are changes of ours to take back
 * @param holder a run of another step that holds the organization, or null
 */
record StepView(Organization organization, StepName step, List<RailStep> rail, StepStatus status, Instant takenAt,
		List<FindingView> findings, List<Candidate> candidates, int differences, boolean plannable, PlanView plan,
		RunView run, RunView verification, DeviceTested deviceTest, boolean undoable, RunView holder) {

	public List<FindingView> stopping() {
		return this.findings.stream().filter(FindingView::stops).filter((finding) -> finding.title() != null).toList();
	}

	public boolean busy() {
		return this.run != null && !this.run.ended();
	}

	public boolean verifying() {
		return this.verification != null && !this.verification.ended();
	}

	/** Whether the last look found everything as wanted. */
	public boolean healthy() {
		return this.takenAt != null && this.plannable && this.differences == 0;
	}

	/** Whether there is something to do that no valid plan stands for. */
	public boolean unplanned() {
		return this.takenAt != null && this.plannable && this.differences > 0 && this.plan == null;
	}

	/** Whether the changes are made and the push proxy waits to be proved. */
	public boolean provable() {
		return this.step == StepName.PUSH_PROXY && healthy();
	}

}
