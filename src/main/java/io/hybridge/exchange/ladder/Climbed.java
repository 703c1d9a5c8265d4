package io.hybridge.exchange.ladder;

import java.util.Optional;

import io.hybridge.organization.OrganizationId;

/**
 * What is known of the ladder to a server is another thing than before; published in the
 * transaction that keeps it.
 *
 * @param organization whose
 * @param server its name
 * @param reading what the last climb came to, or null where none counts
 */
public record Climbed(OrganizationId organization, String server, LadderReading reading) {

	/** The rung to mend, if there is one. */
	public Optional<RungReading> broken() {
		return Optional.ofNullable(this.reading).flatMap(LadderReading::firstFailed);
	}

}
