package io.hybridge.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

import io.hybridge.HybridgeApplication;

/** A console that nobody has set up yet, with the lab in it, on ports of its own. */
final class Console implements AutoCloseable {

	private final Path folder;

	private final ConfigurableApplicationContext context;

	Console(Path folder) {
		this(folder, Map.of());
	}

	Console(Path folder, Map<String, String> settings) {
		this.folder = folder;
		Map<String, String> arguments = new LinkedHashMap<>();
		for (String name : new String[] { "control", "microsoft365", "sign-in", "ex1", "ex2", "cas1" }) {
			arguments.put("hybridge.lab.ports." + name, "0");
		}
		arguments.put("server.port", "0");
		arguments.put("hybridge.data", folder.resolve("data").toString());
		arguments.put("hybridge.lab.folder", folder.resolve("lab").toString());
		arguments.put("hybridge.lab.health-manager-wait", "2s");
		arguments.put("hybridge.enablement.lab-probe-wait", "4s");
		arguments.putAll(settings);
		this.context = SpringApplication.run(HybridgeApplication.class,
				arguments.entrySet().stream().map((entry) -> "--" + entry).toArray(String[]::new));
	}

	String address() {
		return "http://localhost:" + this.context.getEnvironment().getProperty("local.server.port");
	}

	String setupCode() {
		try {
			return Files.readString(this.folder.resolve("data/setup-code")).strip();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		this.context.close();
	}

}
