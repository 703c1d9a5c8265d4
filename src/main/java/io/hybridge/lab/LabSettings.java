package io.hybridge.lab;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the lab is and how it behaves.
 *
 * @param enabled whether it runs inside the console
 * @param folder where it keeps what must survive it
 * @param control address of the control endpoint of a lab that runs elsewhere on this
 * machine
 * @param ports on loopback
 * @param powershell a PowerShell engine of this machine that runs the scripts, or null
 * for the built-in one
 * @param healthManagerWait how long a restarted health manager needs before its probes
 * work
 */
@Validated
@ConfigurationProperties("hybridge.lab")
public record LabSettings(@DefaultValue("true") boolean enabled, @DefaultValue("./data/lab") @NotNull Path folder,
		URI control, @DefaultValue @Valid Ports ports, Path powershell,
		@DefaultValue("10s") @NotNull Duration healthManagerWait) {

	/**
	 * The lab's ports; 0 takes a free one.
	 *
	 * @param control of the control endpoint
	 * @param microsoft365 of the tenant
	 * @param signIn of the page where codes are entered
	 * @param ex1 of WinRM on EX1
	 * @param ex2 of WinRM on EX2
	 * @param cas1 of WinRM on CAS1
	 */
	public record Ports(@DefaultValue("9440") @Min(0) @Max(65_535) int control,
			@DefaultValue("9443") @Min(0) @Max(65_535) int microsoft365,
			@DefaultValue("9444") @Min(0) @Max(65_535) int signIn, @DefaultValue("9451") @Min(0) @Max(65_535) int ex1,
			@DefaultValue("9452") @Min(0) @Max(65_535) int ex2, @DefaultValue("9453") @Min(0) @Max(65_535) int cas1) {

		public int of(String server) {
			return switch (server.toLowerCase(Locale.ROOT)) {
				case "ex1" -> this.ex1;
				case "ex2" -> this.ex2;
				case "cas1" -> this.cas1;
				default -> 0;
			};
		}

	}

}
