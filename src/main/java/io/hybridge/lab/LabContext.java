package io.hybridge.lab;

import java.time.Clock;

/**
 * What both halves of the lab's world stand on.
 *
 * @param folder where everything lies that must survive
 * @param ledger every effect that happened
 * @param faults what goes wrong on purpose
 * @param traits how it answers otherwise than usual
 * @param authority who vouches for the servers
 * @param clock the world's time
 */
public record LabContext(LabFolder folder, Ledger ledger, FaultInjection faults, Traits traits, LabAuthority authority,
		Clock clock) {
}
