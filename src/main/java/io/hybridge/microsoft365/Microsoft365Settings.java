package io.hybridge.microsoft365;

import java.time.Duration;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How the console talks to Microsoft 365.
 *
 * @param clientId application id of the administrator's own app registration, empty until
 * there is one
 * @param connectTimeout how long a connection may take
 * @param readTimeout how long an answer may take
 * @param writeTimeout the same for a change, which nothing but its end keeps from coming
 * late
 * @param retryReads how long a read is tried again when Microsoft asks to wait
 * @param keepSignIn how long a token is kept at most
 * @param largestAnswer the longest answer that is read
 */
@Validated
@ConfigurationProperties("hybridge.microsoft365")
public record Microsoft365Settings(
		@DefaultValue("") @NotNull @Pattern(regexp = "|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}",
				message = "must be the application id of an app registration, a GUID") String clientId,
		@DefaultValue("10s") @DurationMin(millis = 100) @DurationMax(minutes = 2) Duration connectTimeout,
		@DefaultValue("30s") @DurationMin(millis = 100) @DurationMax(minutes = 5) Duration readTimeout,
		@DefaultValue("15s") @DurationMin(millis = 100) @DurationMax(minutes = 1) Duration writeTimeout,
		@DefaultValue("45s") @DurationMin(seconds = 0) @DurationMax(minutes = 10) Duration retryReads,
		@DefaultValue("8h") @DurationMin(minutes = 1) @DurationMax(hours = 8) Duration keepSignIn,
		@DefaultValue("4MB") @NotNull DataSize largestAnswer) {
}
