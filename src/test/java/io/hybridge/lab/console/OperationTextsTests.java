package io.hybridge.lab.console;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.hybridge.exchange.powershell.ScriptCatalog;

import static org.assertj.core.api.Assertions.assertThat;

/** A fault can be put on every script, so each has a name on the lab's page. */
class OperationTextsTests {

	@ParameterizedTest
	@ValueSource(strings = { "lab.properties", "lab_de.properties" })
	void everyScriptHasAName(String file) throws IOException {
		Properties texts = new Properties();
		try (Reader reader = Files.newBufferedReader(Path.of("frontend/messages").resolve(file))) {
			texts.load(reader);
		}
		assertThat(ScriptCatalog.load().scripts())
			.allSatisfy((script) -> assertThat(texts).containsKey("lab.operation." + script.name()));
	}

}
