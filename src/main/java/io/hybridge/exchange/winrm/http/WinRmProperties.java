package io.hybridge.exchange.winrm.http;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How many servers are talked to at a time.
 *
 * @param simultaneousCalls at most, on this node
 * @param keptServers servers whose connections are kept ready; more than simultaneous
 * calls
 */
@Validated
@ConfigurationProperties("hybridge.winrm")
record WinRmProperties(@DefaultValue("500") @Min(1) @Max(2000) int simultaneousCalls,
		@DefaultValue("1000") @Min(1) @Max(5000) int keptServers) {
}
