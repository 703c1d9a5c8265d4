package io.hybridge.enablement;

import java.time.Instant;
import java.util.List;

import io.hybridge.enablement.run.ChangeView;

/**
 * A plan in the reader's words.
 *
 * @param id carried by the form, and nothing else
 * @param undo whether it takes our changes back
 * @param changes in order
 * @param sideEffects what else they bring about
 * @param untouched what stays as it is
 * @param exposure whether the person must accept CVE-2025-53786
 * @param by who had it made
 * @param madeAt when
 * @param validUntil until when it may be applied
 */
record PlanView(long id, boolean undo, List<ChangeView> changes, List<String> sideEffects, List<String> untouched,
		boolean exposure, String by, Instant madeAt, Instant validUntil) {
}
