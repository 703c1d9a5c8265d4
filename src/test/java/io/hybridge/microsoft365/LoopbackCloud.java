package io.hybridge.microsoft365;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;

/**
 * Answers over HTTPS on loopback in the shapes in which Microsoft does, as a test says.
 */
public final class LoopbackCloud implements AutoCloseable {

	static final TestCertificates.Made AUTHORITY = TestCertificates.make("Loopback");

	private final Map<String, Deque<Function<Asked, Reply>>> answers = new ConcurrentHashMap<>();

	private final List<Asked> asked = Collections.synchronizedList(new ArrayList<>());

	private final ExecutorService threads = Executors.newCachedThreadPool();

	private final HttpsServer server;

	public LoopbackCloud() {
		try {
			this.server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
			this.server.setHttpsConfigurator(new HttpsConfigurator(tls()));
			this.server.setExecutor(this.threads);
			this.server.createContext("/", this::answer);
			this.server.start();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	public URI address() {
		return URI.create("https://localhost:" + this.server.getAddress().getPort());
	}

	public Cloud cloud() {
		return new Cloud(KnownCloud.GLOBAL, address(), address(), "7d0c1d2e-52a8-4f4e-9d2a-5c1b7e6f0a11", false,
				AUTHORITY.pem());
	}

	/** The answers to one request, in order; the last one stays. */
	public LoopbackCloud on(String request, Reply... replies) {
		for (Reply reply : replies) {
			on(request, (asked) -> reply);
		}
		return this;
	}

	public LoopbackCloud on(String request, Function<Asked, Reply> reply) {
		this.answers.computeIfAbsent(request, (key) -> new ArrayDeque<>()).add(reply);
		return this;
	}

	/** Every request, in order. */
	public List<String> asked() {
		synchronized (this.asked) {
			return this.asked.stream().map(Asked::line).toList();
		}
	}

	public List<Asked> asked(String request) {
		synchronized (this.asked) {
			return this.asked.stream().filter((one) -> one.line().equals(request)).toList();
		}
	}

	@Override
	public void close() {
		this.server.stop(0);
		this.threads.shutdownNow();
	}

	private void answer(HttpExchange exchange) throws IOException {
		Asked asked = new Asked(exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath(),
				exchange.getRequestURI().getRawQuery(), Map.copyOf(exchange.getRequestHeaders()),
				new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
		this.asked.add(asked);
		Reply reply = next(asked).apply(asked);
		if (reply.status() == 0) {
			exchange.close();
			return;
		}
		reply.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
		byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
		exchange.sendResponseHeaders(reply.status(), (body.length > 0) ? body.length : -1);
		exchange.getResponseBody().write(body);
		exchange.close();
	}

	private synchronized Function<Asked, Reply> next(Asked asked) {
		Deque<Function<Asked, Reply>> queue = this.answers.get(asked.line());
		if (queue == null) {
			return (one) -> Reply.json(404, "{\"error\":{\"code\":\"Request_ResourceNotFound\",\"message\":\"none\"}}");
		}
		return (queue.size() > 1) ? queue.poll() : queue.peek();
	}

	private static SSLContext tls() throws Exception {
		KeyStore store = KeyStore.getInstance("PKCS12");
		store.load(null, null);
		var certificate = java.security.cert.CertificateFactory.getInstance("X.509")
			.generateCertificate(new java.io.ByteArrayInputStream(AUTHORITY.der()));
		store.setKeyEntry("key", AUTHORITY.keys().getPrivate(), new char[0],
				new java.security.cert.Certificate[] { certificate });
		KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
		keys.init(store, new char[0]);
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(keys.getKeyManagers(), null, null);
		return context;
	}

	/** What was asked. */
	public record Asked(String line, String query, Map<String, List<String>> headers, String body) {

		public String header(String name) {
			return this.headers.getOrDefault(name, List.of("")).getFirst();
		}

	}

	/** What is answered; status 0 breaks the connection. */
	public record Reply(int status, Map<String, String> headers, String body) {

		public static Reply json(int status, String body) {
			return new Reply(status, Map.of("Content-Type", "application/json; odata.metadata=minimal", "request-id",
					"5f0e3b2a-1111-4222-8333-444455556666"), body);
		}

		public static Reply html(int status, String body) {
			return new Reply(status, Map.of("Content-Type", "text/html"), body);
		}

		public static Reply none(int status) {
			return new Reply(status, Map.of("request-id", "5f0e3b2a-1111-4222-8333-444455556666"), "");
		}

		public static Reply lost() {
			return new Reply(0, Map.of(), "");
		}

		public Reply with(String name, String value) {
			Map<String, String> more = new LinkedHashMap<>(this.headers);
			more.put(name, value);
			return new Reply(this.status, more, this.body);
		}

	}

}
