package io.hybridge.run;

/**
 * A run together with the lease that lets it change its organization.
 *
 * @param run what it was asked to do
 * @param token fencing token of the lease
 */
public record LeasedRun(RunRequest run, long token) {
}
