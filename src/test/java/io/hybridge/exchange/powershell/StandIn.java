package io.hybridge.exchange.powershell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A program in PowerShell's place that writes down what reaches it and does what the test
 * says.
 */
public final class StandIn implements AutoCloseable {

	private static final String PROGRAM = """
			#!/usr/bin/python3
			import base64, json, os, signal, subprocess, sys, time
			folder = os.path.dirname(os.path.abspath(__file__))
			with open(folder + '/mode') as file:
			    mode = file.read()
			if mode == 'deaf':
			    time.sleep(100000)
			call = json.loads(sys.stdin.buffer.read())
			text = lambda part: base64.b64decode(call[part]).decode()
			child = subprocess.Popen(['sleep', '100000']) if mode == 'hangs' else None
			seen = dict(script=call['script'], opening=text('opening'), arguments=text('arguments'),
			            session=text('session'), line=sys.argv[1:], environment=dict(os.environ),
			            pids=[os.getpid()] + ([child.pid] if child else []))
			name = '%s/calls/%d-%d' % (folder, time.time_ns(), os.getpid())
			with open(name + '.part', 'w') as file:
			    json.dump(seen, file)
			os.rename(name + '.part', name)
			if mode == 'hangs':
			    time.sleep(100000)
			if mode == 'drips':
			    while True:
			        sys.stdout.write('.')
			        sys.stdout.flush()
			        time.sleep(0.05)
			if mode == 'dies':
			    os.kill(os.getpid(), signal.SIGKILL)
			if mode.startswith('dies after'):
			    with open(folder + '/output', 'rb') as file:
			        os.write(1, file.read(int(mode.split()[2])))
			    os.kill(os.getpid(), signal.SIGKILL)
			for name, stream in (('output', sys.stdout), ('errors', sys.stderr)):
			    with open(folder + '/' + name, 'rb') as file:
			        stream.buffer.write(file.read())
			    stream.flush()
			if mode == 'leaves':
			    subprocess.Popen(['sleep', '60'])
			""";

	private final Path folder;

	/**
	 * Puts the program in a folder of its own.
	 * @param folder empty
	 */
	public StandIn(Path folder) {
		this.folder = folder;
		try {
			Files.createDirectory(folder.resolve("calls"));
			Files.writeString(program(), PROGRAM);
			Files.setPosixFilePermissions(program(), PosixFilePermissions.fromString("rwxr-xr-x"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		answers("{\"ok\":true}");
	}

	public Path folder() {
		return this.folder;
	}

	public Path program() {
		return this.folder.resolve("powershell.exe");
	}

	public void answers(String json) {
		prints("noise before\r\n" + AnswerLine.of(json) + "\r\n", "a warning");
	}

	public void prints(String output, String errors) {
		write("output", output);
		write("errors", errors);
		does("prints");
	}

	/**
	 * What it does with the next calls.
	 * @param mode {@code prints}; {@code hangs}, with a child; {@code drips};
	 * {@code dies} after it has the input, {@code dies after} so many bytes that it
	 * printed; {@code deaf}, without ever reading it; {@code leaves} a child that holds
	 * its output behind
	 */
	public void does(String mode) {
		write("mode", mode);
	}

	public List<String> arguments() {
		return calls().map((call) -> call.get("arguments").stringValue()).toList();
	}

	public List<String> sessions() {
		return calls().map((call) -> call.get("session").stringValue()).toList();
	}

	/** Everything that was seen of the calls, but not what came over standard input. */
	public List<String> surroundings() {
		return calls().map((call) -> call.get("line") + "\n" + call.get("environment")).toList();
	}

	/** Waits until no process of any call is alive. */
	public boolean isEnded(Duration longest) {
		return within(longest, () -> calls().flatMap((call) -> call.get("pids").valueStream())
			.noneMatch((pid) -> isAlive(pid.longValue())));
	}

	/** Ends what still hangs, so that no test leaves a process behind. */
	@Override
	public void close() {
		calls().flatMap((call) -> call.get("pids").valueStream())
			.flatMap((pid) -> ProcessHandle.of(pid.longValue()).stream())
			.filter((process) -> process.info()
				.command()
				.filter((command) -> command.matches(".*(python|sleep).*"))
				.isPresent())
			.forEach(ProcessHandle::destroyForcibly);
	}

	private static boolean within(Duration longest, Callable<Boolean> condition) {
		try {
			Awaitility.await().atMost(longest).until(condition);
			return true;
		}
		catch (ConditionTimeoutException ex) {
			return false;
		}
	}

	/** What waits for its parent to notice its end is not alive. */
	private static boolean isAlive(long pid) {
		try {
			return !Files.readString(Path.of("/proc/" + pid + "/stat")).contains(") Z ");
		}
		catch (IOException ex) {
			return false;
		}
	}

	private Stream<JsonNode> calls() {
		try (Stream<Path> files = Files.list(this.folder.resolve("calls"))) {
			return files.filter((file) -> !file.toString().endsWith(".part"))
				.sorted()
				.map((file) -> JsonMapper.shared().readTree(file))
				.toList()
				.stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void write(String name, String text) {
		try {
			Path part = Files.write(this.folder.resolve(name + ".part"), text.getBytes(StandardCharsets.UTF_8));
			Files.move(part, this.folder.resolve(name), StandardCopyOption.ATOMIC_MOVE,
					StandardCopyOption.REPLACE_EXISTING);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
