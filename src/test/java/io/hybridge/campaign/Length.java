package io.hybridge.campaign;

import java.time.Duration;
import java.time.Instant;

/**
 * How long a campaign is: a short one is part of the suite, a long one is asked for by
 * {@code -Dcampaign.kills}, and ends after {@code -Dcampaign.minutes} at the latest.
 *
 * @param kills how many consoles are to die
 * @param minutes how long it may take
 * @param begun when it began
 */
record Length(int kills, int minutes, Instant begun) {

	private static final int SHORT = 100;

	static Length asked() {
		return new Length(Integer.getInteger("campaign.kills", SHORT), Integer.getInteger("campaign.minutes", 600),
				Instant.now());
	}

	boolean isLong() {
		return this.kills > SHORT;
	}

	boolean reached(int died) {
		return died >= this.kills || took().toMinutes() >= this.minutes;
	}

	Duration took() {
		return Duration.between(this.begun, Instant.now());
	}

}
