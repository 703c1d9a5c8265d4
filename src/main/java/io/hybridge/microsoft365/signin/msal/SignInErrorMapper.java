package io.hybridge.microsoft365.signin.msal;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;

import com.microsoft.aad.msal4j.AuthenticationErrorCode;
import com.microsoft.aad.msal4j.MsalClientException;
import com.microsoft.aad.msal4j.MsalException;
import com.microsoft.aad.msal4j.MsalServiceException;

import io.hybridge.microsoft365.http.GraphJson;
import io.hybridge.remote.ConnectionFailure;
import io.hybridge.remote.RemoteFailure;
import io.hybridge.remote.RemoteFailure.Effect;

/** Tells in our terms why a sign-in gave no token. */
public final class SignInErrorMapper {

	public static final String SUBJECT = "Microsoft 365 sign-in";

	/** Nothing that Microsoft or the way there is known to say. */
	public static final String UNEXPECTED = "microsoft365.unexpected";

	/** The number by which Microsoft names a reason, first in its answer. */
	private static final Pattern NUMBER = Pattern.compile("AADSTS([0-9]+)");

	/** What the numbers come down to. */
	private static final Map<String, String> REASONS = new LinkedHashMap<>();

	static {
		REASONS.put("700016", "client-unknown");
		REASONS.put("7000112", "client-disabled");
		REASONS.put("700027", "application-key-unknown");
		REASONS.put("7000222", "application-key-ended");
		REASONS.put("700024", "application-clock");
		REASONS.put("7000218", "client-not-public");
		REASONS.put("500014", "resource-disabled");
		REASONS.put("65001", "consent");
		REASONS.put("90094", "consent");
		REASONS.put("90093", "consent");
		REASONS.put("90095", "consent");
		REASONS.put("650057", "permission-not-registered");
		REASONS.put("650056", "permission-not-registered");
		REASONS.put("65004", "declined");
		REASONS.put("50011", "redirect-unknown");
		REASONS.put("9002327", "redirect-kind");
		REASONS.put("70008", "return-late");
		REASONS.put("54005", "return-used");
		REASONS.put("501481", "id-token");
		REASONS.put("53003", "conditional-access");
		REASONS.put("53000", "conditional-access");
		REASONS.put("50158", "conditional-access");
		REASONS.put("530032", "policy");
		REASONS.put("530036", "policy");
		REASONS.put("50097", "device-unknown");
		REASONS.put("53001", "device-not-joined");
		REASONS.put("50005", "platform-not-allowed");
		REASONS.put("50076", "second-factor");
		REASONS.put("50072", "second-factor");
		REASONS.put("50074", "second-factor");
		REASONS.put("50079", "second-factor");
		REASONS.put("50053", "account-locked");
		REASONS.put("50057", "account-disabled");
		REASONS.put("530003", "device-unknown");
		REASONS.put("50196", "loop");
		REASONS.put("50199", "not-confirmed");
		REASONS.put("70020", "code-expired");
		REASONS.put("50105", "not-assigned");
		REASONS.put("50020", "wrong-tenant");
		REASONS.put("50034", "wrong-tenant");
		REASONS.put("90072", "wrong-tenant");
		REASONS.put("90038", "other-cloud");
		REASONS.put("900382", "other-cloud");
		REASONS.put("900439", "other-cloud");
	}

	private SignInErrorMapper() {
	}

	public static RemoteFailure explain(URI signIn, Throwable exception) {
		Throwable cause = unwrapped(exception);
		return switch (cause) {
			case RemoteFailure failure -> failure;
			case MsalException silent when words(silent).isBlank() ->
				RemoteFailure.withoutEffect(SUBJECT, UNEXPECTED, ConnectionFailure.words(silent)).causedBy(silent);
			case MsalServiceException refusal ->
				RemoteFailure.withoutEffect(SUBJECT, "microsoft365." + reason(refusal), words(refusal));
			case MsalClientException refusal when expired(refusal) ->
				RemoteFailure.withoutEffect(SUBJECT, "microsoft365.code-expired", words(refusal));
			case MsalException refusal when refusal.getCause() == null ->
				RemoteFailure.withoutEffect(SUBJECT, "microsoft365.sign-in-failed", words(refusal));
			case Throwable lost when ConnectionFailure.isOne(lost) -> ConnectionFailure.of(lost)
				.explain("microsoft365", SUBJECT, Effect.NONE, signIn + "\n" + ConnectionFailure.words(lost))
				.causedBy(lost);
			default -> RemoteFailure.withoutEffect(SUBJECT, UNEXPECTED, ConnectionFailure.words(cause)).causedBy(cause);
		};
	}

	/**
	 * Why a browser came back without a code.
	 * @param error OAuth's word
	 * @param description Microsoft's own words
	 */
	public static RemoteFailure explain(String error, String description) {
		return RemoteFailure.withoutEffect(SUBJECT, "microsoft365." + reason(error, description, 400),
				error + "\n" + description);
	}

	/** Whether only a person can help, by signing in again. */
	public static boolean needsPerson(Throwable exception) {
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
		int status = (refusal.statusCode() != null) ? refusal.statusCode() : 0;
		return reason(GraphJson.orEmpty(refusal.errorCode()), GraphJson.orEmpty(refusal.getMessage()), status);
	}

	private static String reason(String error, String description, int status) {
		return NUMBER.matcher(description)
			.results()
			.findFirst()
			.map((number) -> REASONS.get(number.group(1)))
			.orElseGet(() -> byCode(error, status));
	}

	private static String byCode(String error, int status) {
		return switch (error) {
			case "authorization_declined", "access_denied" -> "declined";
			case "consent_required" -> "consent";
			case "interaction_required", "login_required" -> "interaction";
			case "expired_token", "code_expired" -> "code-expired";
			case "invalid_client", "unauthorized_client" -> "client-unknown";
			case "temporarily_unavailable", "server_error" -> "unavailable";
			default -> (status >= 500) ? "unavailable" : "sign-in-failed";
		};
	}

	private static String words(MsalException refusal) {
		return (GraphJson.orEmpty(refusal.errorCode()) + "\n" + GraphJson.orEmpty(refusal.getMessage()) + "\n"
				+ status(refusal))
			.strip();
	}

	private static String status(MsalException refusal) {
		return (refusal instanceof MsalServiceException service && service.statusCode() != null)
				? "HTTP " + service.statusCode() : "";
	}

}
