package io.hybridge.security.session;

import java.time.Duration;

import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long a session lasts.
 *
 * @param idle after the last request
 * @param absolute after its beginning, however much it is used
 */
@Validated
@ConfigurationProperties("hybridge.security.session")
public record SessionSettings(@DefaultValue("30m") @DurationMin(minutes = 1) @DurationMax(hours = 8) Duration idle,
		@DefaultValue("8h") @DurationMin(minutes = 1) @DurationMax(hours = 24) Duration absolute) {
}
