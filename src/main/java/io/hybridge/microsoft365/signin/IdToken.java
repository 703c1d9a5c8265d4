package io.hybridge.microsoft365.signin;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.microsoft.aad.msal4j.IAuthenticationResult;

import io.hybridge.microsoft365.http.GraphJson;

/**
 * What the sign-in says about the person. It came over TLS from the token endpoint
 * itself, which is why its signature is not looked at.
 *
 * @param tenantId the tenant that the token is good for
 * @param userName of the person
 */
record IdToken(@JsonProperty("tid") String tenantId, @JsonProperty("preferred_username") String userName) {

	static IdToken of(IAuthenticationResult result) {
		IdToken token = read(GraphJson.orEmpty(result.idToken()));
		String accountName = (result.account() != null) ? GraphJson.orEmpty(result.account().username()) : "";
		return new IdToken(GraphJson.orEmpty(token.tenantId()),
				GraphJson.orEmpty(token.userName()).isEmpty() ? accountName : token.userName());
	}

	private static IdToken read(String jwt) {
		String[] parts = jwt.split("\\.");
		try {
			IdToken token = (parts.length < 2) ? null : GraphJson
				.read(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8), IdToken.class);
			return (token != null) ? token : new IdToken("", "");
		}
		catch (IllegalArgumentException ex) {
			return new IdToken("", "");
		}
	}

}
