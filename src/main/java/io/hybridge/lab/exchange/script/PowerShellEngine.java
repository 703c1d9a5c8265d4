package io.hybridge.lab.exchange.script;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.hybridge.lab.exchange.LabExchange;
import io.hybridge.lab.exchange.cmdlet.ManagementShell;
import io.hybridge.lab.exchange.state.FabrikamExchange;

/**
 * Runs the catalogue's scripts on a real PowerShell engine, with stub cmdlets that ask
 * the lab's Exchange organization.
 */
public final class PowerShellEngine implements ScriptEngine, AutoCloseable {

	private static final Duration LONGEST = Duration.ofMinutes(3);

	private final LabExchange exchange;

	private final Path pwsh;

	private final String stubs = stubs();

	private final CmdletEndpoint endpoint = new CmdletEndpoint();

	/**
	 * Uses an engine of this machine.
	 * @param pwsh the executable
	 */
	public PowerShellEngine(LabExchange exchange, Path pwsh) {
		this.exchange = exchange;
		this.pwsh = pwsh;
	}

	@Override
	public Printed run(Call call) {
		return run(call.server(), call.sent().command(), call.sent().input(), Map.of());
	}

	/**
	 * Runs the file that a person took away, in an Exchange Management Shell: all
	 * commands are there from the beginning.
	 * @param server on which it runs
	 * @param file as downloaded
	 * @param environment more variables
	 * @return what it printed
	 */
	Printed runInShell(String server, Path file, Map<String, String> environment) {
		String path = file.toAbsolutePath().toString().replace("'", "''");
		return run(server, "Import-PSSession\n& '" + path + "'\n", new byte[0], environment);
	}

	private Printed run(String server, String text, byte[] input, Map<String, String> environment) {
		ManagementShell shell = ManagementShell.on(this.exchange, server);
		String token = this.endpoint.admit(shell);
		try {
			return printed(start(shell, token, text, environment), input);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The PowerShell engine does not start", ex);
		}
		finally {
			this.endpoint.dismiss(token);
		}
	}

	private Process start(ManagementShell shell, String token, String text, Map<String, String> more)
			throws IOException {
		String command = Base64.getEncoder().encodeToString((this.stubs + text).getBytes(StandardCharsets.UTF_16LE));
		ProcessBuilder builder = new ProcessBuilder(this.pwsh.toString(), "-NoProfile", "-NonInteractive",
				"-ExecutionPolicy", "Bypass", "-OutputFormat", "Text", "-Culture", shell.state().culture(),
				"-EncodedCommand", command);
		Map<String, String> environment = builder.environment();
		environment.put("COMPUTERNAME", shell.localServer().name());
		environment.put("USERDNSDOMAIN", FabrikamExchange.DOMAIN.toUpperCase(Locale.ROOT));
		environment.put("HYBRIDGE_LAB_PORT", Integer.toString(this.endpoint.port()));
		environment.put("HYBRIDGE_LAB_TOKEN", token);
		environment.put("HYBRIDGE_LAB_COMMANDS", String.join(",", shell.commands()));
		environment.putAll(more);
		return builder.start();
	}

	private static Printed printed(Process process, byte[] input) throws IOException {
		CompletableFuture<String> output = CompletableFuture.supplyAsync(() -> read(process.getInputStream()),
				Thread::startVirtualThread);
		CompletableFuture<String> errors = CompletableFuture.supplyAsync(() -> read(process.getErrorStream()),
				Thread::startVirtualThread);
		try (var stdin = process.getOutputStream()) {
			stdin.write(input);
		}
		try {
			if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
				process.destroyForcibly();
			}
			return new Printed(output.join(), errors.join(), process.waitFor());
		}
		catch (InterruptedException ex) {
			process.destroyForcibly();
			Thread.currentThread().interrupt();
			throw new IOException("The run was ended", ex);
		}
	}

	private static String read(InputStream stream) {
		try (stream) {
			return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String stubs() {
		try (InputStream stream = PowerShellEngine.class.getResourceAsStream("/lab/ExchangeStubs.ps1")) {
			return new String(stream.readAllBytes(), StandardCharsets.UTF_8) + "\n";
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		this.endpoint.close();
	}

}
