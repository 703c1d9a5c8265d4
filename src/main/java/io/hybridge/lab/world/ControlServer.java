package io.hybridge.lab.world;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;

import com.sun.net.httpserver.HttpExchange;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.hybridge.lab.Fault;
import io.hybridge.lab.LoopbackServer;
import io.hybridge.lab.Trait;

/**
 * Where the lab is read and changed from outside, by whoever can read the token in its
 * folder.
 */
final class ControlServer implements AutoCloseable {

	static final String TOKEN = "control.token";

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final int LONGEST_BODY = 16 * 1024;

	private final LoopbackServer server;

	private final LabWorld world;

	private final String token;

	private ControlServer(LabWorld world, LoopbackServer server) {
		this.world = world;
		this.server = server;
		this.token = world.context().folder().read(TOKEN).orElseGet(this::newToken);
		server.start(this::handle);
	}

	static ControlServer open(LabWorld world, int port) throws IOException {
		return new ControlServer(world, LoopbackServer.http("control", port));
	}

	URI address() {
		return URI.create("http://127.0.0.1:" + this.server.port());
	}

	@Override
	public void close() {
		this.server.close();
	}

	private String newToken() {
		byte[] bytes = new byte[32];
		new SecureRandom().nextBytes(bytes);
		String fresh = HexFormat.of().formatHex(bytes);
		this.world.context().folder().write(TOKEN, fresh);
		return fresh;
	}

	private void handle(HttpExchange exchange) throws IOException {
		try (exchange) {
			if (!admitted(exchange.getRequestHeaders().getFirst("Authorization"))) {
				exchange.sendResponseHeaders(401, -1);
				return;
			}
			String body = new String(exchange.getRequestBody().readNBytes(LONGEST_BODY), StandardCharsets.UTF_8);
			try {
				Object answer = answer(exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath(),
						JSON.readTree(body.isBlank() ? "{}" : body));
				send(exchange, (answer != null) ? 200 : 404, (answer != null) ? answer : Map.of());
			}
			catch (IllegalArgumentException | JacksonException ex) {
				send(exchange, 400, Map.of("error", String.valueOf(ex.getMessage())));
			}
		}
	}

	private Object answer(String operation, JsonNode body) {
		switch (operation) {
			case "GET /lab" -> {
				return this.world.view();
			}
			case "GET /ledger" -> {
				return this.world.context().ledger().effects();
			}
			case "GET /phone" -> {
				return Map.of("badge", this.world.phone().badge());
			}
			case "POST /phone/clear" -> this.world.phone().clear();
			case "POST /reset" -> this.world.reset(Scenario.valueOf(text(body, "scenario")));
			case "POST /update" -> {
				return Map.of("done", this.world.exchange().installCumulativeUpdate23(text(body, "server")));
			}
			case "POST /messages" -> {
				return Map.of("done", this.world.sendMessage());
			}
			case "POST /faults" -> this.world.context()
				.faults()
				.inject(text(body, "operation"), Fault.valueOf(text(body, "fault")), body.path("times").asInt(1));
			case "POST /traits" -> this.world.context()
				.traits()
				.turn(Trait.valueOf(text(body, "trait")), body.path("on").asBoolean(false));
			case "POST /faults/remove" -> this.world.context().faults().remove(text(body, "operation"));
			default -> {
				return null;
			}
		}
		return Map.of("done", true);
	}

	private boolean admitted(String authorization) {
		return authorization != null
				&& MessageDigest.isEqual(("Bearer " + this.token).getBytes(StandardCharsets.US_ASCII),
						authorization.getBytes(StandardCharsets.US_ASCII));
	}

	private static String text(JsonNode body, String name) {
		String text = body.path(name).asString("");
		if (text.isEmpty()) {
			throw new IllegalArgumentException(name + " is missing");
		}
		return text;
	}

	private static void send(HttpExchange exchange, int status, Object answer) throws IOException {
		byte[] body = JSON.writeValueAsBytes(answer);
		exchange.getResponseHeaders().set("Content-Type", "application/json");
		exchange.sendResponseHeaders(status, body.length);
		exchange.getResponseBody().write(body);
	}

}
