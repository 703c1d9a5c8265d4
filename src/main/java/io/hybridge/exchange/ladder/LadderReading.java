package io.hybridge.exchange.ladder;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.hybridge.exchange.ladder.RungReading.State;

/**
 * What one climb came to.
 *
 * @param at when it ended
 * @param rungs from below
 * @param servers names of the Exchange servers that the organization listed, where it was
 * asked
 */
public record LadderReading(Instant at, List<RungReading> rungs, List<String> servers) {

	/** The lowest rung that does not hold, or is not known to: the one to look at. */
	public Optional<RungReading> firstFailed() {
		return this.rungs.stream()
			.filter((reading) -> reading.state() == State.FAILED || reading.state() == State.UNKNOWN)
			.findFirst();
	}

	/** Whether a script can do here all that the product needs. */
	public boolean holds() {
		return this.rungs.stream().allMatch((reading) -> reading.state() == State.HOLDS);
	}

}
