package io.hybridge.browser;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/** The words of the pages in one language, so that a test clicks what a person reads. */
final class Words {

	private static final List<String> FEATURES = List.of("web", "security", "audit", "organization", "exchange",
			"microsoft365", "enablement", "monitoring", "lab");

	private final Properties words = new Properties();

	private final Locale locale;

	Words(Locale locale) {
		this.locale = locale;
		String suffix = locale.getLanguage().equals("de") ? "_de" : "";
		for (String feature : FEATURES) {
			try (var stream = Words.class.getResourceAsStream("/messages/" + feature + suffix + ".properties")) {
				this.words.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
	}

	String language() {
		return this.locale.getLanguage();
	}

	String of(String key, Object... values) {
		String pattern = this.words.getProperty(key);
		if (pattern == null) {
			throw new AssertionError("No words for " + key + " in " + this.locale);
		}
		return new MessageFormat(pattern, this.locale).format(values);
	}

}
