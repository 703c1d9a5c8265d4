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

	static RemoteFailure explain(URI signIn, Throwable trouble) {
		Throwable cause = unwrapped(trouble);
		return switch (cause) {
			case RemoteFailure failure -> failure;
			case MsalServiceException told ->
				RemoteFailure.withoutEffect(SUBJECT, "microsoft365." + reason(told), words(told));
			case MsalClientException told when expired(told) ->
				RemoteFailure.withoutEffect(SUBJECT, "microsoft365.code-expired", words(told));
			case MsalException told when told.getCause() == null ->
				RemoteFailure.withoutEffect(SUBJECT, "microsoft365.sign-in-failed", words(told));
			default -> ConnectionFailure.of(cause)
				.explain("microsoft365", SUBJECT, Effect.NONE, signIn + "\n" + ConnectionFailure.words(cause))
				.causedBy(cause);
		};
	}

	/** Whether only a person can help, by signing in again. */
	static boolean needsPerson(Throwable trouble) {
		return unwrapped(trouble) instanceof com.microsoft.aad.msal4j.MsalInteractionRequiredException;
	}

	private static Throwable unwrapped(Throwable trouble) {
		Throwable cause = trouble;
		while ((cause instanceof CompletionException || cause instanceof ExecutionException)
				&& cause.getCause() != null) {
			cause = cause.getCause();
		}
		return cause;
	}

	private static boolean expired(MsalException told) {
		return AuthenticationErrorCode.CODE_EXPIRED.equals(told.errorCode());
	}

	private static String reason(MsalServiceException told) {
		return REASONS.entrySet()
			.stream()
			.filter((reason) -> words(told).matches("(?s).*" + reason.getKey() + "(?![0-9]).*"))
			.map(Map.Entry::getValue)
			.findFirst()
			.orElseGet(() -> byCode(told));
	}

	private static String byCode(MsalServiceException told) {
		return switch (GraphJson.orEmpty(told.errorCode())) {
			case "authorization_declined", "access_denied" -> "declined";
			case "expired_token", "code_expired" -> "code-expired";
			case "invalid_client", "unauthorized_client" -> "client-unknown";
			case "temporarily_unavailable", "server_error" -> "unavailable";
			default -> (told.statusCode() != null && told.statusCode() >= 500) ? "unavailable" : "sign-in-failed";
		};
	}

	private static String words(MsalException told) {
		return GraphJson.orEmpty(told.errorCode()) + "\n" + GraphJson.orEmpty(told.getMessage());
	}

}
