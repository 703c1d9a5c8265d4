package io.hybridge.lab.exchange.push;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.hybridge.lab.Trait;
import io.hybridge.lab.exchange.state.FabrikamExchange;
import io.hybridge.lab.exchange.state.OrganizationState;
import io.hybridge.lab.exchange.state.OrganizationState.AuthServer;
import io.hybridge.lab.exchange.state.OrganizationState.Server;
import io.hybridge.lab.exchange.state.StoredCertificate;

/**
 * How a mailbox server proves itself to Microsoft 365 and passes a push on: challenge,
 * assertion, actor token, push. Nothing is taken for granted; the tenant verifies every
 * link.
 */
public final class ServerToServer {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final String OAUTH = "Microsoft.Exchange.Security.OAuth.";

	private static final String PUSH = "Microsoft.Exchange.PushNotifications.";

	private static final String ISSUING = "00000001-0000-0000-c000-000000000000/";

	private static final String METADATA = "https://accounts.accesscontrol.windows.net/metadata/json/1/?realm=";

	private static final Duration ASSERTION_LIFE = Duration.ofMinutes(10);

	private static final Duration OUTER_LIFE = Duration.ofHours(8);

	private final LabInternet network;

	private final Clock clock;

	private final Predicate<Trait> traits;

	/**
	 * How the servers prove themselves.
	 * @param network the way to the tenant
	 * @param clock of the servers
	 * @param traits whether something is in the way
	 */
	public ServerToServer(LabInternet network, Clock clock, Predicate<Trait> traits) {
		this.network = new FaultyInternet(network, traits);
		this.clock = clock;
		this.traits = traits;
	}

	/**
	 * Sends a push from a server.
	 * @param state of the organization
	 * @param server that sends
	 * @param message JSON of the push, see {@link #notice}
	 * @param signed told which certificate signed, before anything is sent with it
	 */
	public void push(OrganizationState state, Server server, String message, Consumer<StoredCertificate> signed)
			throws PushFailure {
		if (!server.knowsPush()) {
			throw new PushFailure(PUSH + "PushNotificationsNotSupportedException",
					"Exchange " + server.build() + " has no push notification proxy.");
		}
		if (this.traits.test(Trait.PROBE_IN_NEW_WORDS)) {
			throw new PushFailure(PUSH + "PushNotificationUnexpectedException",
					"The publisher moved the notification to the queue of channel 7 and took it back.");
		}
		if (!state.proxy().enabled() || this.traits.test(Trait.PROXY_STILL_OFF)) {
			throw new PushFailure(PUSH + "PushNotificationsProxyDisabledException",
					"The push notification proxy 'OnPrem-Proxy' is disabled.");
		}
		URI service = URI.create(state.proxy().uri());
		AuthServer authServer = trusted(state, challenge(service));
		String resource = FabrikamExchange.EXCHANGE + "/" + service.getHost() + "@" + authServer.realm();
		String actor = actorToken(authServer, resource, assertion(state, server, authServer, signed));
		deliver(service, outerToken(state, authServer, resource, actor), message);
	}

	private String challenge(URI service) throws PushFailure {
		LabInternet.Response response = send(service, Map.of("Authorization", "Bearer"), "");
		return response.header("WWW-Authenticate").orElse("");
	}

	private AuthServer trusted(OrganizationState state, String challenge) throws PushFailure {
		List<AuthServer> trusted = state.authServers()
			.stream()
			.filter((server) -> !this.traits.test(Trait.AUTH_SERVERS_NOT_LOADED))
			.filter(AuthServer::issuesTokens)
			.filter(AuthServer::enabled)
			.filter((server) -> !challenge.contains("trusted_issuers=") || challenge.contains(server.issuer() + "@*")
					|| challenge.contains(server.issuer() + "@" + server.realm()))
			.toList();
		if (trusted.isEmpty()) {
			throw new PushFailure(OAUTH + "OAuthTokenRequestFailedException",
					"No locally configured issuer was in the trusted_issuer list, realm from challenge was also empty. trusted_issuers: "
							+ "00000001-0000-0000-c000-000000000000@*");
		}
		return (trusted.size() == 1) ? trusted.getFirst() : ofTheProxysTenant(state, trusted);
	}

	/** Which one of several Exchange takes is not published; so chooses the lab. */
	private AuthServer ofTheProxysTenant(OrganizationState state, List<AuthServer> trusted) {
		String tenant = tenant(state.proxy().organization());
		return trusted.stream()
			.filter((server) -> server.realm().equals(tenant))
			.findFirst()
			.orElseGet(trusted::getFirst);
	}

	private String tenant(String organization) {
		try {
			return AuthMetadata.read(this.network, "", METADATA + organization).realm();
		}
		catch (IOException ex) {
			return "";
		}
	}

	private String assertion(OrganizationState state, Server server, AuthServer authServer,
			Consumer<StoredCertificate> signed) throws PushFailure {
		String thumbprint = state.auth().current();
		StoredCertificate signer = server.certificate(thumbprint)
			.orElseThrow(
					() -> new PushFailure(OAUTH + "OAuthTokenRequestFailedException", "The certificate with thumbprint "
							+ thumbprint + " was not found on server " + server.name() + "."));
		if (this.traits.test(Trait.SIGNING_KEY_UNREADABLE)) {
			throw keyless();
		}
		Instant now = this.traits.test(Trait.SERVER_CLOCK_FAST) ? this.clock.instant().plus(Duration.ofHours(1))
				: this.clock.instant();
		Map<String, Object> claims = new LinkedHashMap<>();
		claims.put("iss", state.serviceName() + "@" + authServer.realm());
		claims.put("aud", ISSUING + URI.create(authServer.tokenEndpoint()).getHost() + "@" + authServer.realm());
		claims.put("nbf", Long.toString(now.getEpochSecond()));
		claims.put("exp", Long.toString(now.plus(ASSERTION_LIFE).getEpochSecond()));
		try {
			String token = JsonWebToken.signed(claims, signer);
			signed.accept(signer);
			return token;
		}
		catch (GeneralSecurityException ex) {
			throw keyless();
		}
	}

	private static PushFailure keyless() {
		return new PushFailure("System.Security.Cryptography.CryptographicException", "Keyset does not exist.");
	}

	private String actorToken(AuthServer authServer, String resource, String assertion) throws PushFailure {
		Map<String, String> form = new LinkedHashMap<>();
		form.put("grant_type", "http://oauth.net/grant_type/jwt/1.0/bearer");
		form.put("assertion", assertion);
		form.put("resource", resource);
		LabInternet.Response response = send(URI.create(authServer.tokenEndpoint()),
				Map.of("Content-Type", "application/x-www-form-urlencoded"), encoded(form));
		String token = parsed(response.body()).path("access_token").asString("");
		if (response.status() != 200 || token.isEmpty()) {
			throw new PushFailure(OAUTH + "OAuthTokenRequestFailedException",
					"The token request to " + authServer.tokenEndpoint() + " failed. " + refusal(response));
		}
		return token;
	}

	private String outerToken(OrganizationState state, AuthServer authServer, String resource, String actor) {
		Instant now = this.clock.instant();
		Map<String, Object> claims = new LinkedHashMap<>();
		claims.put("iss", state.serviceName() + "@" + authServer.realm());
		claims.put("aud", resource);
		claims.put("nbf", Long.toString(now.getEpochSecond()));
		claims.put("exp", Long.toString(now.plus(OUTER_LIFE).getEpochSecond()));
		claims.put("actortoken", actor);
		return JsonWebToken.unsigned(claims);
	}

	private void deliver(URI service, String bearer, String message) throws PushFailure {
		LabInternet.Response response = send(service,
				Map.of("Authorization", "Bearer " + bearer, "Content-Type", "application/json"), message);
		if (response.status() / 100 != 2) {
			throw new PushFailure("System.Net.WebException",
					"The remote server returned an error: (" + response.status() + "). " + refusal(response));
		}
	}

	private LabInternet.Response send(URI address, Map<String, String> headers, String body) throws PushFailure {
		try {
			return this.network.post(address, headers, body);
		}
		catch (WebException ex) {
			throw new PushFailure("System.Net.WebException", ex.getMessage());
		}
		catch (IOException ex) {
			throw new PushFailure("System.Net.WebException",
					"Unable to connect to the remote server " + address.getHost() + ".");
		}
	}

	/** What the other side gave as its reason, in whichever of the usual places. */
	private static String refusal(LabInternet.Response response) {
		String description = parsed(response.body()).path("error_description").asString("");
		return !description.isEmpty() ? description.replace("\r\n", " ")
				: response.header("x-ms-diagnostics").orElse("");
	}

	private static JsonNode parsed(String body) {
		try {
			JsonNode tree = JSON.readTree(body);
			return tree.isObject() ? tree : JSON.createObjectNode();
		}
		catch (JacksonException ex) {
			return JSON.createObjectNode();
		}
	}

	private static String encoded(Map<String, String> form) {
		return form.entrySet()
			.stream()
			.map((field) -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
	}

	/**
	 * Writes a push in the lab's own words, as no specification of the real one is
	 * public.
	 * @param kind {@code message} or {@code probe}
	 * @param name {@code mailbox} or {@code server}
	 * @param value address of the mailbox, or name of the server
	 * @return for instance {@code {"kind":"probe","server":"ex1.fabrikam.com"}}
	 */
	public static String notice(String kind, String name, String value) {
		return JSON.createObjectNode().put("kind", kind).put(name, value.toLowerCase(Locale.ROOT)).toString();
	}

}
