package io.hybridge.exchange.winrm.http;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import javax.net.ssl.KeyManager;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

import io.hybridge.exchange.link.Channel;
import io.hybridge.exchange.link.PeerTrust;

/**
 * What one HTTP client can serve: a single server whose name is mapped to another
 * address, because the name then belongs to the client, or all servers that are dialled
 * by their own names.
 *
 * @param name of the mapped server, empty for all others
 * @param channel with TLS and whom to trust, or without
 */
record Peer(String name, Channel channel) {

	private static final ExecutorService THREADS = Executors
		.newThreadPerTaskExecutor(Thread.ofVirtual().name("winrm-", 0).factory());

	HttpClient client() {
		return switch (this.channel) {
			case Channel.SealedMessages sealed -> builder().build();
			case Channel.Tls(PeerTrust trust) -> builder(trust.trust().context()).build();
		};
	}

	/**
	 * A client with a certificate of its own. Windows asks for it after the request,
	 * which TLS 1.2 alone allows.
	 */
	HttpClient client(KeyManager... keys) {
		return switch (this.channel) {
			case Channel.SealedMessages sealed -> throw new IllegalArgumentException("A certificate needs TLS");
			case Channel.Tls(PeerTrust trust) -> {
				SSLParameters parameters = parameters();
				parameters.setProtocols(new String[] { "TLSv1.2" });
				yield builder(trust.trust().contextWith(keys)).sslParameters(parameters).build();
			}
		};
	}

	private HttpClient.Builder builder(SSLContext trusted) {
		SSLContext context = this.name.isEmpty() ? trusted : ServerNameContext.of(trusted, this.name);
		return builder().sslContext(context).sslParameters(parameters());
	}

	private static HttpClient.Builder builder() {
		return HttpClient.newBuilder()
			.version(HttpClient.Version.HTTP_1_1)
			.followRedirects(HttpClient.Redirect.NEVER)
			.proxy(HttpClient.Builder.NO_PROXY)
			.connectTimeout(Duration.ofSeconds(10))
			.executor(THREADS);
	}

	private SSLParameters parameters() {
		SSLParameters parameters = new SSLParameters();
		if (!this.name.isEmpty()) {
			parameters.setServerNames(List.of(new SNIHostName(this.name)));
		}
		return parameters;
	}

}
