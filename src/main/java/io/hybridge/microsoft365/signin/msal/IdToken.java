package io.hybridge.microsoft365.signin.msal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.microsoft.aad.msal4j.IAuthenticationResult;

import io.hybridge.microsoft365.http.GraphJson;
import io.hybridge.remote.RemoteFailure;

/**
 * What the sign-in says about the person. It came over TLS from the token endpoint
 * itself, which is why its signature is not looked at.
 *
 * @param tenantId the tenant that the token is good for
 * @param homeTenantId the tenant in which the person is at home
 * @param objectId of the person in the tenant, which nobody chooses
 * @param userName of the person
 * @param scopes what the person lets the console do
 * @param audience for which application it was made
 * @param nonce of the request, or empty
 * @param end until when it is good, or null
 */
public record IdToken(String tenantId, String homeTenantId, String objectId, String userName, String scopes,
		String audience, String nonce, Instant end) {

	public static IdToken of(IAuthenticationResult result) {
		Claims claims = read(GraphJson.orEmpty(result.idToken()));
		String account = (result.account() != null) ? GraphJson.orEmpty(result.account().username()) : "";
		String home = (result.account() != null) ? GraphJson.orEmpty(result.account().homeAccountId()) : "";
		String name = GraphJson.orEmpty(claims.userName());
		return new IdToken(GraphJson.orEmpty(claims.tenantId()), home.substring(home.indexOf('.') + 1),
				GraphJson.orEmpty(claims.objectId()), name.isEmpty() ? account : name,
				GraphJson.orEmpty(result.scopes()), GraphJson.orEmpty(claims.audience()),
				GraphJson.orEmpty(claims.nonce()), (claims.end() != null) ? Instant.ofEpochSecond(claims.end()) : null);
	}

	/**
	 * Refuses what does not fit to what was asked for.
	 * @param nonce that was sent, or empty where none was
	 */
	public void require(String tenantId, String clientId, String nonce, Instant now) {
		if (!this.tenantId.equalsIgnoreCase(tenantId)) {
			throw refused("microsoft365.wrong-tenant",
					tenantId + " / " + (this.tenantId.isEmpty() ? "?" : this.tenantId));
		}
		if (!this.audience.equalsIgnoreCase(clientId)) {
			throw refused("microsoft365.id-token", "aud: " + this.audience);
		}
		if (!this.nonce.equals(nonce)) {
			throw refused("microsoft365.id-token", "nonce");
		}
		if (this.end == null || !now.isBefore(this.end)) {
			throw refused("microsoft365.id-token", "exp: " + this.end);
		}
	}

	private static RemoteFailure refused(String code, String evidence) {
		return RemoteFailure.withoutEffect(SignInErrorMapper.SUBJECT, code, evidence);
	}

	private static Claims read(String jwt) {
		String[] parts = jwt.split("\\.");
		try {
			Claims claims = (parts.length < 2) ? null : GraphJson
				.read(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8), Claims.class);
			return (claims != null) ? claims : Claims.NONE;
		}
		catch (IllegalArgumentException ex) {
			return Claims.NONE;
		}
	}

	private record Claims(@JsonProperty("tid") String tenantId, @JsonProperty("oid") String objectId,
			@JsonProperty("preferred_username") String userName, @JsonProperty("aud") String audience,
			@JsonProperty("nonce") String nonce, @JsonProperty("exp") Long end) {

		static final Claims NONE = new Claims(null, null, null, null, null, null);

	}

}
