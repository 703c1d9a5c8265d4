package io.hybridge.lab.tenant.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.hybridge.certificate.Certificate;
import io.hybridge.lab.LabContext;
import io.hybridge.lab.Trait;
import io.hybridge.lab.Traits;
import io.hybridge.lab.tenant.http.Reply;
import io.hybridge.lab.tenant.http.Request;
import io.hybridge.lab.tenant.http.Route;
import io.hybridge.lab.tenant.http.StsError;
import io.hybridge.lab.tenant.state.TenantEffect;
import io.hybridge.lab.tenant.state.TenantKey;
import io.hybridge.lab.tenant.state.TenantState;
import io.hybridge.lab.tenant.state.TenantStore;

import static io.hybridge.lab.tenant.http.Route.Part.SIGN_IN;

/**
 * The token service for servers: it gives a token to whoever signed an assertion with a
 * key that is really registered on the principal.
 */
public final class ServerTokens {

	private static final String STS = "00000001-0000-0000-c000-000000000000";

	private static final Duration SKEW = Duration.ofMinutes(5);

	private static final Duration LIFE = Duration.ofSeconds(86_400);

	private final TenantStore tenant;

	private final TokenKey key;

	private final Clock clock;

	private final Traits traits;

	public ServerTokens(TenantStore tenant, TokenKey key, LabContext context) {
		this.tenant = tenant;
		this.key = key;
		this.clock = context.clock();
		this.traits = context.traits();
	}

	public List<Route> routes() {
		return List.of(
				Route.of("POST server token", SIGN_IN, "POST", "/([^/]+)/tokens/OAuth/2",
						(request) -> answer(request, request.part(0))),
				Route.of("POST server token", SIGN_IN, "POST", "/tokens/OAuth/2",
						(request) -> answer(request, this.tenant.state().tenantId())));
	}

	private Reply answer(Request request, String realm) {
		Instant now = this.clock.instant();
		try {
			return issue(request.form(), realm, now);
		}
		catch (Refused refused) {
			Reply reply = refused.error.reply(now);
			return reply.about(this.tenant.append(TenantEffect.TokenRefused,
					Map.of("code", "AADSTS" + refused.error.code(), "thumbprint", refused.thumbprint)));
		}
	}

	private Reply issue(Map<String, String> form, String realm, Instant now) {
		TenantState state = this.tenant.state();
		require(state.answersTo(realm) && !this.traits.has(Trait.SERVER_TENANT_NOT_FOUND),
				StsError.unknownRealm(realm));
		require("http://oauth.net/grant_type/jwt/1.0/bearer".equals(form.get("grant_type")),
				new StsError(400, "unsupported_grant_type", 70003,
						"The app requested an unsupported grant type '" + form.get("grant_type") + "'."));
		Jwt assertion = read(form.get("assertion"));
		require(state.principal().appId().equals(principalOf(assertion.claim("iss"))),
				StsError.unknownApplication(principalOf(assertion.claim("iss")), state.displayName()));
		refuse(Trait.SERVER_APPLICATION_DISABLED, StsError.disabledApplication(state.principal().appId()));
		require(state.answersTo(realmOf(assertion.claim("iss"))),
				StsError.unknownRealm(realmOf(assertion.claim("iss"))));
		require(AuthMetadata.allowedAudiences(state).contains(assertion.claim("aud")), new StsError(401,
				"invalid_client", 700023, "Client assertion audience claim does not match Realm issuer."));
		String thumbprint = verify(assertion, state, now);
		refuse(Trait.SERVER_BLOCKED_BY_POLICY, StsError.blockedByConditionalAccess());
		refuse(Trait.SERVER_TOKEN_REFUSED, StsError.rare());
		String resource = resource(form.getOrDefault("resource", ""), state);
		return tokenResponse(state, resource, now).about(
				this.tenant.append(TenantEffect.TokenIssued, Map.of("thumbprint", thumbprint, "resource", resource)));
	}

	private String verify(Jwt assertion, TenantState state, Instant now) {
		String thumbprint = thumbprint(assertion);
		// Of several entries of a certificate one that counts is enough.
		List<TenantKey> keys = state.keys()
			.stream()
			.filter((key) -> key.verifies() && thumbprint.equals(real(key)))
			.sorted(Comparator.comparing((key) -> key.expiredAt(now)))
			.toList();
		require(!keys.isEmpty() && !this.traits.has(Trait.SERVER_KEY_NOT_FOUND),
				invalidKey(state, "The key was not found.", thumbprint), thumbprint);
		Optional<TenantKey> fitting = keys.stream()
			.filter((key) -> assertion.signedWith(key.certificate().publicKey()))
			.findFirst();
		TenantKey found = fitting.orElse(keys.getFirst());
		require(!found.expiredAt(now) && !this.traits.has(Trait.SERVER_KEY_ENDED),
				invalidKey(state, "The key used is expired." + shown(found), thumbprint), thumbprint);
		require(fitting.isPresent(), invalidKey(state,
				"The provided signature value did not match the expected signature value." + shown(found), thumbprint),
				thumbprint);
		Instant from = assertion.time("nbf").orElse(Instant.MIN);
		Instant until = assertion.time("exp").orElse(Instant.MIN);
		require(!now.isBefore(minus(from)) && now.isBefore(until.equals(Instant.MIN) ? until : until.plus(SKEW)),
				new StsError(401, "invalid_client", 700024,
						"Client assertion is not within its valid time range. Current time: " + now
								+ ", assertion valid from " + from + ", expiry time of assertion " + until + "."),
				thumbprint);
		return thumbprint;
	}

	private void refuse(Trait trait, StsError error) {
		require(!this.traits.has(trait), error);
	}

	private Reply tokenResponse(TenantState state, String resource, Instant now) {
		String issuer = STS + "@" + state.tenantId();
		Instant from = now.minus(SKEW);
		Instant until = now.plus(LIFE);
		Map<String, Object> claims = new LinkedHashMap<>();
		claims.put("aud", resource);
		claims.put("iss", issuer);
		claims.put("iat", from.getEpochSecond());
		claims.put("nbf", from.getEpochSecond());
		claims.put("exp", until.getEpochSecond());
		claims.put("identityprovider", issuer);
		claims.put("nameid", state.principal().appId() + "@" + state.tenantId());
		claims.put("oid", state.principal().id());
		claims.put("sub", state.principal().id());
		claims.put("trustedfordelegation", "true");
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("token_type", "Bearer");
		body.put("expires_in", Long.toString(LIFE.toSeconds()));
		body.put("not_before", Long.toString(from.getEpochSecond()));
		body.put("expires_on", Long.toString(until.getEpochSecond()));
		body.put("resource", resource);
		body.put("access_token", this.key.sign(claims));
		return Reply.json(200, body).header("Cache-Control", "no-store");
	}

	private static String resource(String resource, TenantState state) {
		require(state.principal().appId().equals(principalOf(resource)) && state.answersTo(realmOf(resource)),
				new StsError(400, "invalid_resource", 500011, "The resource principal named " + resource
						+ " was not found in the tenant named " + state.displayName()
						+ ". This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant."));
		return resource.substring(0, resource.lastIndexOf('@')) + "@" + state.tenantId();
	}

	private static Jwt read(String assertion) {
		try {
			return Jwt.parse((assertion != null) ? assertion : "");
		}
		catch (IllegalArgumentException ex) {
			throw new Refused(new StsError(401, "invalid_client", 50027, "JWT token is invalid or malformed."), "");
		}
	}

	private static String thumbprint(Jwt assertion) {
		try {
			return assertion.header("x5t")
				.map((x5t) -> HexFormat.of().withUpperCase().formatHex(Jwt.decode(x5t)))
				.orElse("");
		}
		catch (IllegalArgumentException ex) {
			return "";
		}
	}

	/** From the certificate's own bytes, never from the text beside it. */
	private static String real(TenantKey key) {
		Certificate certificate = key.certificate();
		return certificate.thumbprint().value();
	}

	private static String shown(TenantKey key) {
		return ", Found key 'Start=" + key.startDateTime() + ", End=" + key.endDateTime() + "'";
	}

	private static StsError invalidKey(TenantState state, String reason, String thumbprint) {
		return StsError.invalidKey(state.principal().appId(), reason, thumbprint);
	}

	private static Instant minus(Instant from) {
		return from.equals(Instant.MIN) ? from : from.minus(SKEW);
	}

	private static String principalOf(String name) {
		return name.split("[/@]", 2)[0];
	}

	private static String realmOf(String name) {
		return name.substring(name.lastIndexOf('@') + 1);
	}

	private static void require(boolean condition, StsError error) {
		require(condition, error, "");
	}

	private static void require(boolean condition, StsError error, String thumbprint) {
		if (!condition) {
			throw new Refused(error, thumbprint);
		}
	}

	/** Ends the examination of an assertion. */
	private static final class Refused extends RuntimeException {

		private final transient StsError error;

		private final String thumbprint;

		Refused(StsError error, String thumbprint) {
			super(error.error(), null, false, false);
			this.error = error;
			this.thumbprint = thumbprint;
		}

	}

}
