package io.hybridge.monitoring;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * From when on something is worth a word.
 *
 * @param oldAfter age from which what was seen is called old
 * @param expiresSoon how long before its end the auth certificate needs attention
 */
@Validated
@ConfigurationProperties("hybridge.monitoring")
record MonitoringSettings(@DefaultValue("24h") Duration oldAfter, @DefaultValue("30d") Duration expiresSoon) {
}
