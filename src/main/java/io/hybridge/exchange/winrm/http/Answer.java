package io.hybridge.exchange.winrm.http;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.Map;

/**
 * What a server answered.
 *
 * @param status of HTTP
 * @param headers of HTTP
 * @param body of the answer, opened where it was sealed
 * @param isProved whether TLS or a seal proves that the server said it
 */
public record Answer(int status, HttpHeaders headers, byte[] body, boolean isProved) {

	static Answer proved(HttpResponse<byte[]> response) {
		return new Answer(response.statusCode(), response.headers(), response.body(), true);
	}

	/** What anybody on the way may have said: nothing of it is read but the status. */
	static Answer unproved(HttpResponse<byte[]> response) {
		return new Answer(response.statusCode(), HttpHeaders.of(Map.of(), (name, value) -> true), new byte[0], false);
	}

}
