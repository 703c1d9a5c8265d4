package io.hybridge.run.probe;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.hybridge.run.probe.ProbeCause.Leg;

/**
 * What a failed probe means: the one place that reads the words of Exchange, .NET and
 * Microsoft 365. Numbers come first, because only they are the same in every language;
 * sentences are known in English and German.
 *
 * @param cause the family
 * @param said the number that Microsoft 365 gave, or empty
 * @param stoppedAt how far the notification came
 */
public record ProbeFailure(ProbeCause cause, String said, Leg stoppedAt) {

	private static final Pattern SIGN_IN_ERROR = Pattern.compile("AADSTS(\\d{4,7})");

	private static final Pattern STATUS = Pattern.compile("\\(([45]\\d\\d)\\)|HTTP[ -]status ([45]\\d\\d)",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern ENDED = words("key used is expired", "credential.{0,40}expired");

	private static final Pattern TOKEN_SERVICE = words("accounts\\.accesscontrol\\.", "login\\.microsoftonline\\.",
			"login\\.windows\\.net", "login\\.partner\\.", "OAuthTokenRequestFailed");

	/** In this order: what is wrapped tells more than what is around it. */
	private static final List<Rule> RULES = List.of(
			rule(ProbeCause.NAME_UNRESOLVED, "remote name could not be resolved", "no such host is known",
					"Remotename konnte nicht aufgel", "Der angegebene Host ist unbekannt", "kein solcher Host bekannt"),
			rule(ProbeCause.WEB_PROXY, "\\(407\\)", "proxy name could not be resolved", "proxy authentication required",
					"Proxyname konnte nicht aufgel"),
			rule(ProbeCause.TLS, "SSL/TLS", "remote certificate is invalid", "Remotezertifikat ist",
					"unexpected error occurred on a (send|receive)", "Unerwarteter Fehler beim (Senden|Empfangen)"),
			rule(ProbeCause.UNREACHABLE, "unable to connect to the remote server", "operation has timed out",
					"actively refused", "did not properly respond", "connection was (forcibly )?closed",
					"Verbindung mit dem Remoteserver kann nicht hergestellt", "Timeout f.r Vorgang",
					"Zielcomputer die Verbindung verweigerte",
					"Verbindung wurde (vom Remotehost )?(getrennt|geschlossen|beendet)"),
			rule(ProbeCause.CERTIFICATE_UNUSABLE, "certificate with thumbprint .{0,80} was not found",
					"Missing signing certificate", "Keyset does not exist", "Schl.sselsatz (ist )?nicht vorhanden",
					"HMACProvider"),
			rule(ProbeCause.NO_ISSUER, "trusted_issuer", "no locally configured issuer",
					"None of them are configured locally"),
			rule(ProbeCause.PROXY_DISABLED, "push notification proxy .{0,40}is disabled", "ProxyDisabledException"),
			rule(ProbeCause.NOT_LOADED, "health manager .{0,80}(caches|loading)"),
			rule(ProbeCause.NOT_THERE, "InvalidMonitoringIdentity", "monitoring item identity .{0,120}not found",
					"has no push notification proxy"),
			rule(ProbeCause.TENANT_UNKNOWN, "error_category=\"invalid_tenant\""),
			rule(ProbeCause.CLOCK, "error_category=\"token_expired\""));

	/**
	 * Reads the words of a probe that failed.
	 * @param error as the probe wrote it, or null
	 * @param exception as the probe wrote it, or null
	 * @return what it means, never nothing
	 */
	public static ProbeFailure of(String error, String exception) {
		String words = text(error) + " " + text(exception);
		List<String> numbers = SIGN_IN_ERROR.matcher(words).results().map((found) -> found.group(1)).toList();
		if (!numbers.isEmpty()) {
			return ofSignIn(numbers, words);
		}
		return RULES.stream()
			.filter((rule) -> rule.fits(words))
			.findFirst()
			.map((rule) -> in(rule.cause(), status(words), words))
			.orElseGet(() -> ofStatus(words));
	}

	/**
	 * Reads the code of a failure that kept the console from asking.
	 * @param code of the remote failure
	 * @return what it means
	 */
	public static ProbeFailure notAsked(String code) {
		ProbeCause cause = switch (code) {
			case "exchange.probe-missing" -> ProbeCause.NOT_THERE;
			case "exchange.no-probe-result" -> ProbeCause.NOT_LOADED;
			default -> ProbeCause.NOT_ASKED;
		};
		return new ProbeFailure(cause, "", cause.leg());
	}

	private static ProbeFailure ofSignIn(List<String> numbers, String words) {
		for (String number : numbers) {
			ProbeCause cause = signIn(number, words);
			if (cause != ProbeCause.TOKEN_REFUSED) {
				return new ProbeFailure(cause, "AADSTS" + number, Leg.TOKEN);
			}
		}
		return new ProbeFailure(ProbeCause.TOKEN_REFUSED, "AADSTS" + numbers.getFirst(), Leg.TOKEN);
	}

	/** The numbers of Microsoft's list of sign-in errors that a server can meet. */
	private static ProbeCause signIn(String number, String words) {
		return switch (number) {
			case "700027", "50012" -> ENDED.matcher(words).find() ? ProbeCause.KEY_ENDED : ProbeCause.KEY_UNKNOWN;
			case "7000222" -> ProbeCause.KEY_ENDED;
			case "90002", "900023", "90038", "900382", "900439", "700023" -> ProbeCause.TENANT_UNKNOWN;
			case "700016", "7000112", "500011", "500014", "50001" -> ProbeCause.APPLICATION;
			case "50005", "50076", "50079", "50097", "50158", "500021", "500022" -> ProbeCause.POLICY;
			case "700024", "500133" -> ProbeCause.CLOCK;
			case "90033", "90006" -> ProbeCause.SERVICE_BUSY;
			default -> number.matches("530\\d{2,3}") ? ProbeCause.POLICY : ProbeCause.TOKEN_REFUSED;
		};
	}

	private static ProbeFailure ofStatus(String words) {
		boolean token = TOKEN_SERVICE.matcher(words).find();
		ProbeCause cause = switch (status(words)) {
			case "HTTP 401" -> token ? ProbeCause.TOKEN_REFUSED : ProbeCause.TOKEN_NOT_ACCEPTED;
			case "HTTP 403" -> token ? ProbeCause.TOKEN_REFUSED : ProbeCause.FORBIDDEN;
			case "HTTP 404", "HTTP 405", "HTTP 410", "HTTP 501" ->
				token ? ProbeCause.TOKEN_REFUSED : ProbeCause.SERVICE_GONE;
			case "HTTP 429", "HTTP 500", "HTTP 502", "HTTP 503", "HTTP 504" -> ProbeCause.SERVICE_BUSY;
			default -> token ? ProbeCause.TOKEN_REFUSED : ProbeCause.UNKNOWN;
		};
		return in(cause, status(words), words);
	}

	/** Of a way that led to the token service it is known how far it came. */
	private static ProbeFailure in(ProbeCause cause, String said, String words) {
		boolean token = cause.leg() == Leg.CLOUD && TOKEN_SERVICE.matcher(words).find();
		return new ProbeFailure(cause, said, token ? Leg.TOKEN : cause.leg());
	}

	private static String status(String words) {
		Matcher status = STATUS.matcher(words);
		return status.find() ? "HTTP " + Objects.requireNonNullElse(status.group(1), status.group(2)) : "";
	}

	/** Its name in the messages, which findings have alike. */
	public String key() {
		return "finding." + this.cause.code().toLowerCase(Locale.ROOT);
	}

	private static String text(String words) {
		return (words != null) ? words : "";
	}

	private static Rule rule(ProbeCause cause, String... words) {
		return new Rule(cause, words(words));
	}

	private static Pattern words(String... words) {
		return Pattern.compile(String.join("|", words), Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
	}

	private record Rule(ProbeCause cause, Pattern words) {

		boolean fits(String text) {
			return this.words.matcher(text).find();
		}

	}

}
