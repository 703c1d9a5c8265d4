package io.hybridge.walk;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import io.hybridge.exchange.winrm.SignInWorld;
import io.hybridge.exchange.winrm.SignInWorld.Acceptor;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A real organization, as far as the console can tell: Microsoft 365 has its own host
 * names and is asked with everything that MSAL4J does for them, and the servers let in
 * only whoever brings a ticket of MIT's KDC and seals each message. Behind both stands
 * the lab.
 */
class LiveIT {

	private static final int HTTPS = 443;

	private static final List<String> SERVERS = List.of("ex1", "ex2", "cas1");

	private static final String MICROSOFT = "login.microsoftonline.com graph.microsoft.com accounts.accesscontrol.windows.net outlook.office365.com";

	@TempDir
	private static Path folder;

	private final List<Acceptor> acceptors = new ArrayList<>();

	private Processes processes;

	private Lab lab;

	private Administrator petra;

	private String fabrikam;

	@Test
	void isLedToItsBadgeByKerberosWithSealedMessages() throws Exception {
		try (SignInWorld realm = SignInWorld.open(Files.createDirectory(folder.resolve("realm")));
				Processes started = new Processes(folder).withMicrosoft365At(HTTPS)) {
			this.processes = started;
			this.processes.startLab();
			this.lab = new Lab(this.processes.labControl(), this.processes.labFolder());
			int port = startServers(realm);
			this.processes.useRuntime(surroundings());
			this.processes.startConsole("--hybridge.microsoft365.client-id=" + access("clientId"),
					"--hybridge.enablement.probe-wait=40s");
			this.petra = new Administrator(this.processes, this.lab);
			this.petra.setUp();
			this.fabrikam = this.petra.registerLive();
			connect(realm, port);
			walk();
			assertThat(this.acceptors)
				.allSatisfy((server) -> assertThat(server.linesWith("unsealed kerberos")).isNotEmpty());
		}
	}

	private void connect(SignInWorld realm, int port) {
		Map<String, String> typed = Map.of("fqdn", "ex1.fabrikam.com", "channel", "http", "port",
				Integer.toString(port), "user", "svc-hybridge", "password", "wrong", "realm", SignInWorld.REALM, "kdcs",
				realm.kdcAddress());
		Document wrong = this.petra.connect(this.fabrikam + "/connection/new/kerberos", typed);
		assertThat(wrong.select("ol.stack .is-red").eachText()).containsExactly("The account is not let in");
		Document ladder = this.petra.connect(this.fabrikam + "/connection/ex1.fabrikam.com/change",
				Map.of("password", SignInWorld.PASSWORD, "user", "svc-hybridge", "channel", "http", "fqdn",
						"ex1.fabrikam.com", "port", Integer.toString(port), "realm", SignInWorld.REALM, "kdcs",
						realm.kdcAddress()));
		assertThat(ladder.select("h2").text()).as(ladder.text()).contains("Works");
		this.lab.update();
		this.petra.send(this.fabrikam + "/connection", "/found", Map.of());
		for (String server : List.of("ex2", "cas1")) {
			Document page = this.petra.tested(this.fabrikam + "/connection/" + server + ".fabrikam.com");
			assertThat(page.select("h2").text()).as(page.text()).contains("Works");
		}
	}

	private void walk() {
		this.petra.signInToTenant(this.fabrikam);
		this.petra.check(this.fabrikam, "servers");
		Document planned = this.petra.check(this.fabrikam, "oauth");
		assertThat(planned.select("input[name=confirmation]")).hasSize(1);
		apply("oauth", Map.of("accepted", "true", "confirmation", "Fabrikam"));
		this.petra.check(this.fabrikam, "push-proxy");
		apply("push-proxy", Map.of("accepted", "true"));
		this.petra.submit(this.fabrikam, "push-proxy", "verify", Map.of());
		assertThat(this.petra.settled(this.fabrikam, "push-proxy").select("#verify").text())
			.contains("Proved on 2 of 2 mailbox servers");
		this.petra.submit(this.fabrikam, "push-proxy", "device-test", Map.of("answer", "yes", "number", "3"));
		Document end = this.petra.show(this.fabrikam, "push-proxy");
		assertThat(end.select("#complete h2").text()).isEqualTo("Fabrikam is done");
		assertThat(end.select("header").text()).contains("LIVE");
		assertThat(this.lab.effects("AuthServerCreated")).isOne();
		assertThat(this.lab.effects("PushProxyEnabled")).isOne();
	}

	private void apply(String step, Map<String, String> values) {
		this.petra.submit(this.fabrikam, step, "apply", values);
		Document page = this.petra.settled(this.fabrikam, step);
		assertThat(page.select("#apply h2").text()).as(page.select("main").text())
			.matches(".*(was|were) made in Fabrikam");
	}

	/** All on one port, each at an address of its own, as servers are. */
	private int startServers(SignInWorld realm) throws Exception {
		Path authority = Files.writeString(folder.resolve("authority.pem"), access("authorities"));
		JsonNode service = this.lab.view().path("access").path("accounts").path("service");
		Map<String, String> account = Map.of("FORWARD_USER", service.path("name").asString(), "FORWARD_PASSWORD",
				service.path("password").asString());
		String port = "0";
		for (int i = 0; i < SERVERS.size(); i++) {
			String fqdn = SERVERS.get(i) + ".fabrikam.com";
			Acceptor acceptor = realm.acceptor(account, port, "--bind", "127.0.0." + (i + 1), "--forward", wsman(fqdn),
					fqdn, authority.toString());
			this.acceptors.add(acceptor);
			port = Integer.toString(acceptor.port());
		}
		return Integer.parseInt(port);
	}

	private String wsman(String fqdn) {
		return this.lab.view()
			.path("servers")
			.valueStream()
			.filter((server) -> server.path("fqdn").asString().equals(fqdn))
			.findFirst()
			.orElseThrow()
			.path("port")
			.asString();
	}

	/**
	 * The console's Java finds these names here, and trusts the lab as it would
	 * Microsoft.
	 */
	private String[] surroundings() throws Exception {
		Path hosts = Files.writeString(folder.resolve("hosts"), """
				127.0.0.1 localhost ex1.fabrikam.com %s
				127.0.0.2 ex2.fabrikam.com
				127.0.0.3 cas1.fabrikam.com
				""".formatted(MICROSOFT));
		KeyStore trusted = KeyStore.getInstance("PKCS12");
		trusted.load(null, null);
		for (Certificate authority : CertificateFactory.getInstance("X.509")
			.generateCertificates(
					new ByteArrayInputStream(access("authorities").getBytes(StandardCharsets.US_ASCII)))) {
			trusted.setCertificateEntry("authority-" + trusted.size(), authority);
		}
		Path store = folder.resolve("trusted.p12");
		try (OutputStream out = Files.newOutputStream(store)) {
			trusted.store(out, "trusted".toCharArray());
		}
		return new String[] { "-Djdk.net.hosts.file=" + hosts, "-Djavax.net.ssl.trustStore=" + store,
				"-Djavax.net.ssl.trustStorePassword=trusted" };
	}

	private String access(String name) {
		return this.lab.view().path("access").path(name).asString();
	}

}
