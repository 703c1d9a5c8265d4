package io.hybridge.exchange.winrm;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.hybridge.exchange.link.Account;
import io.hybridge.exchange.link.Channel;
import io.hybridge.exchange.link.PeerTrust;
import io.hybridge.exchange.link.WinRmLink;
import io.hybridge.exchange.link.WindowsSignIn;
import io.hybridge.exchange.powershell.ScriptCall;
import io.hybridge.exchange.powershell.ScriptCatalog;
import io.hybridge.exchange.winrm.http.TestConversations;
import io.hybridge.remote.KeyFile;
import io.hybridge.remote.RemoteFailure;
import io.hybridge.support.Faults;
import io.hybridge.support.Waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Whom a connection believes, and by which certificate it may say who it is. */
class WinRmTrustTests {

	private static final String NAME = SignInWorld.NAME;

	private final List<String> heard = new CopyOnWriteArrayList<>();

	@TempDir
	private Path folder;

	private Path certificate;

	private HttpsServer server;

	@BeforeEach
	void open() throws Exception {
		this.certificate = SignInWorld.certificate(this.folder, NAME, "sha256");
		this.server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.setHttpsConfigurator(new HttpsConfigurator(TlsRelay.context(this.certificate)) {
			@Override
			public void configure(HttpsParameters parameters) {
				var tls = getSSLContext().getDefaultSSLParameters();
				tls.setWantClientAuth(true);
				parameters.setSSLParameters(tls);
			}
		});
		this.server.createContext("/wsman", this::handle);
		this.server.start();
	}

	@AfterEach
	void close() {
		this.server.stop(0);
	}

	private void handle(HttpExchange exchange) throws IOException {
		try (exchange) {
			var session = ((HttpsExchange) exchange).getSSLSession();
			String peer;
			try {
				peer = session.getPeerPrincipal().getName();
			}
			catch (IOException ex) {
				peer = "nobody";
			}
			this.heard
				.add(session.getProtocol() + " " + peer + " " + exchange.getRequestHeaders().getFirst("Authorization"));
			exchange.sendResponseHeaders(404, -1);
		}
	}

	@Test
	void believesTheOneCertificateThatWasCompared() throws Exception {
		assertThat(failure(NAME, new PeerTrust.Pinned(sha256(this.certificate)), basic()).code())
			.as("what the server says at last")
			.isEqualTo("exchange.not-winrm");
		assertThat(this.heard).hasSize(1);
	}

	@Test
	@Faults("F15")
	void refusesAnotherCertificateAndShowsBoth() throws Exception {
		String accepted = sha256(SignInWorld.certificate(this.folder, "ex2.fabrikam.com", "sha256"));
		RemoteFailure failure = failure(NAME, new PeerTrust.Pinned(accepted), basic());
		assertThat(failure.code()).isEqualTo("exchange.certificate-changed");
		assertThat(failure.effect()).isEqualTo(RemoteFailure.Effect.NONE);
		assertThat(failure.retryable()).isFalse();
		assertThat(failure.evidence()).contains("accepted: " + accepted, "presented: " + sha256(this.certificate));
		assertThat(this.heard).isEmpty();
	}

	@Test
	void looksAtTheNameOfTheOneCertificateAsWell() throws Exception {
		RemoteFailure failure = failure("ex9.fabrikam.com", new PeerTrust.Pinned(sha256(this.certificate)), basic());
		assertThat(failure.code()).isEqualTo("exchange.certificate-refused");
		assertThat(this.heard).isEmpty();
	}

	@Test
	void saysWhoItIsByCertificate() throws Exception {
		keyStore("client.p12", "canary-store");
		failure(NAME, new PeerTrust.Pinned(sha256(this.certificate)), byCertificate("client.p12", "canary-store"));
		assertThat(this.heard).containsExactly(
				"TLSv1.2 CN=svc-hybridge " + "http://schemas.dmtf.org/wbem/wsman/1/wsman/secprofile/https/mutual");
	}

	@Test
	void saysWhyItCannotOpenAKeyStore() throws Exception {
		keyStore("client.p12", "canary-store");
		PeerTrust trust = new PeerTrust.Pinned(sha256(this.certificate));
		RemoteFailure wrong = failure(NAME, trust, byCertificate("client.p12", "canary-wrong"));
		assertThat(wrong.code()).isEqualTo("exchange.key-store-unusable");
		assertThat(wrong.evidence()).doesNotContain("canary");
		assertThat(failure(NAME, trust, byCertificate("missing.p12", "x")).code())
			.isEqualTo("exchange.key-file-missing");
		assertThat(this.heard).isEmpty();
	}

	private RemoteFailure failure(String name, PeerTrust trust, WindowsSignIn signIn) {
		WinRmLink link = SignInWorld.link(name, this.server.getAddress().getPort(), new Channel.Tls(trust), signIn);
		ScriptCall call = new ScriptCall(name, ScriptCatalog.load().script("Set-AuthServer"), Map.of(), Waiting.LIMIT);
		return catchThrowableOfType(RemoteFailure.class,
				() -> new WinRmTransports(TestConversations.open(this.folder)).to(link).run(call));
	}

	private static WindowsSignIn basic() {
		return new WindowsSignIn.Basic(new Account("user", "password"));
	}

	private static WindowsSignIn byCertificate(String file, String password) {
		return new WindowsSignIn.ClientCertificate(new KeyFile(file), password);
	}

	private void keyStore(String name, String password) throws Exception {
		Path own = SignInWorld.certificate(this.folder, "svc-hybridge", "sha256");
		Path store = this.folder.resolve(name);
		Process making = new ProcessBuilder("openssl", "pkcs12", "-export", "-in", own.toString(), "-inkey",
				own + ".key", "-passout", "pass:" + password, "-out", store.toString())
			.inheritIO()
			.start();
		assertThat(making.waitFor()).isZero();
		Files.setPosixFilePermissions(store, PosixFilePermissions.fromString("rw-------"));
	}

	private static String sha256(Path pem) throws Exception {
		byte[] der = CertificateFactory.getInstance("X.509")
			.generateCertificate(Files.newInputStream(pem))
			.getEncoded();
		return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(der));
	}

}
