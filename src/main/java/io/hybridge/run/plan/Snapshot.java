package io.hybridge.run.plan;

import java.time.Instant;

import io.hybridge.step.examination.Examination;

/**
 * What a step looked like at a moment.
 *
 * @param id its row
 * @param runId the check that took it
 * @param takenAt when
 * @param examination findings and changes
 */
public record Snapshot(long id, long runId, Instant takenAt, Examination examination) {
}
