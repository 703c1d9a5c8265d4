package io.hybridge.exchange.link;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a script gets to one server. An organization may mix the ways; a new way is a new
 * kind of link and a folder of its own.
 */
public sealed interface ServerLink permits WinRmLink, SshLink, LocalLink, BundleLink {

	/** What a host may be called. */
	Pattern HOST = Pattern.compile("[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?");

	/** What ends in a label that no IP address ends in. */
	Pattern FULL_NAME = Pattern.compile(".+\\.(?=[^.]*[a-z])[^.]+");

	/**
	 * The fully qualified name, in lower case: what Exchange calls the server, and what
	 * TLS and Kerberos must see.
	 */
	String fqdn();

	/**
	 * Where it leads, whoever signs in there: over another one another world is seen.
	 */
	String destination();

	/**
	 * Who opens Exchange's own endpoint from the server.
	 * @return the account, or empty where the ticket of whoever signed in there does
	 */
	Optional<Account> exchangeAccount();

	/**
	 * After what time the server itself ends a script that nobody listens to any more.
	 * @return empty where it runs on to its own end
	 */
	default Optional<Duration> endsAbandoned() {
		return Optional.empty();
	}

	/**
	 * Checks a server's name.
	 * @param name as typed
	 * @return the name in lower case
	 * @throws IllegalArgumentException when it is no host name
	 */
	static String host(String name) {
		String host = name.strip().toLowerCase(Locale.ROOT);
		if (!HOST.matcher(host).matches()) {
			throw new IllegalArgumentException("Not the name of a host");
		}
		return host;
	}

	/**
	 * Checks the full name of a server, with its domain: what Exchange calls it, and what
	 * a ticket of Kerberos is for.
	 * @param name as typed
	 * @return the name in lower case
	 * @throws IllegalArgumentException when it is a name alone or an address
	 */
	static String fullName(String name) {
		String host = host(name);
		if (!FULL_NAME.matcher(host).matches()) {
			throw new IllegalArgumentException("Not the full name of a server");
		}
		return host;
	}

	/**
	 * Checks a port.
	 * @throws IllegalArgumentException when there is none of that number
	 */
	static int port(int port) {
		if (port < 1 || port > 65535) {
			throw new IllegalArgumentException("There is no port " + port);
		}
		return port;
	}

	/** The machine and the door of it. */
	static String destination(String fqdn, String address, int port) {
		return fqdn + " at " + address.toLowerCase(Locale.ROOT) + ":" + port;
	}

}
