package io.hybridge.exchange.powershell;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long Exchange may take, and how many servers are asked at once.
 *
 * @param openingDeadline for the opening of the Exchange session, beside the time of what
 * follows in it; a loaded server takes up to a minute
 * @param callDeadline for a question or a change
 * @param restartDeadline for a restart of the health manager
 * @param probeDeadline for a probe
 * @param parallelCalls servers asked at the same time
 */
@Validated
@ConfigurationProperties("hybridge.exchange")
record ExchangeSettings(@NotNull @DefaultValue("60s") Duration openingDeadline,
		@NotNull @DefaultValue("30s") Duration callDeadline, @NotNull @DefaultValue("60s") Duration restartDeadline,
		@NotNull @DefaultValue("90s") Duration probeDeadline, @Min(1) @Max(256) @DefaultValue("32") int parallelCalls) {

}
