package io.hybridge.lab.exchange.push;

import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The lab's internet: an address of the real Microsoft 365 leads to the lab's tenant on
 * loopback, and nowhere else.
 */
public interface LabInternet {

	/**
	 * Sends a request to a host by its real name.
	 * @param method of HTTP
	 * @param address with the host's real name, for instance
	 * {@code https://outlook.office365.com/PushNotifications}
	 * @param headers to send
	 * @param body to send, or empty text for none
	 * @return the response, of whatever status
	 * @throws IOException when nobody answers under that name
	 */
	Response send(String method, URI address, Map<String, String> headers, String body) throws IOException;

	default Response get(URI address) throws IOException {
		return send("GET", address, Map.of(), "");
	}

	default Response post(URI address, Map<String, String> headers, String body) throws IOException {
		return send("POST", address, headers, body);
	}

	/**
	 * What came back.
	 *
	 * @param status of HTTP
	 * @param headers by name in lower case; of several values the first
	 * @param body as text
	 */
	record Response(int status, Map<String, String> headers, String body) {

		Optional<String> header(String name) {
			return Optional.ofNullable(this.headers.get(name.toLowerCase(Locale.ROOT)));
		}

	}

}
