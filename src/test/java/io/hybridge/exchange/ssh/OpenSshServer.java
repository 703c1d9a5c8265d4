package io.hybridge.exchange.ssh;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

import org.apache.commons.codec.digest.Sha2Crypt;
import org.junit.jupiter.api.Assumptions;

import io.hybridge.support.Waiting;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Debian's OpenSSH server on a loopback port, with keys, accounts and commands of its
 * own. The accounts are in files that only it sees in the place of the machine's.
 */
public final class OpenSshServer implements AutoCloseable {

	public static final String USER = "petra@fabrikam.com";

	public static final String PASSWORD = "pässword ’$(x)";

	public static final String PASSPHRASE = "pässphrase ’$(x)";

	private static final Path PROGRAM = Path.of("/usr/sbin/sshd");

	/** Not 0: OpenSSH ends no program of root's from outside. */
	private static final int ID = 12345;

	private final Path folder;

	private final Process process;

	private final int port;

	/**
	 * Starts a server.
	 * @param folder of its own; everybody can read it afterwards
	 * @param commands folder with the programs that it starts
	 * @param settings more lines of its configuration, before all others
	 */
	public OpenSshServer(Path folder, Path commands, String... settings) throws IOException {
		require();
		this.folder = Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
		this.port = freePort();
		for (String type : List.of("ed25519", "ecdsa", "rsa")) {
			generate(hostKey(type), type, "");
		}
		accounts();
		Files.write(folder.resolve("config"), configuration(commands, settings));
		Files.createDirectories(Path.of("/run/sshd"));
		this.process = new ProcessBuilder("unshare", "--mount", "sh", "-c",
				"mount --bind passwd /etc/passwd && mount --bind shadow /etc/shadow && exec " + PROGRAM
						+ " -D -e -f \"$PWD/config\"")
			.directory(folder.toFile())
			.redirectErrorStream(true)
			.redirectOutput(folder.resolve("log").toFile())
			.start();
		Waiting.await().until(() -> listens() || !this.process.isAlive());
		assertThat(this.process.isAlive()).as(log()).isTrue();
	}

	/** Skips the test where there is no OpenSSH, and fails it where one is required. */
	private static void require() {
		boolean there = Files.isExecutable(PROGRAM) && "root".equals(System.getProperty("user.name"));
		if (Boolean.getBoolean("ssh.required")) {
			assertThat(there).as("an OpenSSH server at " + PROGRAM + " and root, who starts it").isTrue();
		}
		Assumptions.assumeTrue(there, () -> "There is no OpenSSH server at " + PROGRAM + ", or nobody to start it");
	}

	public int port() {
		return this.port;
	}

	/** What OpenSSH itself says of a host key. */
	public String fingerprint(String type) {
		return run("ssh-keygen", "-l", "-f", hostKey(type) + ".pub").split(" ")[1];
	}

	/**
	 * Makes a key that may sign in.
	 * @param file where its private half is put
	 * @param passphrase or empty
	 */
	public void admit(Path file, String type, String passphrase) throws IOException {
		generate(file, type, passphrase);
		Files.copy(Path.of(file + ".pub"), this.folder.resolve("authorized_keys"));
	}

	public String log() {
		try {
			return Files.readString(this.folder.resolve("log"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Path hostKey(String type) {
		return this.folder.resolve("host_" + type);
	}

	private static void generate(Path file, String type, String passphrase) {
		run("ssh-keygen", "-q", "-t", type, "-N", passphrase, "-C", "", "-f", file.toString());
	}

	private void accounts() throws IOException {
		add("passwd", USER + ":x:" + ID + ":" + ID + "::" + this.folder + ":/bin/sh");
		add("shadow", USER + ":" + Sha2Crypt.sha512Crypt(PASSWORD.getBytes()) + ":19000:0:99999:7:::");
	}

	private void add(String file, String line) throws IOException {
		Files.writeString(this.folder.resolve(file), Files.readString(Path.of("/etc", file)) + line + "\n");
	}

	private List<String> configuration(Path commands, String... settings) {
		List<String> lines = new ArrayList<>(List.of(settings));
		lines.addAll(List.of("ListenAddress 127.0.0.1:" + this.port, "HostKey " + hostKey("ed25519"),
				"HostKey " + hostKey("ecdsa"), "HostKey " + hostKey("rsa"), "PidFile none", "UsePAM no",
				"StrictModes no", "PasswordAuthentication yes", "KbdInteractiveAuthentication no",
				"AuthorizedKeysFile " + this.folder.resolve("authorized_keys"), "LogLevel VERBOSE",
				"SetEnv PATH=" + commands + ":/usr/bin:/bin"));
		return lines;
	}

	private boolean listens() {
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.port)) {
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

	private static int freePort() throws IOException {
		try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return free.getLocalPort();
		}
	}

	private static String run(String... command) {
		try {
			Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
			process.getOutputStream().close();
			String output = new String(process.getInputStream().readAllBytes());
			assertThat(process.waitFor()).as(output).isZero();
			return output;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() {
		List<ProcessHandle> sessions = this.process.descendants().toList();
		this.process.destroyForcibly();
		sessions.forEach(ProcessHandle::destroyForcibly);
	}

}
