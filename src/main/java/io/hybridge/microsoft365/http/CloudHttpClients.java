package io.hybridge.microsoft365.http;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

import io.hybridge.microsoft365.Cloud;
import io.hybridge.microsoft365.Microsoft365Settings;
import io.hybridge.remote.Trust;

/** Keeps one client per cloud, so that connections and TLS sessions are used again. */
@Component
public class CloudHttpClients {

	private final Map<Cloud, CloudHttpClient> clients = new ConcurrentHashMap<>();

	private final Microsoft365Settings settings;

	public CloudHttpClients(Microsoft365Settings settings) {
		this.settings = settings;
	}

	public CloudHttpClient to(Cloud cloud) {
		return this.clients.computeIfAbsent(cloud, this::open);
	}

	public static Trust trust(Cloud cloud) {
		return (cloud.authorities() != null) ? Trust.in(cloud.authorities()) : Trust.inTheRuntime();
	}

	/** A token is never carried to a host that an answer named. */
	static HttpClient connecting(Cloud cloud, Microsoft365Settings settings) {
		return HttpClient.newBuilder()
			.sslContext(trust(cloud).context())
			.connectTimeout(settings.connectTimeout())
			.followRedirects(HttpClient.Redirect.NEVER)
			.build();
	}

	private CloudHttpClient open(Cloud cloud) {
		HttpClient client = connecting(cloud, this.settings);
		return new CloudHttpClient(cloud, within(this.settings.readTimeout(), client),
				within(this.settings.writeTimeout(), client), Math.toIntExact(this.settings.largestAnswer().toBytes()));
	}

	private static RestClient within(Duration time, HttpClient client) {
		JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(client);
		requests.setReadTimeout(time);
		return RestClient.builder().requestFactory(requests).build();
	}

}
