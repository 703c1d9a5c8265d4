package io.hybridge.lab.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.hybridge.exchange.Exchange;
import io.hybridge.exchange.link.BasicLinks;
import io.hybridge.exchange.link.ServerLink;
import io.hybridge.exchange.powershell.PowerShellInTests;
import io.hybridge.exchange.powershell.Transport;
import io.hybridge.exchange.winrm.TestWinRm;
import io.hybridge.lab.FaultInjection;
import io.hybridge.lab.LabAccounts;
import io.hybridge.lab.LabSettings;
import io.hybridge.lab.Ledger;
import io.hybridge.lab.Traits;
import io.hybridge.lab.exchange.LabExchange;
import io.hybridge.lab.tenant.LabTenant;
import io.hybridge.lab.tenant.state.TenantKey;
import io.hybridge.remote.Trust;

/** A whole lab on free ports, and the console's and an administrator's way into it. */
public final class OpenLab implements AutoCloseable {

	public static final String DOMAIN = "fabrikam.com";

	private static final String PRINCIPAL = "/v1.0/servicePrincipals(appId='00000002-0000-0ff1-ce00-000000000000')";

	private final LabWorld world;

	private final Path folder;

	private final LabTime clock = new LabTime();

	private final HttpClient client;

	private String token;

	private OpenLab(Path folder, Path powershell) {
		this(folder, powershell, 0);
	}

	private OpenLab(Path folder, Path powershell, int microsoft365) {
		this.folder = folder;
		this.world = LabWorld.open(new LabSettings(true, folder, null,
				new LabSettings.Ports(0, microsoft365, 0, 0, 0, 0), powershell, Duration.ofMillis(1)), this.clock);
		this.client = HttpClient.newBuilder()
			.sslContext(Trust.in(this.world.view().access().authorities()).context())
			.build();
	}

	/**
	 * Opens a lab.
	 * @param folder of its own
	 * @param scenario how it begins
	 * @return the lab, every server new enough
	 */
	public static OpenLab in(Path folder, Scenario scenario) {
		OpenLab lab = new OpenLab(folder, null);
		lab.reset(scenario);
		return lab;
	}

	/**
	 * Opens a lab in a temporary folder, which whoever closes it removes.
	 * @param scenario how it begins
	 * @return the lab, every server new enough
	 */
	public static OpenLab anywhere(Scenario scenario) {
		try {
			return in(Files.createTempDirectory("hybridge-lab"), scenario);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Opens a lab whose Microsoft 365 is found at a port of its own.
	 * @param folder of its own
	 * @param microsoft365 the port
	 * @return the lab, with a server that is too old
	 */
	public static OpenLab at(Path folder, int microsoft365) {
		return new OpenLab(folder, null, microsoft365);
	}

	/**
	 * Opens the lab of a folder as it was left.
	 * @param folder with a lab that was closed
	 * @return the lab
	 */
	public static OpenLab again(Path folder) {
		return new OpenLab(folder, null);
	}

	/**
	 * Opens a second lab that begins exactly as this one stands.
	 * @param other folder of its own
	 * @param powershell engine that runs its scripts, or null
	 * @return the other lab
	 */
	public OpenLab twin(Path other, Path powershell) {
		try (Stream<Path> files = Files.list(this.folder)) {
			for (Path file : files.filter((one) -> !one.getFileName().toString().contains("lock")).toList()) {
				Files.copy(file, other.resolve(file.getFileName()));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return new OpenLab(other, powershell);
	}

	/**
	 * Begins anew.
	 * @param scenario how it begins, every server new enough
	 */
	public void reset(Scenario scenario) {
		resetOutdated(scenario);
		this.world.exchange().installCumulativeUpdate23("EX2");
	}

	/** Begins anew with a server that is too old, as the product's lab does. */
	public void resetOutdated(Scenario scenario) {
		this.world.reset(scenario);
	}

	/** The time of the lab, which a test may hold. */
	public LabTime time() {
		return this.clock;
	}

	public Path folder() {
		return this.folder;
	}

	public LabWorld world() {
		return this.world;
	}

	public LabExchange exchange() {
		return this.world.exchange();
	}

	public Ledger ledger() {
		return this.world.context().ledger();
	}

	public Traits traits() {
		return this.world.context().traits();
	}

	/** The entries of the auth certificate's key, as the tenant has them. */
	public List<TenantKey> entries() {
		return this.world.tenant()
			.state()
			.keys()
			.stream()
			.filter((key) -> key.certificate().equals(exchange().currentAuthCertificate()))
			.toList();
	}

	public FaultInjection faults() {
		return this.world.context().faults();
	}

	public Transport transport() {
		LabView view = this.world.view();
		LabAccounts.Account account = view.access().accounts().service();
		List<ServerLink> links = view.servers()
			.stream()
			.filter(LabView.Server::reached)
			.<ServerLink>map((server) -> BasicLinks.to(server.fqdn(), "127.0.0.1", server.port(), account.name(),
					account.password(), view.access().authorities()))
			.toList();
		return PowerShellInTests.transport(links, TestWinRm.transports());
	}

	/** Exchange as the console sees it: over WinRM. */
	public Exchange console() {
		return PowerShellInTests.exchange(exchange().servers(), transport(), Duration.ofMinutes(2));
	}

	/** What an administrator's sign-in with a device code gives. */
	public synchronized String token() {
		if (this.token == null) {
			LabView view = this.world.view();
			JsonNode code = post(view.access().microsoft365() + "/fabrikam.com/oauth2/v2.0/devicecode",
					Map.of("client_id", LabTenant.clientId(), "scope",
							"https://graph.microsoft.com/Application.ReadWrite.All offline_access openid profile"));
			enterCode(code.get("user_code").asString());
			this.token = post(view.access().microsoft365() + "/fabrikam.com/oauth2/v2.0/token",
					Map.of("client_id", LabTenant.clientId(), "grant_type", "device_code", "device_code",
							code.get("device_code").asString()))
				.get("access_token")
				.asString();
		}
		return this.token;
	}

	/**
	 * The tenant's administrator enters a code at Microsoft.
	 * @param code as the console shows it
	 */
	public void enterCode(String code) {
		LabView view = this.world.view();
		send(form(view.access().signInPage(),
				Map.of("code", code, "person", view.access().accounts().administrator().name(), "password",
						view.access().accounts().administrator().password())));
	}

	/**
	 * The tenant's administrator signs in where the console has sent the browser.
	 * @return where Microsoft sends it then
	 */
	public String signInAt(String address) {
		LabAccounts.Account account = this.world.view().access().accounts().administrator();
		return send(form(address, Map.of("person", account.name(), "password", account.password()))).headers()
			.firstValue("Location")
			.orElseThrow();
	}

	/**
	 * How often an effect happened since the last reset.
	 * @param kind of the effect
	 * @return its number in the ledger
	 */
	public long effects(String kind) {
		return ledger().effects().stream().filter((effect) -> effect.kind().equals(kind)).count();
	}

	/** The base64 keys on the shared principal, in their order. */
	public List<String> keys() {
		JsonNode principal = JsonMapper.shared()
			.readTree(send(graph(PRINCIPAL + "?$select=keyCredentials").GET()).body());
		return principal.get("keyCredentials").valueStream().map((key) -> key.get("key").asString()).toList();
	}

	/**
	 * Replaces the keys on the shared principal.
	 * @param keys base64 of the certificates
	 */
	public void replaceKeys(List<String> keys) {
		List<Map<String, String>> credentials = keys.stream()
			.map((key) -> Map.of("type", "AsymmetricX509Cert", "usage", "Verify", "key", key))
			.toList();
		HttpResponse<String> response = send(graph(PRINCIPAL).method("PATCH", HttpRequest.BodyPublishers
			.ofString(JsonMapper.shared().writeValueAsString(Map.of("keyCredentials", credentials)))));
		if (response.statusCode() != 204) {
			throw new IllegalStateException(response.body());
		}
	}

	public void addKey(String key) {
		List<String> keys = new ArrayList<>(keys());
		keys.add(key);
		replaceKeys(keys);
	}

	@Override
	public void close() {
		this.client.shutdownNow();
		this.world.close();
	}

	private HttpRequest.Builder graph(String path) {
		return HttpRequest
			.newBuilder(URI
				.create(this.world.view().access().microsoft365() + path.replace("'", "%27").replace("$", "%24")))
			.header("Authorization", "Bearer " + token())
			.header("Content-Type", "application/json");
	}

	private JsonNode post(String address, Map<String, String> values) {
		return JsonMapper.shared().readTree(send(form(address, values)).body());
	}

	private static HttpRequest.Builder form(String address, Map<String, String> values) {
		return HttpRequest.newBuilder(URI.create(address))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(values.entrySet()
				.stream()
				.map((value) -> value.getKey() + "=" + URLEncoder.encode(value.getValue(), StandardCharsets.UTF_8))
				.collect(Collectors.joining("&"))));
	}

	private HttpResponse<String> send(HttpRequest.Builder request) {
		try {
			return this.client.send(request.timeout(Duration.ofSeconds(60)).build(),
					HttpResponse.BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
