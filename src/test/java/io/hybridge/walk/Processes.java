package io.hybridge.walk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The packaged console and the lab, each in a process of its own. */
final class Processes implements AutoCloseable {

	private final Path folder;

	private final int port = freePort();

	private final int[] labPorts = { freePort(), freePort(), freePort(), freePort(), freePort(), freePort() };

	private final List<String> settings;

	private Process lab;

	private Process console;

	Processes(Path folder, String... settings) {
		this.folder = folder;
		this.settings = List.of(settings);
	}

	/** The lab's Microsoft 365 listens where the real one does. */
	Processes withMicrosoft365At(int port) {
		this.labPorts[1] = port;
		return this;
	}

	/** A console without a lab. */
	void startConsoleAlone(List<String> runtime, String... settings) {
		List<String> arguments = new ArrayList<>(List.of("--server.port=" + this.port,
				"--hybridge.data=" + this.folder.resolve("data"), "--hybridge.lab.enabled=false"));
		arguments.addAll(List.of(settings));
		startConsole(runtime, arguments);
	}

	URI consoleAddress() {
		return URI.create("http://127.0.0.1:" + this.port);
	}

	URI labControl() {
		return URI.create("http://127.0.0.1:" + this.labPorts[0]);
	}

	Path labFolder() {
		return this.folder.resolve("lab");
	}

	void startLab() {
		String[] names = { "control", "microsoft365", "sign-in", "ex1", "ex2", "cas1" };
		List<String> arguments = new ArrayList<>(List.of("lab", "--hybridge.lab.folder=" + labFolder()));
		for (int i = 0; i < names.length; i++) {
			arguments.add("--hybridge.lab.ports." + names[i] + "=" + this.labPorts[i]);
		}
		arguments.add("--hybridge.lab.health-manager-wait=2s");
		this.lab = start("lab.log", List.of(), arguments);
		Patience.until("the lab's table", () -> read("lab.log"), (log) -> log.contains("/wsman"));
	}

	void startConsole() {
		List<String> arguments = new ArrayList<>(List.of("--server.port=" + this.port,
				"--hybridge.data=" + this.folder.resolve("data"), "--hybridge.lab.enabled=false",
				"--hybridge.lab.control=" + labControl(), "--hybridge.lab.folder=" + labFolder(),
				"--hybridge.enablement.lab-probe-wait=40s", "--hybridge.enablement.call-deadline=30s"));
		arguments.addAll(this.settings);
		startConsole(List.of(), arguments);
	}

	private void startConsole(List<String> runtime, List<String> arguments) {
		this.console = start("console.log", runtime, arguments);
		Patience.until("the console", this::answers, Boolean::booleanValue, () -> read("console.log"));
	}

	/** Ends the console as a power cut would: SIGKILL, nothing is tidied up. */
	int kill() {
		try {
			this.console.destroyForcibly();
			return this.console.waitFor();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	String setupCode() {
		try {
			return Files.readString(this.folder.resolve("data/setup-code")).strip();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		for (Process process : new Process[] { this.console, this.lab }) {
			if (process != null && process.isAlive()) {
				process.destroy();
				try {
					if (!process.waitFor(20, TimeUnit.SECONDS)) {
						process.destroyForcibly().waitFor();
					}
				}
				catch (InterruptedException ex) {
					Thread.currentThread().interrupt();
				}
			}
		}
	}

	String read(String log) {
		try {
			Path file = this.folder.resolve(log);
			return Files.exists(file) ? Files.readString(file) : "";
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private boolean answers() {
		if (!this.console.isAlive()) {
			throw new AssertionError("The console ended:\n" + read("console.log"));
		}
		try {
			return new Visitor(consoleAddress()).open("/sign-in").select("main").size() == 1;
		}
		catch (UncheckedIOException ex) {
			return false;
		}
	}

	private Process start(String log, List<String> runtime, List<String> arguments) {
		try {
			List<String> command = new ArrayList<>(
					List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m",
							"-XX:TieredStopAtLevel=1"));
			command.addAll(runtime);
			command.addAll(List.of("-jar", System.getProperty("hybridge.jar")));
			command.addAll(arguments);
			return new ProcessBuilder(command).redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.appendTo(this.folder.resolve(log).toFile()))
				.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static int freePort() {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
