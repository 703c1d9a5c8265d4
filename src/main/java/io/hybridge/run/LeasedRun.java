package io.hybridge.run;

/**
 * A run together with the lease that lets it change its organization.
 *
 * @param run which
 * @param token fencing token of the lease
 */
public record LeasedRun(StepRun run, long token) {
}
