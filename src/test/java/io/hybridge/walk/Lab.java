package io.hybridge.walk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The lab's control, as the console uses it: what really happened, whatever was answered.
 */
public final class Lab {

	private final JsonMapper json = JsonMapper.builder().build();

	private final HttpClient client = HttpClient.newHttpClient();

	private final URI control;

	private final Path folder;

	public Lab(URI control, Path folder) {
		this.control = control;
		this.folder = folder;
	}

	public void reset(String scenario) {
		send("POST", "/reset", Map.of("scenario", scenario));
	}

	public void update() {
		send("POST", "/update", Map.of("server", "EX2"));
	}

	public void turn(String trait, boolean on) {
		send("POST", "/traits", Map.of("trait", trait, "on", on));
	}

	public void inject(String operation, String fault) {
		send("POST", "/faults", Map.of("operation", operation, "fault", fault, "times", 1));
	}

	public void removeFault(String operation) {
		send("POST", "/faults/remove", Map.of("operation", operation));
	}

	/**
	 * How often an effect happened since the last reset.
	 * @param kind of the effect
	 * @return its number in the ledger
	 */
	public long effects(String kind) {
		return send("GET", "/ledger", Map.of()).valueStream()
			.filter((effect) -> effect.path("kind").asString().equals(kind))
			.count();
	}

	public int badge() {
		return send("GET", "/phone", Map.of()).path("badge").asInt();
	}

	public JsonNode view() {
		return send("GET", "/lab", Map.of());
	}

	private JsonNode send(String method, String path, Map<String, Object> values) {
		try {
			String token = Files.readString(this.folder.resolve("control.token"));
			HttpResponse<String> response = this.client.send(HttpRequest.newBuilder(this.control.resolve(path))
				.header("Authorization", "Bearer " + token)
				.method(method, HttpRequest.BodyPublishers.ofString(this.json.writeValueAsString(values)))
				.build(), HttpResponse.BodyHandlers.ofString());
			if (response.statusCode() != 200) {
				throw new AssertionError(method + " " + path + ": " + response.statusCode() + " " + response.body());
			}
			return this.json.readTree(response.body());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
