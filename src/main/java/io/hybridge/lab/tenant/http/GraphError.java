package io.hybridge.lab.tenant.http;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Writes a refusal of Microsoft Graph in the shape of the real one. */
public final class GraphError {

	private GraphError() {
	}

	public static Reply of(int status, String code, String message, Instant now) {
		String id = UUID.randomUUID().toString();
		Map<String, Object> inner = new LinkedHashMap<>();
		inner.put("date", now.toString().substring(0, 19));
		inner.put("request-id", id);
		inner.put("client-request-id", id);
		Map<String, Object> error = new LinkedHashMap<>();
		error.put("code", code);
		error.put("message", message);
		error.put("innerError", inner);
		return Reply.json(status, Map.of("error", error)).header("request-id", id);
	}

	public static Reply accessDenied(Instant now) {
		return of(403, "Authorization_RequestDenied", "Insufficient privileges to complete the operation.", now);
	}

	public static Reply absent(String id, Instant now) {
		return of(404, "Request_ResourceNotFound", "Resource '" + id
				+ "' does not exist or one of its queried reference-property objects are not present.", now);
	}

	/** Only a token that says more is good enough. */
	public static Reply insufficientClaims(Instant now) {
		return of(403, "AccessDenied", "Your token does not satisfy the requirements of a policy.", now)
			.header("WWW-Authenticate", "Bearer realm=\"\", error=\"insufficient_claims\", claims=\""
					+ "eyJhY2Nlc3NfdG9rZW4iOnsiYWNycyI6eyJlc3NlbnRpYWwiOnRydWUsInZhbHVlIjoiYzEifX19\"");
	}

}
