package io.hybridge.lab.tenant.signin;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import io.hybridge.lab.LabContext;
import io.hybridge.lab.Trait;
import io.hybridge.lab.Traits;
import io.hybridge.lab.tenant.http.Reply;
import io.hybridge.lab.tenant.http.Request;
import io.hybridge.lab.tenant.http.Route;
import io.hybridge.lab.tenant.http.StsError;
import io.hybridge.lab.tenant.state.FabrikamTenant;
import io.hybridge.lab.tenant.state.TenantState.Person;
import io.hybridge.lab.tenant.state.TenantStore;
import io.hybridge.lab.tenant.token.Jwt;

import static io.hybridge.lab.tenant.http.Route.Part.SIGN_IN;

/** Signing people in: a code is shown here, entered elsewhere, and traded for a token. */
public final class DeviceCodes {

	private static final Duration LIFE = Duration.ofMinutes(15);

	private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

	private final Map<String, Pending> pending = new ConcurrentHashMap<>();

	private final TenantStore tenant;

	private final UserTokens tokens;

	private final AuthorizationCodes authorizations;

	private final ApplicationSignIn applications;

	private final Supplier<String> page;

	private final Clock clock;

	private final Traits traits;

	public DeviceCodes(TenantStore tenant, UserTokens tokens, Supplier<String> page, LabContext context) {
		this.tenant = tenant;
		this.tokens = tokens;
		this.authorizations = new AuthorizationCodes(tenant, tokens, context);
		this.applications = new ApplicationSignIn(tokens, context);
		this.page = page;
		this.clock = context.clock();
		this.traits = context.traits();
	}

	public List<Route> routes() {
		return List.of(Route.of("POST devicecode", SIGN_IN, "POST", "/([^/]+)/oauth2/v2\\.0/devicecode", this::begin),
				Route.of("POST token", SIGN_IN, "POST", "/([^/]+)/oauth2/v2\\.0/token", this::token));
	}

	AuthorizationCodes authorizations() {
		return this.authorizations;
	}

	/**
	 * A person has entered a code and proved who they are.
	 * @param userCode as typed
	 * @return what Microsoft would say on its page
	 */
	Entered enter(String userCode, Person person) {
		String wanted = userCode.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
		Instant now = this.clock.instant();
		Optional<Pending> found = this.pending.values()
			.stream()
			.filter((pending) -> pending.userCode.equals(wanted) && pending.until.isAfter(now))
			.findFirst();
		found.ifPresent((pending) -> pending.person = person);
		if (found.isEmpty()) {
			return Entered.UNKNOWN;
		}
		return this.traits.has(Trait.DEVICE_CODE_BLOCKED) ? Entered.BLOCKED : Entered.SIGNED_IN;
	}

	/** What became of a code that a person entered. */
	enum Entered {

		/** No such code is waiting. */
		UNKNOWN,
		/** A policy of the tenant refuses this way to sign in. */
		BLOCKED,
		/** The person is signed in. */
		SIGNED_IN

	}

	private Reply begin(Request request) {
		Instant now = this.clock.instant();
		Map<String, String> form = request.form();
		Optional<StsError> refusal = refusal(request.part(0), form);
		if (refusal.isPresent()) {
			return refusal.get().reply(now);
		}
		this.pending.values().removeIf((pending) -> pending.until.plus(LIFE).isBefore(now));
		Pending pending = new Pending(userCode(), form.getOrDefault("scope", ""), now.plus(LIFE));
		String deviceCode = UUID.randomUUID() + "-" + UUID.randomUUID();
		this.pending.put(deviceCode, pending);
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("user_code", pending.userCode);
		body.put("device_code", deviceCode);
		body.put("verification_uri", this.page.get());
		body.put("expires_in", LIFE.toSeconds());
		body.put("interval", 1);
		body.put("message", "To sign in, use a web browser to open the page " + this.page.get() + " and enter the code "
				+ pending.userCode + " to authenticate.");
		return Reply.json(200, body).header("Cache-Control", "no-store");
	}

	private Reply token(Request request) {
		Instant now = this.clock.instant();
		Map<String, String> form = request.form();
		Optional<StsError> refusal = refusal(request.part(0), form);
		if (refusal.isPresent()) {
			return refusal.get().reply(now);
		}
		return switch (form.getOrDefault("grant_type", "")) {
			case "device_code", "urn:ietf:params:oauth:grant-type:device_code" -> redeemed(form, now);
			case "authorization_code" -> this.authorizations.redeemed(form);
			case "client_credentials" -> this.applications.redeemed(request, form);
			case "refresh_token" -> refreshed(form, now);
			default -> new StsError(400, "unsupported_grant_type", 70003,
					"The app requested an unsupported grant type '" + form.get("grant_type") + "'.")
				.reply(now);
		};
	}

	private Reply redeemed(Map<String, String> form, Instant now) {
		String code = form.getOrDefault("device_code", form.getOrDefault("code", ""));
		Pending pending = this.pending.get(code);
		if (pending == null || !pending.until.isAfter(now)) {
			this.pending.remove(code);
			return new StsError(400, (pending != null) ? "expired_token" : "bad_verification_code",
					(pending != null) ? 70020 : 70018,
					(pending != null)
							? "The provided value for the input parameter 'device_code' is not valid. This device code has expired."
							: "The verification code is not valid.")
				.reply(now);
		}
		Person person = pending.person;
		if (person == null || !this.pending.remove(code, pending)) {
			return StsError.pending().reply(now);
		}
		if (this.traits.has(Trait.DEVICE_CODE_BLOCKED)) {
			return StsError.blockedByPolicy().reply(now);
		}
		if (this.traits.has(Trait.CONSENT_MISSING)) {
			return StsError.consentMissing(form.getOrDefault("client_id", "")).reply(now);
		}
		return tokenResponse(person, pending.scope, form, now);
	}

	private Reply refreshed(Map<String, String> form, Instant now) {
		try {
			Jwt token = this.tokens.refreshed(form.getOrDefault("refresh_token", ""), now);
			Person person = this.tenant.state().person(token.claim("oid")).orElseThrow();
			return tokenResponse(person, form.getOrDefault("scope", token.claim("scp")), form, now);
		}
		catch (UserTokens.InvalidToken ex) {
			return new StsError(400, "invalid_grant", 70000,
					"Provided grant is invalid or malformed. The refresh token isn't valid.")
				.reply(now);
		}
	}

	private Reply tokenResponse(Person person, String scope, Map<String, String> form, Instant now) {
		return Reply.json(200, this.tokens.tokenResponse(person, scope, form.get("client_id"), now))
			.header("Cache-Control", "no-store");
	}

	private Optional<StsError> refusal(String realm, Map<String, String> form) {
		if (!List.of("common", "organizations").contains(realm) && !this.tenant.state().answersTo(realm)) {
			return Optional.of(StsError.unknownRealm(realm));
		}
		String clientId = form.getOrDefault("client_id", "");
		return FabrikamTenant.CONSOLE.equals(clientId) ? Optional.empty()
				: Optional.of(StsError.unknownApplication(clientId, this.tenant.state().displayName()));
	}

	private static String userCode() {
		return new SecureRandom().ints(9, 0, LETTERS.length())
			.mapToObj((index) -> LETTERS.substring(index, index + 1))
			.collect(Collectors.joining());
	}

	/** A code that waits to be entered. */
	private static final class Pending {

		private final String userCode;

		private final String scope;

		private final Instant until;

		private volatile Person person;

		Pending(String userCode, String scope, Instant until) {
			this.userCode = userCode;
			this.scope = scope;
			this.until = until;
		}

	}

}
