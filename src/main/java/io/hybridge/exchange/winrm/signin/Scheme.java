package io.hybridge.exchange.winrm.signin;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a sign-in is called in HTTP; the better one first. */
public enum Scheme {

	/** The server takes whatever both sides know. */
	NEGOTIATE("Negotiate", "application/HTTP-SPNEGO-session-encrypted"),
	/** Kerberos and nothing around it. */
	KERBEROS("Kerberos", "application/HTTP-Kerberos-session-encrypted");

	private final String header;

	private final String protocol;

	Scheme(String header, String protocol) {
		this.header = header;
		this.protocol = protocol;
	}

	/**
	 * The best of what both sides have.
	 * @param offered names of schemes in lower case
	 * @param taken what our side can
	 */
	public static Optional<Scheme> best(Set<String> offered, Set<Scheme> taken) {
		return Stream.of(values())
			.filter((scheme) -> taken.contains(scheme) && offered.contains(scheme.header.toLowerCase(Locale.ROOT)))
			.findFirst();
	}

	/** As it stands in the headers. */
	public String header() {
		return this.header;
	}

	String protocol() {
		return this.protocol;
	}

}
