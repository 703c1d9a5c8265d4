package io.hybridge.run;

import java.time.Duration;

import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

import io.hybridge.organization.Environment;

/**
 * How long things last.
 *
 * @param planValidity how long a plan may be applied
 * @param callDeadline how long a remote change may be under way: not less than what the
 * port to Exchange gives the opening of a session and the longest change together
 * @param firstLook how long after a lost answer the first look is
 * @param longestPause the longest pause between two looks
 * @param tenantSettle how long a change in Microsoft 365 may need to become visible
 * @param exchangeSettle how long a change in Exchange may need to become visible on every
 * domain controller of the site
 * @param certificateSpread how long Exchange may need to hand the auth certificate on to
 * a server
 * @param probeWait wait between the restart of the health manager and the probe
 * @param labProbeWait the same in the lab
 * @param attempts how often a change that is proved not done is tried again
 */
@Validated
@ConfigurationProperties("hybridge.enablement")
public record EnablementSettings(@DefaultValue("30m") Duration planValidity,
		@DefaultValue("150s") Duration callDeadline, @DefaultValue("3s") Duration firstLook,
		@DefaultValue("60s") Duration longestPause, @DefaultValue("10m") Duration tenantSettle,
		@DefaultValue("5m") Duration exchangeSettle, @DefaultValue("24h") Duration certificateSpread,
		@DefaultValue("120s") Duration probeWait, @DefaultValue("15s") Duration labProbeWait,
		@DefaultValue("3") @Min(1) int attempts) {

	public Duration probeWait(Environment environment) {
		return (environment == Environment.LAB) ? this.labProbeWait : this.probeWait;
	}

	/**
	 * The pause before the next look, growing with every look.
	 * @param looks how many there were
	 * @return the pause
	 */
	public Duration pause(int looks) {
		Duration pause = this.firstLook.multipliedBy(1L << Math.min(looks, 10));
		return (pause.compareTo(this.longestPause) < 0) ? pause : this.longestPause;
	}

}
