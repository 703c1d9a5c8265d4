package io.hybridge.lab.console;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.hybridge.lab.LabSettings;
import io.hybridge.lab.world.LabView;

/** The console's line to the lab, wherever on this machine it runs. */
@Component
class LabControl {

	private static final Duration TIMEOUT = Duration.ofSeconds(20);

	private final HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

	private final JsonMapper json = JsonMapper.shared();

	private final LabSettings settings;

	private final ObjectProvider<EmbeddedLab> embedded;

	LabControl(LabSettings settings, ObjectProvider<EmbeddedLab> embedded) {
		this.settings = settings;
		this.embedded = embedded;
	}

	boolean present() {
		return address() != null;
	}

	LabView view() {
		return this.json.readValue(send("GET", "/lab", Map.of()), LabView.class);
	}

	int badge() {
		return read(send("GET", "/phone", Map.of())).path("badge").asInt(0);
	}

	/**
	 * Does something to the lab.
	 * @param path of the operation
	 * @param values it needs
	 * @return whether the lab did it
	 */
	boolean act(String path, Map<String, Object> values) {
		return read(send("POST", path, values)).path("done").asBoolean(false);
	}

	private String send(String method, String path, Map<String, Object> values) {
		try {
			URI control = address();
			if (control == null) {
				throw new LabUnreachable("No lab is set up", null);
			}
			String token = Files.readString(this.settings.folder().resolve("control.token"));
			HttpResponse<String> response = this.client.send(HttpRequest.newBuilder(control.resolve(path))
				.timeout(TIMEOUT)
				.header("Authorization", "Bearer " + token)
				.method(method, HttpRequest.BodyPublishers.ofString(this.json.writeValueAsString(values)))
				.build(), HttpResponse.BodyHandlers.ofString());
			if (response.statusCode() != 200) {
				throw new LabUnreachable("The lab answered " + response.statusCode(), null);
			}
			return response.body();
		}
		catch (IOException ex) {
			throw new LabUnreachable("The lab does not answer", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new LabUnreachable("Interrupted", ex);
		}
	}

	private URI address() {
		EmbeddedLab lab = this.embedded.getIfAvailable();
		return (lab != null && lab.isRunning()) ? lab.control() : this.settings.control();
	}

	private JsonNode read(String body) {
		try {
			return this.json.readTree(body);
		}
		catch (JacksonException ex) {
			throw new LabUnreachable("The lab's answer cannot be read", ex);
		}
	}

}
