package io.hybridge.web.text;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Properties;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Where there is one of something, nobody is told that it is one of one. */
class OnlyOneTests {

	private static final Object[] ONE = { 1, 1, 1, 1, 1, 1, 1, 1 };

	/**
	 * In German the same word says by whom, so the English text tells what is counted.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "enablement", "monitoring", "organization", "security", "connection", "lab", "web" })
	void noTextCountsOneOfOne(String file) throws IOException {
		Properties english = texts(file);
		Properties german = texts(file + "_de");
		assertThat(english.stringPropertyNames()).filteredOn((key) -> !english.containsKey(key + ".only"))
			.filteredOn((key) -> english.getProperty(key).matches("(?s).*\\} of \\{.*"))
			.allSatisfy((key) -> {
				assertThat(ofOne(english, key)).doesNotContainPattern("\\b1 of 1\\b");
				assertThat(ofOne(german, key)).doesNotContainPattern("\\b1 von 1\\b");
			});
	}

	private static String ofOne(Properties texts, String key) {
		return new MessageFormat(texts.getProperty(key)).format(ONE);
	}

	private static Properties texts(String file) throws IOException {
		Properties texts = new Properties();
		try (Reader reader = Files.newBufferedReader(Path.of("frontend/messages", file + ".properties"))) {
			texts.load(reader);
		}
		return texts;
	}

}
