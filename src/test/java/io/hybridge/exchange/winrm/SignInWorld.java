package io.hybridge.exchange.winrm;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.hybridge.exchange.link.Account;
import io.hybridge.exchange.link.Channel;
import io.hybridge.exchange.link.KerberosProof;
import io.hybridge.exchange.link.KerberosRealm;
import io.hybridge.exchange.link.PeerTrust;
import io.hybridge.exchange.link.WinRmLink;
import io.hybridge.exchange.link.WindowsSignIn;
import io.hybridge.remote.KeyFile;
import io.hybridge.support.Waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * A realm and servers whose cryptography is not ours: MIT's KDC and acceptor, and
 * gss-ntlmssp.
 */
public final class SignInWorld implements AutoCloseable {

	public static final String NAME = "ex1.fabrikam.com";

	public static final String PASSWORD = "Secret-1";

	public static final String REALM = "FABRIKAM.COM";

	private static final String PYTHON = "/usr/bin/python3";

	private final Path folder;

	private final int kdc;

	private final List<Acceptor> acceptors = new ArrayList<>();

	private SignInWorld(Path folder, int kdc) {
		this.folder = folder;
		this.kdc = kdc;
	}

	public static SignInWorld open(Path folder) throws Exception {
		if (!Boolean.getBoolean("signin.required")) {
			assumeThat(isThere()).as("krb5-kdc, python3-gssapi and gss-ntlmssp are installed").isTrue();
		}
		SignInWorld world = new SignInWorld(folder, freePort());
		Path script = world.copy("kdc.sh");
		Process making = new ProcessBuilder("bash", script.toString(), folder.toString(), REALM,
				Integer.toString(world.kdc), NAME, "ex2.fabrikam.com", "cas1.fabrikam.com")
			.redirectErrorStream(true)
			.redirectOutput(folder.resolve("kdc.out").toFile())
			.start();
		assertThat(making.waitFor(2, TimeUnit.MINUTES)).isTrue();
		assertThat(making.exitValue()).as(() -> read(folder.resolve("kdc.out"))).isZero();
		Files.writeString(folder.resolve("users"), "FABRIKAM:svc-hybridge:" + PASSWORD + "\n");
		world.copy("witness.py");
		return world;
	}

	/** Where the realm's KDC listens. */
	public String kdcAddress() {
		return "127.0.0.1:" + this.kdc;
	}

	/**
	 * A server.
	 * @param options as the head of the script says; without a port it takes a free one
	 */
	Acceptor acceptor(String... options) throws IOException {
		return acceptor(Map.of(), options);
	}

	public Acceptor acceptor(Map<String, String> environment, String... options) throws IOException {
		List<String> command = new ArrayList<>(List.of(PYTHON, this.folder.resolve("witness.py").toString()));
		if (options.length == 0 || options[0].startsWith("--")) {
			command.add("0");
		}
		command.addAll(List.of(options));
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
		builder.environment().put("KRB5_KTNAME", this.folder.resolve("http.keytab").toString());
		builder.environment().put("KRB5_CONFIG", this.folder.resolve("krb5.conf").toString());
		builder.environment().put("KRB5RCACHENAME", "none:");
		builder.environment().put("NTLM_USER_FILE", this.folder.resolve("users").toString());
		builder.environment().putAll(environment);
		Acceptor acceptor = new Acceptor(builder.start());
		this.acceptors.add(acceptor);
		return acceptor;
	}

	/** A certificate for the server's name, and its key beside it. */
	Path certificate(String name, String hash) throws Exception {
		return certificate(this.folder, name, hash);
	}

	static Path certificate(Path folder, String name, String hash) throws Exception {
		Path certificate = folder.resolve(name + "-" + hash + ".pem");
		Process making = new ProcessBuilder("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-" + hash,
				"-subj", "/CN=" + name, "-addext", "subjectAltName=DNS:" + name, "-days", "30", "-keyout",
				certificate + ".key", "-out", certificate.toString())
			.redirectErrorStream(true)
			.redirectOutput(folder.resolve("openssl.out").toFile())
			.start();
		assertThat(making.waitFor()).as(() -> read(folder.resolve("openssl.out"))).isZero();
		return certificate;
	}

	/** Options of a server that speaks TLS. */
	static String[] tls(Path certificate, String binding) {
		return new String[] { "--tls", certificate.toString(), certificate + ".key", "--cbt", binding };
	}

	static Channel tlsWith(Path certificate) throws IOException {
		return new Channel.Tls(new PeerTrust.Authorities(Files.readString(certificate)));
	}

	static WinRmLink link(int port, Channel channel, WindowsSignIn signIn) {
		return link(NAME, port, channel, signIn);
	}

	static WinRmLink link(String name, int port, Channel channel, WindowsSignIn signIn) {
		return new WinRmLink(name, "127.0.0.1", port, channel, signIn, new Account("FABRIKAM\\petra", "canary-Pa55"));
	}

	WindowsSignIn.Kerberos kerberos() {
		return kerberos("svc-hybridge", PASSWORD);
	}

	WindowsSignIn.Kerberos kerberos(String user, String password) {
		return kerberos(user, new KerberosProof.Password(password), this.kdc);
	}

	/** By the keytab that the realm wrote. */
	WindowsSignIn.Kerberos keytab(String file) {
		return kerberos("svc-hybridge", new KerberosProof.Keytab(new KeyFile(file)), this.kdc);
	}

	static WindowsSignIn.Kerberos kerberos(String user, KerberosProof proof, int kdc) {
		return new WindowsSignIn.Kerberos(user, new KerberosRealm(REALM, List.of("127.0.0.1:" + kdc)), proof);
	}

	WindowsSignIn.Ntlm ntlm() {
		return ntlm("FABRIKAM\\svc-hybridge", PASSWORD);
	}

	static WindowsSignIn.Ntlm ntlm(String user, String password) {
		return new WindowsSignIn.Ntlm(new Account(user, password));
	}

	static int freePort() throws IOException {
		try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return free.getLocalPort();
		}
	}

	private Path copy(String name) throws IOException {
		Path copy = this.folder.resolve(name);
		try (var resource = SignInWorld.class.getResourceAsStream("/sign-in/" + name)) {
			Files.copy(resource, copy);
		}
		return copy;
	}

	private static boolean isThere() throws Exception {
		if (!Files.isExecutable(Path.of("/usr/sbin/krb5kdc")) || !Files.isExecutable(Path.of(PYTHON))) {
			return false;
		}
		return new ProcessBuilder(PYTHON, "-c",
				"import gssapi\nassert gssapi.OID.from_int_seq('1.3.6.1.4.1.311.2.2.10') in gssapi.raw.indicate_mechs()")
			.start()
			.waitFor() == 0;
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			return ex.toString();
		}
	}

	@Override
	public void close() throws IOException {
		this.acceptors.forEach(Acceptor::close);
		long pid = Long.parseLong(Files.readString(this.folder.resolve("kdc.pid")).strip());
		ProcessHandle.of(pid).ifPresent(ProcessHandle::destroy);
	}

	/** One server, and what it wrote down. */
	public static final class Acceptor implements AutoCloseable {

		private final Process process;

		private final List<String> lines = new java.util.concurrent.CopyOnWriteArrayList<>();

		private final int port;

		Acceptor(Process process) throws IOException {
			this.process = process;
			var reader = process.inputReader();
			String line = reader.readLine();
			while (line != null && !line.startsWith("W: ready")) {
				this.lines.add(line);
				line = reader.readLine();
			}
			assertThat(line).as("%s", this.lines).isNotNull();
			this.port = Integer.parseInt(line.substring("W: ready ".length()));
			Thread.ofVirtual().start(() -> reader.lines().forEach(this.lines::add));
		}

		public int port() {
			return this.port;
		}

		public List<String> lines() {
			return List.copyOf(this.lines);
		}

		/** All that it wrote of what it has answered; it reaches us a while later. */
		public List<String> linesWith(String part) {
			long before = fences();
			assertThat(signal()).isZero();
			Waiting.await().until(() -> fences() > before);
			return this.lines.stream().filter((line) -> line.contains(part)).toList();
		}

		private long fences() {
			return this.lines.stream().filter("W: fence"::equals).count();
		}

		private int signal() {
			try {
				return new ProcessBuilder("kill", "-USR1", Long.toString(this.process.pid())).start().waitFor();
			}
			catch (IOException | InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
		}

		@Override
		public void close() {
			this.process.destroy();
		}

	}

}
