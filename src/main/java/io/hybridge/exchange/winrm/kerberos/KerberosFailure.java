package io.hybridge.exchange.winrm.kerberos;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.regex.Matcher;
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

	private static final Map<Integer, String> CODES = Map.ofEntries(Map.entry(1, "account-locked"),
			Map.entry(6, "account-unknown"), Map.entry(7, "service-unknown"), Map.entry(12, "account-locked"),
			Map.entry(14, "no-common-encryption"), Map.entry(18, "account-locked"), Map.entry(23, "password-expired"),
			Map.entry(24, "password-wrong"), Map.entry(31, "password-wrong"), Map.entry(37, "clock-skew"));

	private KerberosFailure() {
	}

	static SignInFailure of(Throwable exception) {
		return new SignInFailure("exchange.kerberos-" + code(exception), words(exception));
	}

	/** DNS may only have been late. */
	static boolean isWorthAnotherTry(Throwable exception) {
		return words(exception).contains("Cannot locate KDC");
	}

	private static String code(Throwable exception) {
		String words = words(exception);
		if (words.contains("Cannot locate KDC") || causes(exception).anyMatch(KerberosFailure::isOfTheNetwork)) {
			return "no-kdc";
		}
		if (words.contains("Unable to obtain password from user")) {
			return "keytab-unusable";
		}
		Matcher number = NUMBER.matcher(words);
		while (number.find()) {
			String code = CODES.get(Integer.valueOf(number.group(1)));
			if (code != null) {
				return code;
			}
		}
		return "failed";
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
