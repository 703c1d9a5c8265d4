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
 * server's language, so that no more than a number in it is ever read.
 */
final class ScriptErrorMapper {

	// Refused before the cmdlet's own code ran.
	private static final Set<String> BEFORE_ANY_EFFECT = Set.of("exchange.command-missing", "exchange.argument-refused",
			"exchange.service-missing", "exchange.metadata-unreachable", "exchange.probe-missing",
			"exchange.auth-server-refused");

	/**
	 * PowerShell puts the transport's number before the id, signed: quotas on shells,
	 * operations and users, in both numberings of WinRM.
	 */
	private static final String QUOTA = "-21441081(17|2[0-3])\\b|-21441080(5[5-9]|60)\\b";

	private static final List<Kind> IN_OPENING = List.of(kind(QUOTA, "exchange.sessions-used-up", true),
			numbered("-2146893022|0x80090322", "exchange.wrong-principal"),
			numbered("-2146893039|0x80090311", "exchange.no-logon-server"),
			kind("Hybridge\\.TooLate", "exchange.too-late", true),
			kind("Hybridge\\.ScriptsForbidden|PSSecurityException", "exchange.scripts-must-be-signed", false),
			kind("AccessDenied|LogonFailure|UnauthorizedAccess|Authorization", "exchange.session-refused", false),
			kind("", "exchange.session-failed", true));

	private static final List<Kind> IN_BODY = List.of(
			kind("Hybridge\\.CertificateMissing", "exchange.certificate-missing", true),
			kind("Hybridge\\.CertificateNotValid", "exchange.certificate-not-valid", false),
			kind("Hybridge\\.CertificateKeyUnknown", "exchange.certificate-key-unknown", false),
			kind("Hybridge\\.CertificateWithoutKey", "exchange.certificate-without-key", false),
			kind("Hybridge\\.NoProbeResult", "exchange.no-probe-result", true),
			kind("InvalidMonitoringIdentity", "exchange.probe-missing", true),
			kind("AuthMetadata(Client|Parser)Exception", "exchange.metadata-unreachable", false),
			numbered("(?s)Cmdlet-InvalidOperationException\\].*(ExchangeCertificate|AuthConfig)\\b.*\\b[0-9A-F]{40}",
					"exchange.certificate-not-on-server"),
			kind("CommandNotFoundException", "exchange.command-missing", false),
			kind("ParameterBinding|ParameterArgument|NamedParameterNotFound", "exchange.argument-refused", false),
			kind("AccessDenied|UnauthorizedAccess|RbacAuthorization|FailureCategory=Authorization|NotAuthorized",
					"exchange.access-refused", false),
			kind("NoServiceFoundForGivenName", "exchange.service-missing", false),
			kind("ServiceCommandException|CouldNotStartService|CouldNotStopService|StartServiceFailed|StopServiceFailed",
					"exchange.service-failed", true),
			kind("ObjectNotFoundException", "exchange.object-missing", false),
			kind("ADTransient|ADExternal|ADOperation|DomainController|SuitabilityDirectory|NoSuitable",
					"exchange.directory-unavailable", true),
			kind("PSRemotingTransport|PSRemotingDataStructure|RunspaceState|JobFailure|PSSessionOpenFailed",
					"exchange.session-lost", true),
			kind("Hybridge\\.AuthServerRefused", "exchange.auth-server-refused", false),
			kind("AlreadyExists", "exchange.object-exists", false));

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
		boolean proved = opening || !call.script().changes() || result.began().equals(Optional.of(false))
				|| BEFORE_ANY_EFFECT.contains(kind.code());
		RemoteFailure failure = RemoteFailure.of(call.server(), proved ? Effect.NONE : Effect.POSSIBLE, kind.code(),
				result.evidence());
		return kind.retryable() ? failure.provedOver().worthRetrying() : failure.refused();
	}

	static RemoteFailure unreadable(ScriptCall call, String evidence, UnreadableAnswer cause) {
		Effect effect = call.script().changes() ? Effect.POSSIBLE : Effect.NONE;
		return RemoteFailure
			.of(call.server(), effect, "exchange.answer-unreadable", cause.getMessage() + "\n" + evidence)
			.provedOver()
			.causedBy(cause);
	}

	private static Kind kind(String pattern, String code, boolean retryable) {
		return new Kind(Pattern.compile(pattern), false, code, retryable);
	}

	/**
	 * The number of a failed Kerberos sign-in and the thumbprint of a missing certificate
	 * stand nowhere but in the message.
	 */
	private static Kind numbered(String numbers, String code) {
		return new Kind(Pattern.compile(numbers, Pattern.CASE_INSENSITIVE), true, code, false);
	}

	private record Kind(Pattern pattern, boolean inMessage, String code, boolean retryable) {

		boolean fits(ScriptError error) {
			String identifiers = error.id() + "\n" + error.type() + "\n" + error.reason();
			return this.pattern.matcher(this.inMessage ? identifiers + "\n" + error.message() : identifiers).find();
		}

	}

}
