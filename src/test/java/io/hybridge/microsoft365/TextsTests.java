package io.hybridge.microsoft365;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.hybridge.remote.ConnectionFailure;

import static org.assertj.core.api.Assertions.assertThat;

class TextsTests {

	private static final Pattern CODE = Pattern.compile("\"microsoft365\\.([a-z0-9-]+)\"");

	private static final Pattern REASON = Pattern
		.compile("(?:->|yield|\\?|:|orElseGet|put\\(\"[A-Z0-9]+\",) \"([a-z0-9-]+)\"");

	@Test
	void everyFailureHasATextInBothLanguages() throws IOException {
		Set<String> codes = new TreeSet<>();
		for (ConnectionFailure failure : ConnectionFailure.values()) {
			codes.add(failure.code("microsoft365").substring("microsoft365.".length()));
		}
		try (Stream<Path> sources = Files.walk(Path.of("src/main/java/io/hybridge/microsoft365"))) {
			for (Path source : sources.filter(Files::isRegularFile).toList()) {
				String text = Files.readString(source);
				found(CODE, text, codes);
				if (text.contains("\"microsoft365.\" +")) {
					found(REASON, text, codes);
				}
			}
		}
		assertThat(codes).contains("throttled", "consent", "permission", "sign-in-failed", "existing-key");
		for (String language : new String[] { "", "_de" }) {
			Properties texts = texts("microsoft365" + language);
			assertThat(codes)
				.allSatisfy((code) -> assertThat(texts.getProperty("failure.microsoft365." + code)).as(code + language)
					.contains("{0}"));
		}
	}

	@Test
	void bothLanguagesSayTheSame() throws IOException {
		assertThat(texts("microsoft365_de").keySet()).isEqualTo(texts("microsoft365").keySet());
		assertThat(texts("microsoft365_de").values()).noneMatch((text) -> text.toString().contains("'"));
		assertThat(texts("microsoft365").values()).noneMatch((text) -> text.toString().contains("'"));
	}

	private static void found(Pattern pattern, String text, Set<String> codes) {
		Matcher matcher = pattern.matcher(text);
		while (matcher.find()) {
			codes.add(matcher.group(1));
		}
	}

	private static Properties texts(String name) throws IOException {
		Properties texts = new Properties();
		try (Reader reader = new InputStreamReader(
				TextsTests.class.getResourceAsStream("/messages/" + name + ".properties"), StandardCharsets.UTF_8)) {
			texts.load(reader);
		}
		return texts;
	}

}
