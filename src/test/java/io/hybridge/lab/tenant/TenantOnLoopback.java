package io.hybridge.lab.tenant;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.hybridge.certificate.Certificate;
import io.hybridge.lab.FaultInjection;
import io.hybridge.lab.FileLedger;
import io.hybridge.lab.LabAccounts;
import io.hybridge.lab.LabAuthority;
import io.hybridge.lab.LabContext;
import io.hybridge.lab.LabFolder;
import io.hybridge.lab.Traits;
import io.hybridge.lab.phone.LabPhone;
import io.hybridge.remote.Trust;

/** A tenant on free ports, with a clock that tests can move. */
public final class TenantOnLoopback implements AutoCloseable {

	public static final Instant START = Instant.parse("2026-11-24T14:05:02Z");

	public final LabContext context;

	public final LabAccounts accounts;

	public final LabPhone phone;

	public final LabTenant tenant;

	private final FileLedger ledger;

	private final HttpClient client;

	private Duration later = Duration.ZERO;

	public TenantOnLoopback(Path path) throws IOException {
		LabFolder folder = LabFolder.at(path);
		Clock clock = new Moved();
		this.ledger = FileLedger.in(folder, clock);
		this.context = new LabContext(folder, this.ledger, FaultInjection.in(folder), Traits.in(folder),
				LabAuthority.in(folder, Clock.systemUTC()), clock);
		this.accounts = LabAccounts.in(folder);
		this.phone = new LabPhone(this.ledger);
		this.tenant = LabTenant.open(this.context, this.accounts, this.phone, 0, 0);
		this.client = HttpClient.newBuilder().sslContext(Trust.in(this.context.authority().pem()).context()).build();
	}

	public void advance(Duration duration) {
		this.later = this.later.plus(duration);
	}

	public Instant now() {
		return START.plus(this.later);
	}

	/** Gives the person's token, with everything a real console asks for. */
	public String token(LabAccounts.Account account) throws IOException {
		JsonNode code = post("/fabrikam.com/oauth2/v2.0/devicecode", Map.of("client_id", LabTenant.clientId(), "scope",
				"https://graph.microsoft.com/Application.ReadWrite.All offline_access openid profile"))
			.json();
		Answer page = enter(code.get("user_code").asString(), account.name(), account.password());
		if (page.status() != 200) {
			throw new IllegalStateException(page.body());
		}
		return post("/fabrikam.com/oauth2/v2.0/token", Map.of("client_id", LabTenant.clientId(), "grant_type",
				"device_code", "device_code", code.get("device_code").asString()))
			.json()
			.get("access_token")
			.asString();
	}

	public Answer enter(String code, String person, String password) throws IOException {
		return send(HttpRequest.newBuilder(URI.create(this.tenant.signInPage()))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.header("Accept-Language", "de-AT,de;q=0.9,en;q=0.5")
			.POST(body(Map.of("code", code, "person", person, "password", password))));
	}

	public Answer get(String path, String token) throws IOException {
		HttpRequest.Builder request = request(path).GET();
		return send((token != null) ? request.header("Authorization", "Bearer " + token) : request);
	}

	public Answer post(String path, Map<String, String> form) throws IOException {
		return send(request(path).header("Content-Type", "application/x-www-form-urlencoded").POST(body(form)));
	}

	public Answer post(String path, String bearer, String json) throws IOException {
		return send(request(path).header("Authorization", "Bearer " + bearer)
			.POST(HttpRequest.BodyPublishers.ofString(json)));
	}

	public Answer patch(String path, String token, String json) throws IOException {
		return send(request(path).header("Authorization", "Bearer " + token)
			.method("PATCH", HttpRequest.BodyPublishers.ofString(json)));
	}

	/** Registers certificates' keys beside the foreign ones, as somebody with rights. */
	public void register(Certificate... certificates) throws IOException {
		String principal = "/v1.0/servicePrincipals(appId='00000002-0000-0ff1-ce00-000000000000')";
		String token = token(this.accounts.administrator());
		List<Map<String, String>> keys = new java.util.ArrayList<>();
		get(principal + "?$select=keyCredentials", token).json()
			.get("keyCredentials")
			.forEach((key) -> keys.add(entry(key.get("key").asString())));
		for (Certificate certificate : certificates) {
			keys.add(entry(certificate.base64()));
		}
		Answer answer = patch(principal, token, JsonMapper.shared().writeValueAsString(Map.of("keyCredentials", keys)));
		if (answer.status() != 204) {
			throw new IllegalStateException(answer.body());
		}
	}

	public static Map<String, String> entry(String key) {
		Map<String, String> entry = new LinkedHashMap<>();
		entry.put("key", key);
		entry.put("type", "AsymmetricX509Cert");
		entry.put("usage", "Verify");
		return entry;
	}

	@Override
	public void close() {
		this.tenant.close();
		this.client.close();
		this.ledger.close();
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create(this.tenant.address() + path.replace("'", "%27").replace(" ", "%20")))
			.timeout(Duration.ofMinutes(10));
	}

	private Answer send(HttpRequest.Builder request) throws IOException {
		try {
			HttpResponse<String> response = this.client.send(request.build(), HttpResponse.BodyHandlers.ofString());
			return new Answer(response.statusCode(), response.body(), response);
		}
		catch (InterruptedException ex) {
			throw new IOException(ex);
		}
	}

	private static HttpRequest.BodyPublisher body(Map<String, String> form) {
		return HttpRequest.BodyPublishers.ofString(form.entrySet()
			.stream()
			.map((field) -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&")));
	}

	public record Answer(int status, String body, HttpResponse<String> response) {

		public JsonNode json() {
			return JsonMapper.shared().readTree(this.body);
		}

		public String header(String name) {
			return this.response.headers().firstValue(name).orElse("");
		}

		public int code() {
			return json().get("error_codes").get(0).asInt();
		}

		public String error() {
			return json().get("error").get("code").asString();
		}

	}

	private final class Moved extends Clock {

		@Override
		public ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			throw new UnsupportedOperationException();
		}

		@Override
		public Instant instant() {
			return now();
		}

	}

}
