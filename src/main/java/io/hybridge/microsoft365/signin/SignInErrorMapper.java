package io.hybridge.microsoft365.signin;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

import com.microsoft.aad.msal4j.AuthenticationErrorCode;
import com.microsoft.aad.msal4j.MsalClientException;
import com.microsoft.aad.msal4j.MsalException;
import com.microsoft.aad.msal4j.MsalServiceException;

import io.hybridge.microsoft365.http.GraphJson;
import io.hybridge.remote.ConnectionFailure;
import io.hybridge.remote.RemoteFailure;
import io.hybridge.remote.RemoteFailure.Effect;

/** Tells in our terms why a sign-in gave no token. */
final class SignInErrorMapper {

	static final String SUBJECT = "Microsoft 365 sign-in";

	/** Numbers that Microsoft gives its reasons, and what they come down to. */
	private static final Map<String, String> REASONS = new LinkedHashMap<>();

	static {
		REASONS.put("AADSTS700016", "client-unknown");
		REASONS.put("AADSTS7000218", "client-not-public");
		REASONS.put("AADSTS65001", "consent");
		REASONS.put("AADSTS90094", "consent");
		REASONS.put("AADSTS65004", "declined");
		REASONS.put("AADSTS53003", "conditional-access");
		REASONS.put("AADSTS53000", "conditional-access");
		REASONS.put("AADSTS50158", "conditional-access");
		REASONS.put("AADSTS50105", "not-assigned");
		REASONS.put("AADSTS50020", "wrong-tenant");
		REASONS.put("AADSTS50034", "wrong-tenant");
		REASONS.put("AADSTS90072", "wrong-tenant");
	}

	private SignInErrorMapper() {
	}

	static RemoteFailure explain(URI signIn, Throwable exception) {
		Throwable cause = unwrapped(exception);
		return switch (cause) {
			case RemoteFailure failure -> failure;
			case MsalServiceException refusal ->
				RemoteFailure.withoutEffect(SUBJECT, "microsoft365." + reason(refusal), words(refusal));
			case MsalClientException refusal when expired(refusal) ->
				RemoteFailure.withoutEffect(SUBJECT, "microsoft365.code-expired", words(refusal));
			case MsalException refusal when refusal.getCause() == null ->
				RemoteFailure.withoutEffect(SUBJECT, "microsoft365.sign-in-failed", words(refusal));
			default -> ConnectionFailure.of(cause)
				.explain("microsoft365", SUBJECT, Effect.NONE, signIn + "\n" + ConnectionFailure.words(cause))
				.causedBy(cause);
		};
	}

	/** Whether only a person can help, by signing in again. */
	static boolean needsPerson(Throwable exception) {
		return unwrapped(exception) instanceof com.microsoft.aad.msal4j.MsalInteractionRequiredException;
	}

	private static Throwable unwrapped(Throwable exception) {
		Throwable cause = exception;
		while ((cause instanceof CompletionException || cause instanceof ExecutionException)
				&& cause.getCause() != null) {
			cause = cause.getCause();
		}
		return cause;
	}

	private static boolean expired(MsalException refusal) {
		return AuthenticationErrorCode.CODE_EXPIRED.equals(refusal.errorCode());
	}

	private static String reason(MsalServiceException refusal) {
		return REASONS.entrySet()
			.stream()
			.filter((reason) -> words(refusal).matches("(?s).*" + reason.getKey() + "(?![0-9]).*"))
			.map(Map.Entry::getValue)
			.findFirst()
			.orElseGet(() -> byCode(refusal));
	}

	private static String byCode(MsalServiceException refusal) {
		return switch (GraphJson.orEmpty(refusal.errorCode())) {
			case "authorization_declined", "access_denied" -> "declined";
			case "expired_token", "code_expired" -> "code-expired";
			case "invalid_client", "unauthorized_client" -> "client-unknown";
			case "temporarily_unavailable", "server_error" -> "unavailable";
			default -> (refusal.statusCode() != null && refusal.statusCode() >= 500) ? "unavailable" : "sign-in-failed";
		};
	}

	private static String words(MsalException refusal) {
		return GraphJson.orEmpty(refusal.errorCode()) + "\n" + GraphJson.orEmpty(refusal.getMessage());
	}

}
