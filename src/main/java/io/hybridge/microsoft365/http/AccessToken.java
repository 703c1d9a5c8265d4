package io.hybridge.microsoft365.http;

/**
 * Lets the console ask Microsoft Graph in the name of the administrator who signed in.
 *
 * @param value the secret
 * @param tenantId of the tenant it is good for
 * @param userName user principal name of the administrator
 */
public record AccessToken(String value, String tenantId, String userName) {

	@Override
	public String toString() {
		return "AccessToken[" + this.userName + "]";
	}

}
