package io.hybridge.microsoft365.http;

import java.time.Duration;
import java.time.Instant;

import io.hybridge.remote.RemoteFailure;

/**
 * Turns an answer that is no success into a failure that says whether something was
 * changed.
 */
public final class GraphErrorMapper {

	private GraphErrorMapper() {
	}

	public static RemoteFailure ofRead(String subject, RemoteAnswer answer, Instant now) {
		return of(subject, answer, false, now);
	}

	public static RemoteFailure ofWrite(String subject, RemoteAnswer answer, Instant now) {
		return of(subject, answer, true, now);
	}

	/**
	 * An answer that somebody between us and Microsoft wrote, or that nobody can read.
	 */
	public static RemoteFailure unreadable(String subject, RemoteAnswer answer, boolean write) {
		String code = answer.json() ? "microsoft365.unreadable" : "microsoft365.foreign-page";
		return write ? RemoteFailure.withPossibleEffect(subject, code, answer.glimpse())
				: RemoteFailure.withoutEffect(subject, code, answer.glimpse());
	}

	private static RemoteFailure of(String subject, RemoteAnswer answer, boolean write, Instant now) {
		// Microsoft turns a call away before it does anything, so a 429 is proof.
		if (answer.status() == 429) {
			RemoteFailure failure = RemoteFailure.withoutEffect(subject, "microsoft365.throttled", answer.evidence())
				.worthRetrying();
			return RetryAfter.in(answer.headers(), now).map(failure::retryAfter).orElse(failure);
		}
		if (answer.status() >= 500 || answer.status() == 408) {
			return unavailable(subject, answer, write, now);
		}
		return answer.json() && answer.status() >= 400 ? refused(subject, answer) : unreadable(subject, answer, write);
	}

	private static RemoteFailure unavailable(String subject, RemoteAnswer answer, boolean write, Instant now) {
		String evidence = answer.json() ? answer.evidence() : answer.glimpse();
		if (write) {
			return RemoteFailure.withPossibleEffect(subject, "microsoft365.unavailable", evidence);
		}
		Duration pause = RetryAfter.in(answer.headers(), now).orElse(null);
		RemoteFailure failure = RemoteFailure.withoutEffect(subject, "microsoft365.unavailable", evidence)
			.worthRetrying();
		return (pause != null) ? failure.retryAfter(pause) : failure;
	}

	private static RemoteFailure refused(String subject, RemoteAnswer answer) {
		GraphJson.GraphError error = GraphJson.read(answer.body(), GraphJson.GraphError.class);
		RemoteFailure failure = RemoteFailure.withoutEffect(subject,
				"microsoft365." + reason(answer, (error != null) ? error.code() : ""), answer.evidence());
		return (answer.status() == 409) ? failure.worthRetrying() : failure;
	}

	private static String reason(RemoteAnswer answer, String code) {
		if (answer.challengesClaims()) {
			return "claims";
		}
		return switch (code) {
			case "insufficient_claims" -> "claims";
			case "Directory_QuotaExceeded" -> "quota";
			case "CredentialInvalidLifetimeAsPerAppPolicy" -> "credential-policy";
			case "CredentialTypeNotAllowedAsPerAppPolicy" -> "credential-type";
			case "KeyCredentialsInvalidEndDate", "KeyCredentialsInvalidStartDate" -> "key-dates";
			default -> code.endsWith("AsPerAppPolicy") ? "app-policy" : byStatus(answer, code);
		};
	}

	private static String byStatus(RemoteAnswer answer, String code) {
		return switch (answer.status()) {
			case 401 -> "sign-in-again";
			case 403 -> "permission";
			case 404 -> "not-found";
			case 409 -> "busy";
			default -> answer.isWrite() && code.equals("Request_BadRequest") ? "existing-key" : "refused";
		};
	}

}
