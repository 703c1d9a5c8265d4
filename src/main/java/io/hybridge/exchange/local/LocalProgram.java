package io.hybridge.exchange.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import io.hybridge.exchange.call.CallProgress;
import io.hybridge.exchange.call.PowerShellCommand;
import io.hybridge.exchange.call.Printed;
import io.hybridge.exchange.call.ProcessRun;
import io.hybridge.remote.RemoteFailure;

/** The operator's PowerShell, started once for each call. */
final class LocalProgram {

	/** What Windows and PowerShell need; the console's own variables may be secrets. */
	private static final Set<String> VARIABLES = Set.of("ALLUSERSPROFILE", "APPDATA", "COMMONPROGRAMFILES",
			"COMPUTERNAME", "COMSPEC", "EXCHANGEINSTALLPATH", "HOME", "HOMEDRIVE", "HOMEPATH", "LANG", "LC_ALL",
			"LOCALAPPDATA", "LOGONSERVER", "NUMBER_OF_PROCESSORS", "OS", "PATH", "PATHEXT", "PROCESSOR_ARCHITECTURE",
			"PROGRAMDATA", "PROGRAMFILES", "PROGRAMW6432", "PSMODULEPATH", "PUBLIC", "SYSTEMDRIVE", "SYSTEMROOT",
			"TEMP", "TMP", "USERDNSDOMAIN", "USERDOMAIN", "USERNAME", "USERPROFILE", "WINDIR");

	/** How long what a process started may still hold its output after its end. */
	private static final int LINGERING_SECONDS = 5;

	private final String path;

	LocalProgram(String path) {
		this.path = path;
	}

	/**
	 * Runs it to its end.
	 * @param input for its standard input
	 * @param progress of the call
	 * @return what it printed
	 * @throws RemoteFailure when it did not start, or not come to its own end
	 */
	Printed run(byte[] input, CallProgress progress) {
		Process process = start(progress);
		ProcessRun run = new ProcessRun(progress);
		CompletableFuture<Void> printed = CompletableFuture.allOf(pump(process.getInputStream(), run.output()),
				pump(process.getErrorStream(), run.errors()));
		process.onExit()
			.thenCompose((ended) -> printed.completeOnTimeout(null, LINGERING_SECONDS, TimeUnit.SECONDS))
			.thenRun(() -> run.ended(process.exitValue()));
		return run.feed(process.getOutputStream(), input, () -> end(process.toHandle()));
	}

	private Process start(CallProgress progress) {
		ProcessBuilder builder = new ProcessBuilder(
				Stream.concat(Stream.of(this.path), PowerShellCommand.arguments().stream()).toList());
		builder.environment().keySet().removeIf((name) -> !VARIABLES.contains(name.toUpperCase(Locale.ROOT)));
		try {
			return builder.start();
		}
		catch (IOException ex) {
			throw RemoteFailure.withoutEffect(progress.server(), "exchange.program-not-started", ex.getMessage())
				.causedBy(ex);
		}
	}

	/** A thread of the system: one that waits for a pipe would hold a virtual one up. */
	private static CompletableFuture<Void> pump(InputStream from, OutputStream to) {
		CompletableFuture<Void> done = new CompletableFuture<>();
		Thread.ofPlatform().daemon().name("local-powershell").start(() -> {
			try (from) {
				from.transferTo(to);
			}
			catch (IOException ex) {
				// The process was ended.
			}
			done.complete(null);
		});
		return done;
	}

	/** Whether it ended with all that it started, which may take a moment. */
	private static boolean end(ProcessHandle process) {
		CompletableFuture<?>[] ends = destroyed(process).map(ProcessHandle::onExit).toArray(CompletableFuture[]::new);
		boolean interrupted = Thread.interrupted();
		try {
			CompletableFuture.allOf(ends).get(LINGERING_SECONDS, TimeUnit.SECONDS);
			return true;
		}
		catch (InterruptedException ex) {
			interrupted = true;
			return false;
		}
		catch (ExecutionException | TimeoutException ex) {
			return false;
		}
		finally {
			if (interrupted) {
				Thread.currentThread().interrupt();
			}
		}
	}

	/** Each before its children, so that it cannot start others meanwhile. */
	private static Stream<ProcessHandle> destroyed(ProcessHandle process) {
		List<ProcessHandle> children = process.children().toList();
		process.destroyForcibly();
		return Stream.concat(Stream.of(process), children.stream().flatMap(LocalProgram::destroyed).toList().stream());
	}

}
