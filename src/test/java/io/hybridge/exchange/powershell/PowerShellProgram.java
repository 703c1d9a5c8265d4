package io.hybridge.exchange.powershell;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Assumptions;

import static org.assertj.core.api.Assertions.assertThat;

/** The PowerShell engine that the tests run real scripts on. */
public final class PowerShellProgram {

	private PowerShellProgram() {
	}

	public static void require() {
		boolean there = Files.isExecutable(path());
		if (Boolean.getBoolean("powershell.required")) {
			assertThat(there).as("There is no PowerShell engine at " + path()).isTrue();
		}
		Assumptions.assumeTrue(there, () -> "There is no PowerShell engine at " + path());
	}

	public static String run(String input, String... arguments) throws IOException {
		List<String> command = new ArrayList<>(List.of(path().toString(), "-NoProfile", "-NonInteractive"));
		command.addAll(List.of(arguments));
		Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		CompletableFuture<String> output = CompletableFuture.supplyAsync(() -> {
			try {
				return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			}
			catch (IOException ex) {
				throw new java.io.UncheckedIOException(ex);
			}
		});
		try (var stream = process.getOutputStream()) {
			stream.write(input.getBytes(StandardCharsets.US_ASCII));
		}
		try {
			return output.get(120, TimeUnit.SECONDS);
		}
		catch (Exception ex) {
			throw new IOException("The engine did not end", ex);
		}
		finally {
			process.destroyForcibly();
		}
	}

	private static Path path() {
		return Path.of(System.getProperty("powershell.path", "../shared/tools/pwsh/pwsh")).toAbsolutePath().normalize();
	}

}
