package io.hybridge.lab.tenant.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import com.sun.net.httpserver.HttpExchange;

import io.hybridge.lab.Delivery;
import io.hybridge.lab.LabContext;
import io.hybridge.lab.LoopbackServer;

/** The HTTPS side of the tenant: finds the operation, and lets faults happen to it. */
public final class TenantServer {

	private static final int LONGEST_BODY = 1024 * 1024;

	private static final long HOLD_SECONDS = 300;

	private final LabContext context;

	private final LoopbackServer server;

	private final CountDownLatch closing = new CountDownLatch(1);

	private List<Route> routes = List.of();

	public TenantServer(LabContext context, int port, String... names) throws IOException {
		this.context = context;
		this.server = LoopbackServer.https("tenant", port, context.authority().serverContext(names));
	}

	public void start(List<Route> routes) {
		this.routes = routes;
		this.server.start(this::handle);
	}

	public int port() {
		return this.server.port();
	}

	public void close() {
		this.closing.countDown();
		this.server.close();
	}

	private void handle(HttpExchange exchange) throws IOException {
		try (exchange) {
			Request request = read(exchange);
			for (Route route : this.routes) {
				Optional<Request> matched = route.match(request);
				if (matched.isPresent()) {
					answer(exchange, route, matched.get());
					return;
				}
			}
			send(exchange, Reply.json(404, Map.of("error", Map.of("code", "ResourceNotFound", "message",
					"The lab does not know " + request.method() + " " + request.path()))));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void answer(HttpExchange exchange, Route route, Request request) throws IOException, InterruptedException {
		Instant now = this.context.clock().instant();
		switch (this.context.faults().take(route.operation()).orElse(null)) {
			case null -> send(exchange, performed(route, request, Delivery.DELIVERED));
			case REFUSE_ACCESS -> send(exchange, Refusals.accessDenied(route.part(), now));
			case ASK_TO_WAIT -> send(exchange, Refusals.tooManyRequests(route.part(), now));
			case LOSE_ANSWER -> performed(route, request, Delivery.LOST);
			case HOLD_ANSWER -> {
				performed(route, request, Delivery.HELD);
				this.closing.await(HOLD_SECONDS, TimeUnit.SECONDS);
			}
		}
	}

	private Reply performed(Route route, Request request, Delivery delivery) {
		Reply reply = route.handler().apply(request);
		reply.effects().forEach((sequence) -> this.context.ledger().answered(sequence, delivery));
		return reply;
	}

	private static Request read(HttpExchange exchange) throws IOException {
		Map<String, String> headers = new LinkedHashMap<>();
		exchange.getRequestHeaders()
			.forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
		byte[] body = exchange.getRequestBody().readNBytes(LONGEST_BODY);
		return new Request(exchange.getRequestMethod(), exchange.getRequestURI().getPath(),
				Request.pairs(exchange.getRequestURI().getRawQuery()), headers,
				new String(body, StandardCharsets.UTF_8), List.of());
	}

	private static void send(HttpExchange exchange, Reply reply) throws IOException {
		reply.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
		byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
		exchange.sendResponseHeaders(reply.status(), (body.length == 0) ? -1 : body.length);
		if (body.length > 0) {
			exchange.getResponseBody().write(body);
		}
	}

}
