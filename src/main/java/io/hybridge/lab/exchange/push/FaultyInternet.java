package io.hybridge.lab.exchange.push;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.function.Predicate;

import io.hybridge.lab.Trait;

/**
 * The servers' way to Microsoft 365 with what can be in it. The words are those of the
 * .NET Framework's {@code System.Net.WebException}; how Exchange's probe hands them on is
 * not published.
 */
record FaultyInternet(LabInternet way, Predicate<Trait> traits) implements LabInternet {

	@Override
	public Response send(String method, URI address, Map<String, String> headers, String body) throws IOException {
		fail(Trait.NAMES_UNRESOLVED, "The remote name could not be resolved: '" + address.getHost() + "'");
		fail(Trait.INTERNET_UNREACHABLE, "Unable to connect to the remote server");
		fail(Trait.WEB_PROXY_ASKS, "The remote server returned an error: (407) Proxy Authentication Required.");
		fail(Trait.TLS_INTERCEPTED,
				"The underlying connection was closed: Could not establish trust relationship for the SSL/TLS secure channel.");
		return this.way.send(method, address, headers, body);
	}

	private void fail(Trait trait, String words) throws WebException {
		if (this.traits.test(trait)) {
			throw new WebException(words);
		}
	}

}
