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
 * Where a server's WinRM listens, and the client that keeps its connections. One client
 * per server, because the name that TLS sees belongs to the client.
 *
 * @param fqdn name that TLS sees and verifies
 * @param address what is dialled
 * @param port usually 5986
 * @param authorities PEM of the authorities to trust, or null for the Java runtime's
 */
record WinRmEndpoint(String fqdn, String address, int port, String authorities) {

	private static final ExecutorService THREADS = Executors.newThreadPerTaskExecutor(Thread.ofVirtual()
		.name("winrm-", 0)
		.factory());

	HttpClient client() {
		SSLParameters names = new SSLParameters();
		names.setServerNames(List.of(new SNIHostName(this.fqdn)));
		return HttpClient.newBuilder()
			.version(HttpClient.Version.HTTP_1_1)
			.followRedirects(HttpClient.Redirect.NEVER)
			.connectTimeout(Duration.ofSeconds(10))
			.sslContext(context())
			.sslParameters(names)
			.executor(THREADS)
			.build();
	}

	private SSLContext context() {
		Trust trust = (this.authorities != null) ? Trust.in(this.authorities) : Trust.inTheRuntime();
		return ServerNameContext.of(trust.context(), this.fqdn);
	}

	/**
	 * The address to dial, always a literal: a name here would become the name TLS asks
	 * for.
	 * @return the address
	 * @throws UnknownHostException when the name is not known
	 */
	URI dialled() throws UnknownHostException {
		String literal = InetAddress.getByName(this.address).getHostAddress();
		String host = literal.contains(":") ? "[" + literal.replaceFirst("%.*", "") + "]" : literal;
		return URI.create("https://" + host + ":" + this.port + "/wsman");
	}

	/**
	 * The address by the server's name, as it stands in the envelope.
	 * @return the address
	 */
	String to() {
		return "https://" + this.fqdn + ":" + this.port + "/wsman";
	}

}
