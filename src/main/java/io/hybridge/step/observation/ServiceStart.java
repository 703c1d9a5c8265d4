package io.hybridge.step.observation;

import java.time.Instant;
import java.util.Optional;

/**
 * Since when a service runs.
 *
 * @param at by its server's clock, or empty when it does not run
 */
public record ServiceStart(Optional<Instant> at) {
}
