package io.hybridge.enablement;

/**
 * A run together with the lease that lets it change its organization.
 *
 * @param run which
 * @param token fencing token of the lease
 */
record Held(StepRun run, long token) {
}
