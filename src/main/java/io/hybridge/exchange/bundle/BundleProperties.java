package io.hybridge.exchange.bundle;

import java.time.Duration;

import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How bundles are made.
 *
 * @param validity how long a bundle may begin a change
 */
@Validated
@ConfigurationProperties("hybridge.bundle")
record BundleProperties(@NotNull @DefaultValue("8h") Duration validity) {

}
