package io.hybridge.lab.exchange.winrm;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.LongAdder;

import javax.net.ssl.SSLContext;

import com.sun.net.httpserver.HttpExchange;

import io.hybridge.lab.LoopbackServer;
import io.hybridge.lab.Trait;

/**
 * The WinRM endpoint of one Exchange server of the lab: HTTPS, a password, and the wire
 * as Windows speaks it, so that any client may come.
 */
final class WinRmServer implements AutoCloseable {

	private static final String ERROR_PAGE = "<html><head><title>500 - Internal server error</title></head>"
			+ "<body><h2>There is a problem with the resource you are looking for.</h2></body></html>";

	/** MaxEnvelopeSizekb of Windows. */
	private static final int LARGEST_ENVELOPE = 500 * 1024;

	/** What is read of a larger one, so that the refusal is not lost in a reset. */
	private static final int DISCARDED = 4 << 20;

	private final LongAdder requests = new LongAdder();

	private final WinRmAccount account;

	private final WinRmConversation conversation;

	private final LoopbackServer http;

	private WinRmServer(WinRmAccount account, WinRmConversation conversation, LoopbackServer http) {
		this.account = account;
		this.conversation = conversation;
		this.http = http;
	}

	/**
	 * Opens an endpoint.
	 * @param port on loopback, 0 for any
	 * @param tls with the server's certificate
	 * @param account that may sign in
	 * @param conversation what is understood behind it
	 * @return the endpoint, listening
	 * @throws IOException when the port is taken
	 */
	static WinRmServer open(int port, SSLContext tls, WinRmAccount account, WinRmConversation conversation)
			throws IOException {
		WinRmServer server = new WinRmServer(account, conversation, LoopbackServer.https("winrm", port, tls));
		server.http.start(server::handle);
		return server;
	}

	int port() {
		return this.http.port();
	}

	long requests() {
		return this.requests.sum();
	}

	@Override
	public void close() {
		this.http.close();
		this.conversation.close();
	}

	private void handle(HttpExchange exchange) throws IOException {
		try (exchange) {
			this.requests.increment();
			byte[] envelope = exchange.getRequestBody().readNBytes(LARGEST_ENVELOPE + 1);
			if (!exchange.getRequestURI().getPath().equals("/wsman")) {
				exchange.sendResponseHeaders(404, -1);
			}
			else if (!exchange.getRequestMethod().equals("POST")) {
				exchange.sendResponseHeaders(405, -1);
			}
			else if (this.conversation.has(Trait.WINRM_ERROR_PAGE)) {
				send(exchange, 500, "text/html", ERROR_PAGE.getBytes(StandardCharsets.UTF_8));
			}
			else if (this.conversation.has(Trait.BASIC_OFF)) {
				exchange.getResponseHeaders().set("WWW-Authenticate", "Negotiate");
				exchange.getResponseHeaders().add("WWW-Authenticate", "Kerberos");
				exchange.sendResponseHeaders(401, -1);
			}
			else if (!this.account.admits(exchange.getRequestHeaders().getFirst("Authorization"))) {
				exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"WSMAN\"");
				exchange.sendResponseHeaders(401, -1);
			}
			else if (envelope.length > LARGEST_ENVELOPE) {
				exchange.getRequestBody().readNBytes(DISCARDED);
				exchange.sendResponseHeaders(413, -1);
			}
			else {
				answer(exchange, envelope);
			}
		}
	}

	private void answer(HttpExchange exchange, byte[] envelope) throws IOException {
		WinRmRequest request;
		try {
			request = WinRmRequest.read(envelope);
		}
		catch (IOException ex) {
			exchange.sendResponseHeaders(400, -1);
			return;
		}
		try {
			WinRmConversation.Reply reply = this.conversation.answer(request, this.account.user());
			if (reply.lost()) {
				return;
			}
			deliver(exchange, reply);
		}
		catch (WinRmFault fault) {
			if (fault.retryAfter().isPositive()) {
				exchange.getResponseHeaders().set("Retry-After", String.valueOf(fault.retryAfter().toSeconds()));
			}
			send(exchange, 500, WinRmAnswer.fault(request, fault, this.conversation.server()));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static void deliver(HttpExchange exchange, WinRmConversation.Reply reply) throws IOException {
		try {
			send(exchange, 200, reply.envelope());
		}
		catch (IOException ex) {
			reply.undelivered().run();
			throw ex;
		}
	}

	private static void send(HttpExchange exchange, int status, byte[] envelope) throws IOException {
		send(exchange, status, "application/soap+xml;charset=UTF-8", envelope);
	}

	private static void send(HttpExchange exchange, int status, String type, byte[] envelope) throws IOException {
		exchange.getResponseHeaders().set("Content-Type", type);
		exchange.sendResponseHeaders(status, envelope.length);
		try (OutputStream body = exchange.getResponseBody()) {
			body.write(envelope);
		}
	}

}
