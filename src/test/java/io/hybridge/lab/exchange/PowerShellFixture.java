package io.hybridge.lab.exchange;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Assumptions;

import static org.assertj.core.api.Assertions.assertThat;

/** The PowerShell engine of this machine, if there is one. */
public final class PowerShellFixture {

	private static final Path PATH = Path.of(System.getProperty("powershell.path", "../shared/tools/pwsh/pwsh"));

	private PowerShellFixture() {
	}

	/** Skips the test where there is no engine, and fails it where one is required. */
	public static Path required() {
		boolean there = Files.isExecutable(PATH);
		if (Boolean.getBoolean("powershell.required")) {
			assertThat(there).as("a PowerShell engine at " + PATH).isTrue();
		}
		Assumptions.assumeTrue(there, () -> "There is no PowerShell engine at " + PATH);
		return PATH;
	}

}
