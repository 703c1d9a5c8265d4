package io.hybridge.microsoft365;

import java.net.http.HttpClient;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.hybridge.remote.Trust;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/** Keeps one line per cloud, so that connections and TLS sessions are used again. */
@Component
class CloudLines {

	private final Map<Cloud, CloudLine> lines = new ConcurrentHashMap<>();

	private final Microsoft365Settings settings;

	CloudLines(Microsoft365Settings settings) {
		this.settings = settings;
	}

	CloudLine to(Cloud cloud) {
		return this.lines.computeIfAbsent(cloud, this::open);
	}

	static Trust trust(Cloud cloud) {
		return (cloud.authorities() != null) ? Trust.in(cloud.authorities()) : Trust.inTheRuntime();
	}

	private CloudLine open(Cloud cloud) {
		HttpClient client = HttpClient.newBuilder()
			.sslContext(trust(cloud).context())
			.connectTimeout(this.settings.connectTimeout())
			// A token is never carried to a host that an answer named.
			.followRedirects(HttpClient.Redirect.NEVER)
			.build();
		JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(client);
		requests.setReadTimeout(this.settings.readTimeout());
		return new CloudLine(cloud, RestClient.builder().requestFactory(requests).build(),
				Math.toIntExact(this.settings.largestAnswer().toBytes()));
	}

}
