package io.hybridge.lab.world;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.hybridge.lab.LabAuthority;
import io.hybridge.lab.exchange.push.LabInternet;
import io.hybridge.remote.Trust;

/** The lab's internet: Microsoft's names lead to the lab's tenant, all others nowhere. */
final class TenantNetwork implements LabInternet {

	private static final Set<String> HOSTS = Set.of("accounts.accesscontrol.windows.net", "outlook.office365.com",
			"login.microsoftonline.com", "login.microsoftonline.us", "graph.microsoft.com");

	private static final Duration TIMEOUT = Duration.ofSeconds(20);

	private final HttpClient client;

	private final URI tenant;

	TenantNetwork(LabAuthority authority, URI tenant) {
		this.client = HttpClient.newBuilder()
			.version(HttpClient.Version.HTTP_1_1)
			.connectTimeout(TIMEOUT)
			.sslContext(Trust.in(authority.pem()).context())
			.build();
		this.tenant = tenant;
	}

	@Override
	public Response send(String method, URI address, Map<String, String> headers, String body) throws IOException {
		if (!"https".equals(address.getScheme())
				|| !HOSTS.contains(String.valueOf(address.getHost()).toLowerCase(Locale.ROOT))) {
			throw new ConnectException("No such host is known in the lab: " + address.getHost());
		}
		HttpRequest.Builder request = HttpRequest.newBuilder(inside(address))
			.timeout(TIMEOUT)
			.method(method,
					body.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
		headers.forEach(request::header);
		try {
			return response(this.client.send(request.build(), HttpResponse.BodyHandlers.ofString()));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException("Interrupted", ex);
		}
	}

	void close() {
		this.client.shutdownNow();
	}

	private URI inside(URI address) {
		String query = (address.getRawQuery() != null) ? "?" + address.getRawQuery() : "";
		return URI.create(this.tenant + address.getRawPath() + query);
	}

	private static Response response(HttpResponse<String> response) {
		Map<String, String> headers = new LinkedHashMap<>();
		response.headers()
			.map()
			.forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
		return new Response(response.statusCode(), headers, response.body());
	}

}
