package io.hybridge.lab.tenant.http;

import java.time.Instant;

import io.hybridge.lab.tenant.http.Route.Part;

/** How Microsoft's services say no, or later, each in its own shape. */
final class Refusals {

	private Refusals() {
	}

	static Reply tooManyRequests(Part part, Instant now) {
		return switch (part) {
			// Graph's pause may have a fraction, the documentation shows one.
			case GRAPH ->
				GraphError.of(429, "TooManyRequests", "Too many requests", now).header("Retry-After", "2.128");
			case SIGN_IN ->
				new StsError(429, "temporarily_unavailable", 90033, "A transient error has occurred. Please try again.")
					.reply(now)
					.header("Retry-After", "3");
			case DISCOVERY, PUSH -> Reply.empty(429).header("Retry-After", "3");
		};
	}

	static Reply accessDenied(Part part, Instant now) {
		return switch (part) {
			case GRAPH -> GraphError.accessDenied(now);
			case SIGN_IN -> new StsError(400, "access_denied", 53003,
					"Access has been blocked by Conditional Access policies. The access policy does not allow token issuance.")
				.reply(now);
			case DISCOVERY -> Reply.empty(403);
			case PUSH -> Reply.empty(403)
				.header("x-ms-diagnostics",
						"4000000;reason=\"Flighting is not enabled for domain 'fabrikam.com'.\";error_category=\"oauth_not_available\"");
		};
	}

}
