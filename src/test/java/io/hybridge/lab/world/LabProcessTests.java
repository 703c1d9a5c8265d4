package io.hybridge.lab.world;

import java.io.BufferedReader;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import io.hybridge.HybridgeApplication;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(value = 10, unit = TimeUnit.MINUTES)
class LabProcessTests {

	@TempDir
	private Path path;

	@Test
	void runsAloneAndPrintsOneTable() throws Exception {
		Process lab = start("0");
		try (BufferedReader output = lab.inputReader()) {
			List<String> lines = new ArrayList<>();
			String line = output.readLine();
			while (line != null && !line.startsWith("Codes are entered")) {
				lines.add(line);
				line = output.readLine();
			}
			assertThat(lines).anyMatch((row) -> row.startsWith("Microsoft 365 "))
				.anyMatch((row) -> row.matches("CAS1 +https://\\S+/wsman +\\S+ +\\S+"));
			assertThat(this.path.resolve("lab/control.token")).exists();
		}
		finally {
			lab.destroy();
			assertThat(lab.waitFor(10, TimeUnit.MINUTES)).isTrue();
		}
	}

	@Test
	void endsWithOneSentenceWhenAPortIsInUse() throws Exception {
		try (var taken = new java.net.ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
			Process lab = start(Integer.toString(taken.getLocalPort()));
			List<String> errors = lab.errorReader().readAllLines();
			assertThat(lab.waitFor()).isEqualTo(1);
			assertThat(errors).singleElement().asString().contains("port " + taken.getLocalPort());
		}
	}

	private Process start(String microsoft365Port) throws Exception {
		List<String> command = new ArrayList<>(
				List.of(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java", "-cp",
						System.getProperty("java.class.path"), HybridgeApplication.class.getName(), "lab",
						"--hybridge.data=" + this.path, "--hybridge.lab.ports.microsoft365=" + microsoft365Port));
		for (String name : List.of("control", "sign-in", "ex1", "ex2", "cas1")) {
			command.add("--hybridge.lab.ports." + name + "=0");
		}
		return new ProcessBuilder(command).start();
	}

}
