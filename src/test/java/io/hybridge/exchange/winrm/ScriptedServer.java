package io.hybridge.exchange.winrm;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SNIServerName;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsServer;

import io.hybridge.exchange.link.BasicLinks;
import io.hybridge.exchange.link.WinRmLink;
import io.hybridge.lab.LabAuthority;
import io.hybridge.lab.LabFolder;

/** Says over HTTPS exactly what a test has written down, one answer per request. */
final class ScriptedServer implements AutoCloseable {

	static final String NAME = "ex1.fabrikam.com";

	private final Queue<Response> responses = new ArrayDeque<>();

	private final List<String> requests = new CopyOnWriteArrayList<>();

	private final List<SNIServerName> names = new CopyOnWriteArrayList<>();

	private final LabAuthority authority;

	private final HttpsServer server;

	ScriptedServer(Path folder) throws IOException {
		this.authority = LabAuthority.in(LabFolder.at(folder), Clock.systemUTC());
		this.server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.setHttpsConfigurator(new HttpsConfigurator(this.authority.serverContext(NAME)));
		this.server.createContext("/wsman", this::handle);
		this.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		this.server.start();
	}

	void says(int status, String body) {
		this.responses.add(new Response(status, body, List.of()));
	}

	void refusesSignIn(String... challenges) {
		this.responses.add(new Response(401, "", List.of(challenges)));
	}

	List<String> requests() {
		return this.requests;
	}

	List<SNIServerName> names() {
		return this.names;
	}

	WinRmLink link() {
		return BasicLinks.to(NAME, "127.0.0.1", this.server.getAddress().getPort(), "user", "password",
				this.authority.pem());
	}

	private void handle(HttpExchange exchange) throws IOException {
		try (exchange) {
			this.requests.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
			if (((HttpsExchange) exchange).getSSLSession() instanceof ExtendedSSLSession session) {
				this.names.addAll(session.getRequestedServerNames());
			}
			Response response = this.responses.poll();
			if (response == null) {
				return;
			}
			response.challenges()
				.forEach((challenge) -> exchange.getResponseHeaders().add("WWW-Authenticate", challenge));
			byte[] body = response.body().getBytes(StandardCharsets.UTF_8);
			exchange.sendResponseHeaders(response.status(), (body.length > 0) ? body.length : -1);
			exchange.getResponseBody().write(body);
		}
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

	private record Response(int status, String body, List<String> challenges) {
	}

}
