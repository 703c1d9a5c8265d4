package io.hybridge.run.status;

import java.time.Instant;

import io.hybridge.organization.OrganizationId;
import io.hybridge.step.StepName;
import io.hybridge.step.examination.StepState;
import io.hybridge.web.text.StoredMessage;

/**
 * How one step of one organization stood when it was last looked at.
 *
 * @param state how it stands
 * @param reason one sentence why
 * @param checkedAt when it was looked at, or null when never
 * @param certificateExpires end of the auth certificate, or null when not known
 * @param changedAt when the product last changed something in this step, or null
 * @param changedBy who did, or null
 * @param runningRun the run that is working on it now, or null
 */
public record StepStatus(OrganizationId organization, StepName step, StepState state, StoredMessage reason,
		Instant checkedAt, Instant certificateExpires, Instant changedAt, String changedBy, Long runningRun) {
}
