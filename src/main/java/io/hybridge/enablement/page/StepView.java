package io.hybridge.enablement.page;

import java.time.Instant;
import java.util.List;

import io.hybridge.enablement.run.RunView;
import io.hybridge.run.status.StepStatus;
import io.hybridge.web.PageScope;
import io.hybridge.web.RailStep;

/**
 * The page of one step.
 *
 * @param head which step of which organization
 * @param status how it stands, in the words that every page has for it
 * @param rail the four steps
 * @param stages its parts from top to bottom
 * @param leader the one of them that has the main button, or null
 * @param underway the run that is worked on now, or null
 * @param takenAt when the step was looked at last, or null when never
 */
public record StepView(StepHead head, StepStatus status, List<RailStep> rail, List<StepStage> stages, StepStage leader,
		RunView underway, Instant takenAt) {

	public PageScope scope() {
		return this.head.scope();
	}

	/** Whether a run works on the step, so that nothing else is shown. */
	public boolean busy() {
		return this.stages.getFirst() instanceof StepStage.Working;
	}

}
