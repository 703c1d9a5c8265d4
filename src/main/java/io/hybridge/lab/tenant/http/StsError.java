package io.hybridge.lab.tenant.http;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A refusal of the sign-in service, in the shape and with the numbers of the real one.
 *
 * @param status of HTTP
 * @param error OAuth's word
 * @param code the number after AADSTS
 * @param text Microsoft's sentence
 */
public record StsError(int status, String error, int code, String text) {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss'Z'")
		.withZone(ZoneOffset.UTC);

	public static StsError unknownRealm(String realm) {
		return realm.matches("(?i)[a-z0-9-]+(\\.[a-z0-9-]+)+|[0-9a-f-]{36}") ? unknownTenant(realm)
				: malformedTenant(realm);
	}

	private static StsError unknownTenant(String tenant) {
		return new StsError(400, "invalid_tenant", 90002, "Tenant '" + tenant
				+ "' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud."
				+ " Check with your subscription administrator, this may happen if there are no active subscriptions for the tenant.");
	}

	private static StsError malformedTenant(String tenant) {
		return new StsError(400, "invalid_request", 900023, "Specified tenant identifier '" + tenant
				+ "' is neither a valid DNS name, nor a valid external domain.");
	}

	public static StsError unknownApplication(String application, String directory) {
		return new StsError(400, "unauthorized_client", 700016, "Application with identifier '" + application
				+ "' was not found in the directory '" + directory
				+ "'. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You may have sent your authentication request to the wrong tenant.");
	}

	public static StsError invalidKey(String application, String reason, String thumbprint) {
		return new StsError(401, "invalid_client", 700027, "Client assertion contains an invalid signature. [Reason - "
				+ reason + ", Thumbprint of key used by client: '" + thumbprint
				+ "', Please visit the Azure Portal, Graph Explorer or directly use MS Graph to see configured keys for app Id '"
				+ application + "'.]");
	}

	public static StsError blockedByPolicy() {
		return new StsError(400, "access_denied", 530036,
				"Access has been blocked by a policy that does not allow this authentication flow.");
	}

	public static StsError blockedByConditionalAccess() {
		return new StsError(400, "access_denied", 53003,
				"Access has been blocked by Conditional Access policies. The access policy does not allow token issuance.");
	}

	public static StsError disabledApplication(String application) {
		return new StsError(400, "unauthorized_client", 7000112, "Application '" + application + "' is disabled.");
	}

	/** One of the many numbers that nobody expects here. */
	public static StsError rare() {
		return new StsError(400, "invalid_request", 90019,
				"No tenant-identifying information found in either the request or implied by any provided credentials.");
	}

	public static StsError consentMissing(String application) {
		return new StsError(400, "consent_required", 65001,
				"The user or administrator has not consented to use the application with ID '" + application
						+ "'. Send an interactive authorization request for this user and resource.");
	}

	public static StsError unknownRedirect(String address, String application) {
		return new StsError(400, "invalid_request", 50011, "The redirect URI '" + address
				+ "' specified in the request does not match the redirect URIs configured for the application '"
				+ application
				+ "'. Make sure the redirect URI sent in the request matches one added to your application in the Azure portal.");
	}

	public static StsError malformedAssertion() {
		return new StsError(400, "invalid_request", 50027, "JWT token is invalid or malformed.");
	}

	public static StsError assertionForAnother(String audience) {
		return new StsError(401, "invalid_client", 700023,
				"Client assertion audience claim '" + audience + "' does not match Realm issuer.");
	}

	public static StsError assertionOutOfTime(Instant now) {
		return new StsError(401, "invalid_client", 700024,
				"Client assertion is not within its valid time range. Current time: " + now + ".");
	}

	public static StsError lookupRefused() {
		return new StsError(400, "invalid_request", 90013, "Invalid input received from the user.");
	}

	public static StsError pending() {
		return new StsError(400, "authorization_pending", 70016,
				"OAuth 2.0 device flow error. Authorization is pending. Continue polling.");
	}

	public Reply reply(Instant now) {
		String time = TIME.format(now);
		String trace = UUID.randomUUID().toString();
		String correlation = UUID.randomUUID().toString();
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("error", this.error);
		body.put("error_description",
				words() + "\r\nTrace ID: " + trace + "\r\nCorrelation ID: " + correlation + "\r\nTimestamp: " + time);
		body.put("error_codes", List.of(this.code));
		body.put("timestamp", time);
		body.put("trace_id", trace);
		body.put("correlation_id", correlation);
		body.put("error_uri", "https://login.microsoftonline.com/error?code=" + this.code);
		return Reply.json(this.status, body).header("Cache-Control", "no-store");
	}

	/** What Microsoft shows of it to a person. */
	public String words() {
		return "AADSTS" + this.code + ": " + this.text;
	}

}
