package io.hybridge.security.address;

import java.net.URI;
import java.util.List;

import jakarta.validation.constraints.Pattern;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How people come in.
 *
 * @param address under which people reach this console, for instance
 * {@code https://hybridge.fabrikam.com}; links in invitations use it and never what a
 * request claims. Without it, http on this machine.
 * @param hosts further names under which the console answers, besides that of the address
 * and those of this machine's loopback
 * @param proxies IP addresses from which forwarded headers count
 */
@Validated
@ConfigurationProperties("hybridge.security")
record SecuritySettings(URI address, @DefaultValue List<String> hosts,
		@DefaultValue List<@Pattern(regexp = "[0-9a-fA-F:.]+", message = "must be an IP address") String> proxies) {
}
