package io.hybridge.exchange.winrm;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

import io.hybridge.remote.Trust;

/**
 * Where a server's WinRM listens.
 *
 * @param fqdn name that TLS sees and verifies
 * @param address what is dialled
 * @param port usually 5986
 * @param authorities PEM of the authorities to trust, or null for the Java runtime's
 */
record WinRmEndpoint(String fqdn, String address, int port, String authorities) {

	private static final ExecutorService THREADS = Executors
		.newThreadPerTaskExecutor(Thread.ofVirtual().name("winrm-", 0).factory());

	Peer peer() {
		return new Peer(isMapped() ? this.fqdn : "", this.authorities);
	}

	/**
	 * The address to dial. A mapped server is dialled by a literal: a name here would
	 * become the name that TLS asks for.
	 * @throws UnknownHostException when the name is not known
	 */
	URI dialled() throws UnknownHostException {
		if (!isMapped()) {
			return URI.create(to());
		}
		String literal = InetAddress.getByName(this.address).getHostAddress();
		String host = literal.contains(":") ? "[" + literal.replaceFirst("%.*", "") + "]" : literal;
		return URI.create("https://" + host + ":" + this.port + "/wsman");
	}

	/** The address by the server's name, as it stands in the envelope. */
	String to() {
		return "https://" + this.fqdn + ":" + this.port + "/wsman";
	}

	private boolean isMapped() {
		return !this.address.equalsIgnoreCase(this.fqdn);
	}

	/**
	 * What one HTTP client can serve: a single server whose name is mapped to another
	 * address, because the name then belongs to the client, or all servers that are
	 * dialled by their own names.
	 *
	 * @param name of the mapped server, empty for all others
	 * @param authorities as above
	 */
	record Peer(String name, String authorities) {

		HttpClient client() {
			return HttpClient.newBuilder()
				.version(HttpClient.Version.HTTP_1_1)
				.followRedirects(HttpClient.Redirect.NEVER)
				.proxy(HttpClient.Builder.NO_PROXY)
				.connectTimeout(Duration.ofSeconds(10))
				.sslContext(context())
				.sslParameters(parameters())
				.executor(THREADS)
				.build();
		}

		private SSLContext context() {
			SSLContext trusted = ((this.authorities != null) ? Trust.in(this.authorities) : Trust.inTheRuntime())
				.context();
			return this.name.isEmpty() ? trusted : ServerNameContext.of(trusted, this.name);
		}

		private SSLParameters parameters() {
			SSLParameters parameters = new SSLParameters();
			if (!this.name.isEmpty()) {
				parameters.setServerNames(List.of(new SNIHostName(this.name)));
			}
			return parameters;
		}

	}

}
