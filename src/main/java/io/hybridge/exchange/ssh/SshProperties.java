package io.hybridge.exchange.ssh;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How many servers are talked to at a time over SSH.
 *
 * @param simultaneousCalls at most, on this node
 * @param keptServers servers to which a connection is kept open
 */
@Validated
@ConfigurationProperties("hybridge.ssh")
record SshProperties(@DefaultValue("200") @Min(1) @Max(2000) int simultaneousCalls,
		@DefaultValue("200") @Min(1) @Max(5000) int keptServers) {
}
