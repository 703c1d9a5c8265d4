package io.hybridge.exchange.winrm.kerberos;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.hybridge.exchange.winrm.signin.SignInFailure;

/**
 * Why Kerberos failed: by the number of RFC 4120, which the Java runtime only tells in
 * brackets in its text, or by what kept it from asking.
 */
final class KerberosFailure {

	private static final Pattern NUMBER = Pattern.compile("\\((\\d{1,3})\\)");

	private KerberosFailure() {
	}

	static SignInFailure of(Throwable exception) {
		return new SignInFailure(code(exception), words(exception));
	}

	/**
	 * The domain had given its ticket already: what fails now is between us and the
	 * server.
	 */
	static SignInFailure ofServer(Throwable exception) {
		boolean skew = code(exception).equals("exchange.kerberos-clock-skew");
		return new SignInFailure(skew ? "exchange.kerberos-clock-skew" : "exchange.kerberos-refused", words(exception));
	}

	static SignInFailure late() {
		return new SignInFailure("exchange.kerberos-no-kdc", "no answer in the time of the call");
	}

	/** DNS may only have been late. */
	static boolean isWorthAnotherTry(Throwable exception) {
		return words(exception).contains("Cannot locate KDC");
	}

	private static String code(Throwable exception) {
		String words = words(exception);
		if (words.contains("Cannot locate KDC") || causes(exception).anyMatch(KerberosFailure::isOfTheNetwork)) {
			return "exchange.kerberos-no-kdc";
		}
		if (words.contains("Unable to obtain password from user")) {
			return "exchange.kerberos-keytab-unusable";
		}
		return NUMBER.matcher(words)
			.results()
			.map((number) -> code(Integer.parseInt(number.group(1))))
			.flatMap(Optional::stream)
			.findFirst()
			.orElse("exchange.kerberos-failed");
	}

	private static Optional<String> code(int number) {
		return Optional.ofNullable(switch (number) {
			case 1, 12, 18 -> "exchange.kerberos-account-locked";
			case 6 -> "exchange.kerberos-account-unknown";
			case 7 -> "exchange.kerberos-service-unknown";
			case 14 -> "exchange.kerberos-no-common-encryption";
			case 23 -> "exchange.kerberos-password-expired";
			case 24, 31 -> "exchange.kerberos-password-wrong";
			case 37 -> "exchange.kerberos-clock-skew";
			default -> null;
		});
	}

	private static boolean isOfTheNetwork(Throwable cause) {
		return cause instanceof ConnectException || cause instanceof SocketTimeoutException
				|| cause instanceof UnknownHostException || cause instanceof NoRouteToHostException;
	}

	private static String words(Throwable exception) {
		return causes(exception).map(Throwable::getMessage)
			.filter((message) -> message != null)
			.map(String::strip)
			.distinct()
			.collect(Collectors.joining("; "));
	}

	private static Stream<Throwable> causes(Throwable exception) {
		return Stream.iterate(exception, (cause) -> cause != null, Throwable::getCause).limit(8);
	}

}
