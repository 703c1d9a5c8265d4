package io.hybridge.lab.exchange.script;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import com.sun.net.httpserver.HttpExchange;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.hybridge.lab.LoopbackServer;
import io.hybridge.lab.exchange.cmdlet.CmdletFailure;
import io.hybridge.lab.exchange.cmdlet.CmdletObject;
import io.hybridge.lab.exchange.cmdlet.ManagementShell;
import io.hybridge.lab.exchange.twin.part.ScriptExecution;

/**
 * Where the stub cmdlets of a running PowerShell ask the lab's Exchange organization:
 * loopback only, with a token that is good for one run.
 */
final class CmdletEndpoint implements AutoCloseable {

	private static final JsonMapper JSON = JsonMapper.shared();

	private final LoopbackServer server;

	private final Map<String, ManagementShell> shells = new ConcurrentHashMap<>();

	CmdletEndpoint() {
		try {
			this.server = LoopbackServer.http("cmdlet", 0);
			this.server.start(this::answer);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The lab cannot listen on loopback", ex);
		}
	}

	int port() {
		return this.server.port();
	}

	/** Lets one run in. */
	String admit(ManagementShell shell) {
		String token = UUID.randomUUID().toString();
		this.shells.put(token, shell);
		return token;
	}

	void dismiss(String token) {
		this.shells.remove(token);
	}

	private void answer(HttpExchange call) throws IOException {
		try (call) {
			ManagementShell shell = shell(call.getRequestHeaders().getFirst("Authorization"));
			if (shell == null) {
				call.sendResponseHeaders(401, -1);
				return;
			}
			JsonNode request = JSON.readTree(call.getRequestBody().readAllBytes());
			byte[] body = JSON.writeValueAsBytes(run(shell.at(request.path("server").asString("")), request));
			call.getResponseHeaders().set("Content-Type", "application/json");
			call.sendResponseHeaders(200, body.length);
			call.getResponseBody().write(body);
		}
		catch (JacksonException ex) {
			call.sendResponseHeaders(400, -1);
		}
	}

	private ManagementShell shell(String authorization) {
		return (authorization != null && authorization.startsWith("Bearer "))
				? this.shells.get(authorization.substring("Bearer ".length())) : null;
	}

	private Map<String, Object> run(ManagementShell shell, JsonNode request) {
		Map<String, Object> answer = new LinkedHashMap<>();
		answer.put("objects", List.of());
		answer.put("error", null);
		try {
			answer.put("objects",
					shell.run(request.path("cmdlet").asString(""), parameters(request.path("parameters")))
						.stream()
						.map(CmdletEndpoint::tagged)
						.toList());
		}
		catch (CmdletFailure ex) {
			answer.put("error",
					CmdletObject.of("id", ex.error().id(), "category", ex.error().category(), "type", ex.error().type(),
							"reason", ex.error().reason(), "message", ex.getMessage(), "target", ex.error().target())
						.properties());
		}
		answer.put("warnings", shell.takeWarnings());
		answer.put("host", shell.takeHostLines());
		return answer;
	}

	private static Map<String, Object> parameters(JsonNode node) {
		Map<String, Object> parameters = new LinkedHashMap<>();
		node.properties().forEach((entry) -> {
			JsonNode value = entry.getValue();
			parameters.put(entry.getKey(),
					value.isArray() ? value.valueStream().map(JsonNode::asString).toList() : value.asString(""));
		});
		return parameters;
	}

	/** JSON has no types, no bytes and no times, so they are marked. */
	private static Map<String, Object> tagged(CmdletObject object) {
		Map<String, Object> tagged = new LinkedHashMap<>();
		if (!object.type().isEmpty()) {
			tagged.put("$type", object.type());
		}
		object.properties().forEach((name, value) -> tagged.put(name, switch (value) {
			case byte[] bytes -> Map.of("$bytes", Base64.getEncoder().encodeToString(bytes));
			case Instant at -> Map.of("$time", ScriptExecution.time(at));
			case null, default -> value;
		}));
		return tagged;
	}

	@Override
	public void close() {
		this.server.close();
	}

}
