package io.hybridge.lab.tenant.signin;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import io.hybridge.lab.LabContext;
import io.hybridge.lab.Trait;
import io.hybridge.lab.Traits;
import io.hybridge.lab.tenant.http.Reply;
import io.hybridge.lab.tenant.http.StsError;
import io.hybridge.lab.tenant.state.FabrikamTenant;
import io.hybridge.lab.tenant.state.TenantState.Person;
import io.hybridge.lab.tenant.state.TenantStore;
import io.hybridge.lab.tenant.token.Jwt;

/**
 * Signing people in by their browser: it comes from the application, and goes back to it
 * with a code that is worth a token once, and only with the verifier that was kept there.
 */
final class AuthorizationCodes {

	private static final Duration LIFE = Duration.ofMinutes(10);

	/** Where the console waits for the browser; of this machine's ports each counts. */
	private static final String RETURN = "/sign-in/microsoft365";

	private final Map<String, Granted> codes = new ConcurrentHashMap<>();

	private final TenantStore tenant;

	private final UserTokens tokens;

	private final Clock clock;

	private final Traits traits;

	AuthorizationCodes(TenantStore tenant, UserTokens tokens, LabContext context) {
		this.tenant = tenant;
		this.tokens = tokens;
		this.clock = context.clock();
		this.traits = context.traits();
	}

	/** Why nobody is sent back with anything, because it is not known where to. */
	Optional<StsError> untrusted(AuthorizationRequest asked) {
		if (!List.of("common", "organizations").contains(asked.realm())
				&& !this.tenant.state().answersTo(asked.realm())) {
			return Optional.of(StsError.unknownRealm(asked.realm()));
		}
		if (!FabrikamTenant.CONSOLE.equals(asked.clientId())) {
			return Optional.of(StsError.unknownApplication(asked.clientId(), this.tenant.state().displayName()));
		}
		return registered(asked.redirectUri()) ? Optional.empty()
				: Optional.of(StsError.unknownRedirect(asked.redirectUri(), asked.clientId()));
	}

	/** Why the browser goes back without a code. */
	Optional<StsError> refused(AuthorizationRequest asked) {
		if (!"code".equals(asked.responseType()) || !"query".equals(asked.responseMode())) {
			return Optional.of(new StsError(400, "unsupported_response_type", 70007,
					"The lab answers with response_type 'code' and response_mode 'query' only."));
		}
		if (!"S256".equals(asked.challengeMethod()) || asked.challenge().isEmpty()) {
			return Optional.of(new StsError(400, "invalid_request", 9002325,
					"Proof Key for Code Exchange is required for cross-origin authorization code redemption."));
		}
		return this.traits.has(Trait.CONSENT_MISSING) ? Optional.of(StsError.consentMissing(asked.clientId()))
				: Optional.empty();
	}

	String grant(AuthorizationRequest asked, Person person) {
		Instant now = this.clock.instant();
		this.codes.values().removeIf((granted) -> granted.until.plus(LIFE).isBefore(now));
		String code = "1." + UUID.randomUUID() + "." + UUID.randomUUID();
		this.codes.put(code, new Granted(asked, person, now.plus(LIFE)));
		return code;
	}

	Reply redeemed(Map<String, String> form) {
		Instant now = this.clock.instant();
		Granted granted = this.codes.get(form.getOrDefault("code", ""));
		Optional<StsError> refusal = refusal(granted, form, now);
		if (refusal.isPresent()) {
			return refusal.get().reply(now);
		}
		AuthorizationRequest asked = granted.asked;
		return Reply
			.json(200,
					this.tokens.tokenResponse(granted.person, asked.scope(), asked.clientId(),
							new UserTokens.Extra(asked.nonce(), asked.contexts()), now))
			.header("Cache-Control", "no-store");
	}

	private static Optional<StsError> refusal(Granted granted, Map<String, String> form, Instant now) {
		if (granted == null) {
			return grant(70000, "Provided grant is invalid or malformed.");
		}
		AuthorizationRequest asked = granted.asked;
		if (!asked.clientId().equals(form.get("client_id"))) {
			return grant(70000, "The code was issued to another application.");
		}
		if (!asked.redirectUri().equals(form.get("redirect_uri"))) {
			return grant(500112,
					"The reply address '" + form.get("redirect_uri") + "' does not match the reply address '"
							+ asked.redirectUri() + "' provided when requesting Authorization code.");
		}
		if (!asked.challenge().equals(challenge(form.getOrDefault("code_verifier", "")))) {
			return grant(501481,
					"The Code_Verifier does not match the code_challenge supplied in the authorization request.");
		}
		if (!granted.until.isAfter(now)) {
			return grant(70008,
					"The provided authorization code or refresh token has expired due to inactivity. Send a new interactive authorization request for this user and resource.");
		}
		return granted.taken() ? Optional.empty() : grant(54005,
				"OAuth2 Authorization code was already redeemed, please retry with a new valid code or use an existing refresh token.");
	}

	private static Optional<StsError> grant(int code, String text) {
		return Optional.of(new StsError(400, "invalid_grant", code, text));
	}

	private static String challenge(String verifier) {
		try {
			return Jwt
				.encode(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * The lab cannot know what a console behind TLS is called, so there only the path
	 * counts.
	 */
	private static boolean registered(String address) {
		try {
			URI uri = URI.create(address);
			boolean local = "http".equals(uri.getScheme()) && "localhost".equals(uri.getHost());
			return (local || "https".equals(uri.getScheme()) && uri.getHost() != null)
					&& RETURN.equals(uri.getRawPath()) && uri.getRawQuery() == null && uri.getRawFragment() == null
					&& uri.getRawUserInfo() == null;
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

	/** A code that was handed out. */
	private static final class Granted {

		private final AuthorizationRequest asked;

		private final Person person;

		private final Instant until;

		private boolean redeemed;

		Granted(AuthorizationRequest asked, Person person, Instant until) {
			this.asked = asked;
			this.person = person;
			this.until = until;
		}

		synchronized boolean taken() {
			boolean first = !this.redeemed;
			this.redeemed = true;
			return first;
		}

	}

}
