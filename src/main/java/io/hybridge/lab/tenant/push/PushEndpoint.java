package io.hybridge.lab.tenant.push;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.hybridge.lab.LabContext;
import io.hybridge.lab.Trait;
import io.hybridge.lab.Traits;
import io.hybridge.lab.phone.LabPhone;
import io.hybridge.lab.tenant.http.Reply;
import io.hybridge.lab.tenant.http.Request;
import io.hybridge.lab.tenant.http.Route;
import io.hybridge.lab.tenant.state.FabrikamTenant;
import io.hybridge.lab.tenant.state.TenantEffect;
import io.hybridge.lab.tenant.state.TenantState;
import io.hybridge.lab.tenant.state.TenantStore;
import io.hybridge.lab.tenant.token.Jwt;
import io.hybridge.lab.tenant.token.TokenKey;

import static io.hybridge.lab.tenant.http.Route.Part.PUSH;

/**
 * Where servers hand on their notifications. The number on the phone rises only when the
 * server proved with a token of the token service that it may.
 */
public final class PushEndpoint {

	private static final String CHALLENGE = "Bearer client_id=\"" + FabrikamTenant.EXCHANGE_ONLINE
			+ "\", trusted_issuers=\"00000001-0000-0000-c000-000000000000@*\", token_types=\"app_asserted_user_v1 service_asserted_app_v1\", authorization_uri=\"https://login.microsoftonline.com/common/oauth2/authorize\"";

	private static final Duration SKEW = Duration.ofMinutes(5);

	private static final Map<Trait, Integer> ANSWERS = Map.of(Trait.PUSH_FORBIDDEN, 403, Trait.PUSH_SERVICE_GONE, 404,
			Trait.PUSH_SERVICE_BUSY, 503);

	private final TenantStore tenant;

	private final TokenKey key;

	private final LabPhone phone;

	private final Clock clock;

	private final Traits traits;

	public PushEndpoint(TenantStore tenant, TokenKey key, LabPhone phone, LabContext context) {
		this.tenant = tenant;
		this.key = key;
		this.phone = phone;
		this.clock = context.clock();
		this.traits = context.traits();
	}

	public List<Route> routes() {
		return List.of(Route.of("POST PushNotifications", PUSH, "POST", "/PushNotifications/?", this::answer));
	}

	private Reply answer(Request request) {
		String authorization = request.header("authorization").orElse("");
		String token = authorization.regionMatches(true, 0, "Bearer", 0, 6) ? authorization.substring(6).strip() : "";
		if (token.isEmpty()) {
			return Reply.empty(401).header("WWW-Authenticate", CHALLENGE);
		}
		try {
			verify(token, this.tenant.state(), this.clock.instant());
		}
		catch (Refused ex) {
			return Reply.empty(401)
				.header("WWW-Authenticate", CHALLENGE + ", error=\"invalid_token\"")
				.header("x-ms-diagnostics",
						ex.number + ";reason=\"" + ex.getMessage() + "\";error_category=\"" + ex.category + "\"")
				.about(this.tenant.append(TenantEffect.PushRefused, Map.of("reason", ex.getMessage())));
		}
		return outOfOrder().orElseGet(() -> accept(request.body()));
	}

	private Optional<Reply> outOfOrder() {
		return ANSWERS.entrySet()
			.stream()
			.filter((answer) -> this.traits.has(answer.getKey()))
			.map((answer) -> Reply.empty(answer.getValue()))
			.findFirst();
	}

	private void verify(String text, TenantState state, Instant now) {
		Jwt outer = read(text);
		Jwt actor = outer.unsigned() ? read(outer.claim("actortoken")) : outer;
		if (!this.key.signed(actor)) {
			throw new Refused(2000001, "The token has an invalid signature.", "invalid_signature");
		}
		require(actor.claim("iss").startsWith("00000001-0000-0000-c000-000000000000@"), 2000010,
				"The issuer of the token is not trusted.", "invalid_issuer");
		String tenantId = actor.claim("iss").substring(actor.claim("iss").indexOf('@') + 1);
		require(state.tenantId().equals(tenantId), 2000004,
				"The tenant for tenant guid '" + tenantId + "' does not exist.", "invalid_tenant");
		require(outer == actor || outer.claim("iss").equals(actor.claim("nameid")), 2000010,
				"The issuer of the outer token is not the actor.", "invalid_issuer");
		require(outer.claim("aud").equals(actor.claim("aud")) && audience(actor.claim("aud"), state), 2000003,
				"The audience claim value is invalid 'aud'.", "invalid_resource");
		require(!this.traits.has(Trait.PUSH_TOKEN_NOT_ACCEPTED), 2000008,
				"The token should have valid permissions or linked account associated with partner application '"
						+ FabrikamTenant.EXCHANGE_ONLINE + "'.",
				"invalid_grant");
		require(current(actor, now) && current(outer, now), 2000006, "The token has expired.", "token_expired");
	}

	private Reply accept(String body) {
		JsonNode message = json(body);
		if ("probe".equals(message.path("kind").asString(""))) {
			return Reply.json(200, Map.of("accepted", true))
				.about(this.tenant.append(TenantEffect.ProbeAccepted,
						Map.of("server", message.path("server").asString(""))));
		}
		String mailbox = message.path("mailbox").asString("");
		if (!"message".equals(message.path("kind").asString("")) || mailbox.isEmpty()) {
			return Reply.json(400, Map.of("accepted", false));
		}
		return Reply.json(200, Map.of("accepted", true))
			.about(this.tenant.append(TenantEffect.PushAccepted, Map.of("mailbox", mailbox)))
			.about(this.phone.raise(mailbox));
	}

	private static JsonNode json(String body) {
		try {
			return JsonMapper.shared().readTree(body);
		}
		catch (JacksonException ex) {
			return JsonMapper.shared().createObjectNode();
		}
	}

	/** Identifier and realm must be equal to the letter, the host need not. */
	private static boolean audience(String audience, TenantState state) {
		String[] parts = audience.split("[/@]", -1);
		return parts.length == 3 && parts[0].equals(FabrikamTenant.EXCHANGE_ONLINE)
				&& parts[1].equalsIgnoreCase("outlook.office365.com") && parts[2].equals(state.tenantId());
	}

	private static boolean current(Jwt token, Instant now) {
		return token.time("nbf").filter((from) -> !now.isBefore(from.minus(SKEW))).isPresent()
				&& token.time("exp").filter((until) -> now.isBefore(until.plus(SKEW))).isPresent();
	}

	private static Jwt read(String token) {
		try {
			return Jwt.parse(token);
		}
		catch (IllegalArgumentException ex) {
			throw new Refused(2000000, "The token cannot be read.", "invalid_token");
		}
	}

	private static void require(boolean condition, int number, String reason, String category) {
		if (!condition) {
			throw new Refused(number, reason, category);
		}
	}

	/** The token is not believed. */
	private static final class Refused extends RuntimeException {

		private final int number;

		private final String category;

		Refused(int number, String reason, String category) {
			super(reason, null, false, false);
			this.number = number;
			this.category = category;
		}

	}

}
