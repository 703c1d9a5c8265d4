package io.hybridge.lab.tenant.signin;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.hybridge.lab.Trait;
import io.hybridge.lab.Traits;
import io.hybridge.lab.tenant.http.Request;
import io.hybridge.lab.tenant.state.TenantState;
import io.hybridge.lab.tenant.state.TenantState.Person;
import io.hybridge.lab.tenant.state.TenantStore;
import io.hybridge.lab.tenant.token.Jwt;
import io.hybridge.lab.tenant.token.TokenKey;

/** The tokens that people get and show, all signed by the token service. */
public final class UserTokens {

	/**
	 * Longer than the console keeps a token: MSAL4J forgets the port of a sign-in address
	 * when it renews one, and the lab has no other address.
	 */
	private static final Duration ACCESS = Duration.ofHours(9);

	/** The tenant of the partner, whose administrators are guests here. */
	private static final String PARTNER = UUID.nameUUIDFromBytes("partner".getBytes(StandardCharsets.US_ASCII))
		.toString();

	/** Its principal in this tenant. */
	private static final String APPLICATION = UUID.nameUUIDFromBytes("application".getBytes(StandardCharsets.US_ASCII))
		.toString();

	private static final Duration REFRESH = Duration.ofDays(90);

	private final TenantStore tenant;

	private final TokenKey key;

	private final Traits traits;

	public UserTokens(TenantStore tenant, TokenKey key, Traits traits) {
		this.tenant = tenant;
		this.key = key;
		this.traits = traits;
	}

	Map<String, Object> tokenResponse(Person person, String scope, String clientId, Instant now) {
		return tokenResponse(person, scope, clientId, Extra.NONE, now);
	}

	Map<String, Object> tokenResponse(Person person, String scope, String clientId, Extra extra, Instant now) {
		String tenantId = this.tenant.state().tenantId();
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("token_type", "Bearer");
		body.put("scope", scope);
		body.put("expires_in", ACCESS.toSeconds());
		body.put("ext_expires_in", ACCESS.toSeconds());
		body.put("access_token", access(person, scope, clientId, extra, now));
		if (scopes(scope).contains("offline_access")) {
			body.put("refresh_token", refresh(person, scope, clientId, now));
		}
		body.put("id_token", identity(person, clientId, extra, now));
		body.put("client_info", Jwt.encode(("{\"uid\":\"" + person.id() + "\",\"utid\":\"" + home(tenantId) + "\"}")
			.getBytes(StandardCharsets.US_ASCII)));
		return body;
	}

	/** A token that stands for no person; what it may is in its roles. */
	Map<String, Object> applicationResponse(String clientId, List<String> roles, Instant now) {
		Map<String, Object> claims = claims(APPLICATION, graph(), now, ACCESS);
		claims.put("appid", clientId);
		claims.put("idtyp", "app");
		claims.put("roles", String.join(" ", roles));
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("token_type", "Bearer");
		body.put("expires_in", ACCESS.toSeconds());
		body.put("ext_expires_in", ACCESS.toSeconds());
		body.put("access_token", this.key.sign(claims));
		return body;
	}

	Jwt refreshed(String token, Instant now) {
		Jwt jwt = verified(token, "refresh", now);
		if (this.tenant.state().person(jwt.claim("oid")).isEmpty()) {
			throw new InvalidToken("The person is not there any more.");
		}
		return jwt;
	}

	public Caller caller(Request request, Instant now) {
		String header = request.header("authorization").orElse("");
		if (!header.regionMatches(true, 0, "Bearer ", 0, 7) || header.substring(7).isBlank()) {
			throw new InvalidToken("Access token is empty.");
		}
		Jwt token = verified(header.substring(7).strip(), graph(), now);
		if ("app".equals(token.claim("idtyp"))) {
			return new Caller(Optional.empty(), scopes(token.claim("roles")), List.of());
		}
		Person person = this.tenant.state()
			.person(token.claim("oid"))
			.orElseThrow(() -> new InvalidToken("Access token validation failure. User was not found."));
		return new Caller(Optional.of(person), scopes(token.claim("scp")), scopes(token.claim("acrs")));
	}

	private Jwt verified(String text, String audience, Instant now) {
		Jwt token;
		try {
			token = Jwt.parse(text);
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidToken("CompactToken parsing failed with error code: 80049217");
		}
		if (!this.key.signed(token) || !this.tenant.state().tenantId().equals(token.claim("tid"))) {
			throw new InvalidToken("Access token validation failure. Invalid signature.");
		}
		if (!audience.equals(token.claim("aud"))) {
			throw new InvalidToken("Access token validation failure. Invalid audience.");
		}
		if (!token.time("exp").filter(now::isBefore).isPresent()) {
			throw new InvalidToken("Lifetime validation failed, the token is expired.");
		}
		return token;
	}

	private String access(Person person, String scope, String clientId, Extra extra, Instant now) {
		Map<String, Object> claims = claims(person.id(), graph(), now, ACCESS);
		claims.put("appid", clientId);
		claims.put("upn", person.userPrincipalName());
		claims.put("scp", scope);
		claims.put("acrs", String.join(" ", extra.contexts()));
		if (!this.traits.has(Trait.ROLE_BY_GROUP)) {
			claims.put("wids", person.roles().stream().map(TenantState.Role::templateId).toList());
		}
		return this.key.sign(claims);
	}

	private String refresh(Person person, String scope, String clientId, Instant now) {
		Map<String, Object> claims = claims(person.id(), "refresh", now, REFRESH);
		claims.put("appid", clientId);
		claims.put("scp", scope);
		return this.key.sign(claims);
	}

	private String identity(Person person, String clientId, Extra extra, Instant now) {
		Map<String, Object> claims = claims(person.id(), clientId, now, ACCESS);
		claims.put("iss",
				"https://" + Played.of(this.traits).signIn() + "/" + this.tenant.state().tenantId() + "/v2.0");
		claims.put("name", person.displayName());
		claims.put("preferred_username", person.userPrincipalName());
		claims.put("ver", "2.0");
		if (!extra.nonce().isEmpty()) {
			claims.put("nonce", extra.nonce());
		}
		if (this.traits.has(Trait.ADMINISTRATOR_OF_A_PARTNER)) {
			claims.put("idp", "https://sts.windows.net/" + PARTNER + "/");
		}
		return this.key.sign(claims);
	}

	private Map<String, Object> claims(String subject, String audience, Instant now, Duration life) {
		String tenantId = this.tenant.state().tenantId();
		Map<String, Object> claims = new LinkedHashMap<>();
		claims.put("aud", audience);
		claims.put("iss", "https://sts.windows.net/" + tenantId + "/");
		claims.put("iat", now.getEpochSecond());
		claims.put("nbf", now.getEpochSecond());
		claims.put("exp", now.plus(life).getEpochSecond());
		claims.put("oid", subject);
		claims.put("sub", subject);
		claims.put("tid", tenantId);
		claims.put("uti", UUID.randomUUID().toString());
		claims.put("ver", "1.0");
		return claims;
	}

	/** Who gets the tokens. */
	String graph() {
		return "https://" + Played.of(this.traits).graph();
	}

	/** The tenant in which the person is at home. */
	private String home(String tenantId) {
		return this.traits.has(Trait.ADMINISTRATOR_OF_A_PARTNER) ? PARTNER : tenantId;
	}

	static List<String> scopes(String scope) {
		return Arrays.stream(scope.strip().split("\\s+"))
			.map((word) -> word.replaceFirst("^https://[^/]+/", ""))
			.toList();
	}

	/**
	 * Whoever shows a token.
	 *
	 * @param person who signed in, or empty for the application itself
	 * @param scopes what the application may do, for that person or as itself
	 * @param contexts that the sign-in has met
	 */
	public record Caller(Optional<Person> person, List<String> scopes, List<String> contexts) {

		public boolean mayWriteKeys() {
			return this.person.filter(Person::mayWriteKeys).isPresent() && this.scopes.stream()
				.anyMatch(List.of("Application.ReadWrite.All", "Directory.ReadWrite.All", ".default")::contains);
		}

		/** Of people the lab asks no consent to read. */
		public boolean mayRead(String permission) {
			return this.person.isPresent() || this.scopes.contains(permission);
		}

	}

	/**
	 * What only a sign-in in a browser asks for.
	 *
	 * @param nonce to be found again in the id token
	 * @param contexts to be named in the access token
	 */
	record Extra(String nonce, List<String> contexts) {

		static final Extra NONE = new Extra("", List.of());

	}

	/** The token says nothing that is believed. */
	public static final class InvalidToken extends RuntimeException {

		InvalidToken(String message) {
			super(message, null, false, false);
		}

	}

}
