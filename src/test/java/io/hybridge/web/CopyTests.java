package io.hybridge.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever a person carries elsewhere has the same button to copy it. */
class CopyTests {

	private static final Path COPY = Path.of("frontend/templates/fragments/copy.html");

	/** A hash beside its command is compared, not carried. */
	private static final Pattern CARRIED = Pattern
		.compile("th:text=\"\\$\\{(?!command\\.)[\\w.]*?\\b(password|sha1|sha256|link|errorId|userCode)(\\(\\))?}\"");

	@Test
	void everyValueThatIsCarriedElsewhereCanBeCopied() {
		List<String> alone = new ArrayList<>();
		templates().forEach((file) -> CARRIED.matcher(read(file))
			.results()
			.forEach((value) -> alone.add(file + ": " + value.group())));
		assertThat(alone).isEmpty();
		assertThat(CARRIED.matcher("<td th:text=\"${account.password}\">").find()).isTrue();
	}

	@Test
	void everyButtonThatCopiesIsTheSame() {
		assertThat(templates().filter((file) -> read(file).contains("data-copy"))).containsExactly(COPY);
	}

	@Test
	void theButtonStaysAwayWithoutJavaScript() {
		assertThat(Pattern.compile("<button[^>]*>")
			.matcher(read(COPY))
			.results()
			.filter((button) -> button.group().contains("th:fragment"))).hasSize(2)
			.allMatch((button) -> button.group().contains(" hidden "));
	}

	private static Stream<Path> templates() {
		try (Stream<Path> files = Files.walk(Path.of("frontend/templates"))) {
			return files.filter((file) -> file.toString().endsWith(".html")).toList().stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
