package io.hybridge.microsoft365.signin.msal;

import java.text.ParseException;

import com.microsoft.aad.msal4j.IAuthenticationResult;
import com.nimbusds.jwt.JWTClaimsSet;

import io.hybridge.microsoft365.http.GraphJson;

/**
 * What the sign-in says about the person, after its signature and its purpose were
 * checked.
 *
 * @param tenantId the tenant that the token is good for
 * @param homeTenantId the tenant in which the person is at home
 * @param objectId of the person in the tenant, which nobody chooses
 * @param userName of the person, which their tenant gives; never the display name, which
 * they may choose
 * @param scopes what the person lets the console do
 * @param audience for which application it was made
 */
public record IdToken(String tenantId, String homeTenantId, String objectId, String userName, String scopes,
		String audience) {

	static IdToken of(JWTClaimsSet claims, IAuthenticationResult result) throws ParseException {
		String home = (result.account() != null) ? GraphJson.orEmpty(result.account().homeAccountId()) : "";
		String name = GraphJson.orEmpty(claims.getStringClaim("preferred_username"));
		String objectId = GraphJson.orEmpty(claims.getStringClaim("oid"));
		return new IdToken(GraphJson.orEmpty(claims.getStringClaim("tid")), home.substring(home.indexOf('.') + 1),
				objectId, name.isEmpty() ? objectId : name, GraphJson.orEmpty(result.scopes()),
				claims.getAudience().getFirst());
	}

}
