package io.hybridge.microsoft365;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;

import io.hybridge.microsoft365.LoopbackCloud.Reply;

/** The sign-in service of a tenant: hands out codes and, when a test says so, tokens. */
public final class LoopbackSignIn {

	private static final String SCOPES = "Application.ReadWrite.All Directory.Read.All Domain.Read.All Organization.Read.All User.Read";

	private static final RSAKey KEY = key();

	private static final String AUDIENCE = "\"aud\":\"7d0c1d2e-52a8-4f4e-9d2a-5c1b7e6f0a11\",";

	public static final String ACCESS_TOKEN = "canary-access-token";

	public static final String REFRESH_TOKEN = "canary-refresh-token";

	public static final String DEVICE_CODE = "POST /" + LoopbackTenant.ID + "/oauth2/v2.0/devicecode";

	public static final String TOKEN = "POST /" + LoopbackTenant.ID + "/oauth2/v2.0/token";

	public volatile Supplier<Reply> token = LoopbackSignIn::pending;

	public volatile String verificationUri = "https://microsoft.com/devicelogin";

	private final AtomicInteger codes = new AtomicInteger();

	public LoopbackSignIn(LoopbackCloud cloud) {
		cloud.on("GET /fabrikam.com/v2.0/.well-known/openid-configuration",
				Reply.json(200, "{\"issuer\":\"https://login.microsoftonline.com/" + LoopbackTenant.ID + "/v2.0\"}"));
		cloud.on(DEVICE_CODE, (asked) -> Reply.json(200, """
				{"user_code":"CODE%d","device_code":"d","verification_uri":"%s","expires_in":900,"interval":1,
				"message":"m"}""".formatted(this.codes.incrementAndGet(), this.verificationUri)));
		cloud.on("GET /" + LoopbackTenant.ID + "/discovery/v2.0/keys", Reply.json(200, new JWKSet(KEY).toString()));
		cloud.on(TOKEN, (asked) -> this.token.get());
	}

	static Reply pending() {
		return refused("authorization_pending", 70016);
	}

	public static Reply refused(String error, int number) {
		return Reply.json(400, """
				{"error":"%s","error_description":"AADSTS%d: Microsoft's own words.\\r\\nTrace ID: 1",
				"error_codes":[%d],"timestamp":"2026-11-24 13:05:12Z"}""".formatted(error, number, number));
	}

	public static Reply granted(String tenantId, long seconds) {
		return granted(tenantId, seconds, "");
	}

	/** With more claims in the id token, for instance a nonce. */
	public static Reply granted(String tenantId, long seconds, String more) {
		String id = signed("""
				{"tid":"%s","oid":"o","sub":"s","preferred_username":"admin@fabrikam.com",
				"iss":"https://login.microsoftonline.com/%s/v2.0",%s"exp":4000000000%s}""".formatted(tenantId, tenantId,
				more.contains("\"aud\"") ? "" : AUDIENCE, more));
		return Reply.json(200, """
				{"token_type":"Bearer","scope":"%s","expires_in":%d,"ext_expires_in":%d,"access_token":"%s",
				"refresh_token":"%s","id_token":"%s","client_info":"%s"}""".formatted(SCOPES, seconds, seconds,
				ACCESS_TOKEN, REFRESH_TOKEN, id, encode("{\"uid\":\"u\",\"utid\":\"" + tenantId + "\"}")));
	}

	private static String signed(String claims) {
		try {
			JWSObject token = new JWSObject(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("loopback").build(),
					new Payload(claims));
			token.sign(new RSASSASigner(KEY));
			return token.serialize();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static RSAKey key() {
		try {
			return new RSAKeyGenerator(2048).keyID("loopback").generate();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String encode(String text) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
	}

}
