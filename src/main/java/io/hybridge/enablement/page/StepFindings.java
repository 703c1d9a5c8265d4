package io.hybridge.enablement.page;

import org.springframework.stereotype.Component;

import io.hybridge.organization.OrganizationId;
import io.hybridge.run.plan.Snapshots;
import io.hybridge.step.StepName;
import io.hybridge.web.text.MessageRenderer;

/** What was seen of a step last, in the reader's words. */
@Component
class StepFindings {

	private final Snapshots snapshots;

	private final MessageRenderer texts;

	StepFindings(Snapshots snapshots, MessageRenderer texts) {
		this.snapshots = snapshots;
		this.texts = texts;
	}

	LastLook of(OrganizationId organization, StepName step) {
		return this.snapshots.newest(organization, step)
			.map((snapshot) -> LastLook.of(snapshot.takenAt(), snapshot.examination(), this.texts))
			.orElse(LastLook.NEVER);
	}

}
