package io.hybridge.exchange.local;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * PowerShell on the console's own server. Only the operator says what is started; no page
 * does.
 *
 * @param powershell program that is started, by name or by path
 * @param simultaneousCalls processes at the same time
 */
@Validated
@ConfigurationProperties("hybridge.local")
record LocalProperties(@DefaultValue("powershell.exe") @NotBlank @Pattern(regexp = "\\P{Cntrl}*") String powershell,
		@DefaultValue("4") @Min(1) @Max(64) int simultaneousCalls) {
}
