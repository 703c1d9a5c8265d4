package io.hybridge.enablement;

import java.time.Instant;

import io.hybridge.enablement.steps.Examination;

/**
 * What a step looked like at a moment.
 *
 * @param id its row
 * @param runId the check that took it
 * @param takenAt when
 * @param examination findings and changes
 */
record Snapshot(long id, long runId, Instant takenAt, Examination examination) {
}
