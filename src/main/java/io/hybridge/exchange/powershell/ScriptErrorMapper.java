package io.hybridge.exchange.powershell;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import io.hybridge.exchange.powershell.ScriptResult.ScriptError;
import io.hybridge.remote.RemoteFailure;
import io.hybridge.remote.RemoteFailure.Effect;

/**
 * Tells what a script's error means, by its ids and types only: the message is in the
 * server's language.
 */
final class ScriptErrorMapper {

	// Refused before the cmdlet's own code ran.
	private static final Set<String> BEFORE_ANY_EFFECT = Set.of("exchange.command-missing", "exchange.argument-refused",
			"exchange.service-missing");

	private static final List<Kind> IN_OPENING = List.of(
			kind("AccessDenied|LogonFailure|UnauthorizedAccess|Authorization", "exchange.session-refused", false),
			kind("", "exchange.session-failed", true));

	private static final List<Kind> IN_BODY = List.of(
			kind("Hybridge\\.CertificateNotFound", "exchange.certificate-not-found", false),
			kind("Hybridge\\.NoProbeResult", "exchange.no-probe-result", true),
			kind("CommandNotFoundException", "exchange.command-missing", false),
			kind("ParameterBinding|ParameterArgument|NamedParameterNotFound", "exchange.argument-refused", false),
			kind("AccessDenied|UnauthorizedAccess|RbacAuthorization|FailureCategory=Authorization|NotAuthorized",
					"exchange.access-refused", false),
			kind("NoServiceFoundForGivenName", "exchange.service-missing", false),
			kind("ServiceCommandException|CouldNotStartService|CouldNotStopService|StartServiceFailed|StopServiceFailed",
					"exchange.service-failed", true),
			kind("ObjectNotFoundException", "exchange.object-missing", false),
			kind("AlreadyExists", "exchange.object-exists", false),
			kind("ADTransient|ADExternal|ADOperation|DomainController|SuitabilityDirectory|NoSuitable",
					"exchange.directory-unavailable", true),
			kind("PSRemotingTransport|PSRemotingDataStructure|RunspaceState|JobFailure|PSSessionOpenFailed",
					"exchange.session-lost", true));

	private static final Kind OTHER = kind("", "exchange.script-failed", false);

	private ScriptErrorMapper() {
	}

	static RemoteFailure of(ScriptCall call, ScriptResult result) {
		ScriptError error = result.errors().isEmpty() ? new ScriptError("", "", "", "body", "", "")
				: result.errors().getFirst();
		boolean opening = error.part().equals("opening");
		Kind kind = (opening ? IN_OPENING : IN_BODY).stream()
			.filter((candidate) -> candidate.fits(error))
			.findFirst()
			.orElse(OTHER);
		boolean proved = opening || !changes(call.script()) || result.began().equals(Optional.of(false))
				|| BEFORE_ANY_EFFECT.contains(kind.code());
		RemoteFailure failure = RemoteFailure.of(call.server(), proved ? Effect.NONE : Effect.POSSIBLE, kind.code(),
				result.evidence());
		return kind.retryable() ? failure.worthRetrying() : failure;
	}

	static RemoteFailure unreadable(ScriptCall call, String evidence, UnreadableAnswer cause) {
		Effect effect = changes(call.script()) ? Effect.POSSIBLE : Effect.NONE;
		return RemoteFailure
			.of(call.server(), effect, "exchange.answer-unreadable", cause.getMessage() + "\n" + evidence)
			.causedBy(cause);
	}

	/**
	 * Whether a script may change anything.
	 * @param script of the catalogue
	 * @return false for those that only ask
	 */
	static boolean changes(Script script) {
		return !script.name().startsWith("Get-") && !script.name().startsWith("Test-");
	}

	private static Kind kind(String pattern, String code, boolean retryable) {
		return new Kind(Pattern.compile(pattern), code, retryable);
	}

	private record Kind(Pattern pattern, String code, boolean retryable) {

		boolean fits(ScriptError error) {
			return this.pattern.matcher(error.id() + "\n" + error.type() + "\n" + error.reason()).find();
		}

	}

}
