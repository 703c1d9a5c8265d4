package io.hybridge.walk;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.Map;

import org.jsoup.nodes.Document;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A real organization, as far as the console can tell, from registration to badge and
 * back. Microsoft 365 has its own host names and is asked with everything that MSAL4J
 * does for them; behind it and behind the servers stands the lab.
 */
final class LiveWalk {

	/** Where the lab must listen to be Microsoft 365. */
	static final int HTTPS = 443;

	static final List<String> SERVERS = List.of("ex1.fabrikam.com", "ex2.fabrikam.com", "cas1.fabrikam.com");

	private static final String MICROSOFT = "login.microsoftonline.com graph.microsoft.com accounts.accesscontrol.windows.net outlook.office365.com";

	private final Lab lab;

	private final Administrator petra;

	private final String fabrikam;

	/**
	 * Starts a console and registers Fabrikam there.
	 * @param folder for what surrounds it
	 */
	LiveWalk(Processes processes, Lab lab, Path folder) throws IOException, GeneralSecurityException {
		this.lab = lab;
		processes.startConsoleAlone(surroundings(folder), "--hybridge.microsoft365.client-id=" + access("clientId"),
				"--hybridge.enablement.probe-wait=3s");
		this.petra = new Administrator(processes, lab);
		this.petra.setUp();
		this.fabrikam = this.petra.registerLive();
	}

	/** Nobody reaches the servers but a person. */
	void carryBy(Carrier carrier) {
		this.petra.carryBy(carrier);
	}

	/** Connects a server; a form that it has already is filled in anew. */
	Document connect(String form, Map<String, String> values) {
		return this.petra.connect(this.fabrikam + "/connection" + form, values);
	}

	Document send(String page, String action, Map<String, String> values) {
		return this.petra.send(this.fabrikam + "/connection" + page, action, values);
	}

	Document tested(String server) {
		return this.petra.tested(this.fabrikam + "/connection/" + server);
	}

	static void works(Document ladder) {
		assertThat(ladder.select("h2").text()).as(ladder.select("main").text()).contains("Works");
	}

	void toTheBadge() {
		this.petra.signInToTenant(this.fabrikam);
		this.petra.check(this.fabrikam, "servers");
		Document planned = this.petra.check(this.fabrikam, "oauth");
		assertThat(planned.select("input[name=confirmation]")).as("the first change of a real organization").hasSize(1);
		apply("oauth", Map.of("accepted", "true", "confirmation", "Fabrikam"), "made");
		this.petra.check(this.fabrikam, "push-proxy");
		apply("push-proxy", Map.of("accepted", "true"), "made");
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

	void andBack() {
		for (String step : List.of("push-proxy", "oauth")) {
			this.petra.submit(this.fabrikam, step, "check-undo", Map.of());
			this.petra.settled(this.fabrikam, step);
			apply(step, Map.of("accepted", "true"), "taken back");
		}
		assertThat(this.lab.effects("PushProxyDisabled")).isOne();
		assertThat(this.lab.effects("AuthServerRemoved")).isOne();
	}

	private void apply(String step, Map<String, String> values, String done) {
		this.petra.submit(this.fabrikam, step, "apply", values);
		Document page = this.petra.settled(this.fabrikam, step);
		assertThat(page.select("#apply h2").text()).as(page.select("main").text())
			.matches(".*(was|were) " + done + ".*");
	}

	/**
	 * The console's Java finds these names here, and trusts the lab as it would
	 * Microsoft.
	 */
	private List<String> surroundings(Path folder) throws IOException, GeneralSecurityException {
		Path hosts = Files.writeString(folder.resolve("hosts"), """
				127.0.0.1 localhost %s %s
				127.0.0.2 %s
				127.0.0.3 %s
				""".formatted(MICROSOFT, SERVERS.get(0), SERVERS.get(1), SERVERS.get(2)));
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
		return List.of("-Djdk.net.hosts.file=" + hosts, "-Djavax.net.ssl.trustStore=" + store,
				"-Djavax.net.ssl.trustStorePassword=trusted");
	}

	private String access(String name) {
		return this.lab.view().path("access").path(name).asString();
	}

}
