package io.hybridge.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/** Gives each context a data folder of its own, removed when the JVM ends. */
class TemporaryData implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		TestPropertyValues
			.of("hybridge.data=" + folder(), "hybridge.lab.ports.control=0", "hybridge.lab.ports.microsoft365=0",
					"hybridge.lab.ports.sign-in=0", "hybridge.lab.ports.ex1=0", "hybridge.lab.ports.ex2=0",
					"hybridge.lab.ports.cas1=0")
			.applyTo(context);
	}

	private static Path folder() {
		try {
			Path folder = Files.createTempDirectory("hybridge-test");
			Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(folder)));
			return folder;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void remove(Path folder) {
		try {
			FileSystemUtils.deleteRecursively(folder);
		}
		catch (IOException ex) {
			// The folder lies in the system's temporary folder anyway.
		}
	}

}
