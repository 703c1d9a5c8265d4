package io.hybridge.security.signin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A page is given back what was typed into it by the names of its fields alone. */
class UnsentFieldsTests {

	private static final Pattern FORM = Pattern.compile("<form\\b.*?</form>", Pattern.DOTALL);

	private static final Pattern FILLED = Pattern
		.compile("fragments/form :: (?:text|code|dropdown|radio|checkbox|area)\\('\\w+\\.(\\w+)'");

	private static final Pattern SENT = Pattern.compile("(?<![:\\w])name=\"(\\w+)\"");

	/** The line of a search is the same line, wherever it is sent to. */
	private static final Set<String> SAME = Set.of("q");

	@Test
	void noFieldGetsWhatWasTypedIntoAnotherFormOfItsPage() throws IOException {
		try (Stream<Path> templates = Files.walk(Path.of("frontend/templates"))) {
			List<Path> files = templates.filter(Files::isRegularFile).toList();
			assertThat(files.stream().flatMap((file) -> FORM.matcher(read(file)).results())).hasSizeGreaterThan(40);
			assertThat(files.stream().flatMap((file) -> shared(read(file)).map((name) -> file + " " + name))).isEmpty();
		}
	}

	@Test
	void noticesAFieldThatTwoFormsShare() {
		String filled = "<form method=\"post\"><i th:replace=\"~{fragments/form :: radio('form.role', x)}\"></i></form>";
		assertThat(shared(filled + "<form method=\"post\"><select name=\"role\"></select></form>"))
			.containsExactly("role");
		assertThat(shared(filled + "<form method=\"post\"><select name=\"other\"></select></form>")).isEmpty();
		assertThat(shared(filled + filled)).containsExactly("role");
	}

	private static Stream<String> shared(String template) {
		List<String> forms = FORM.matcher(template).results().map((form) -> form.group()).toList();
		return names(FILLED, template).stream()
			.filter((name) -> !SAME.contains(name) && !UnsentForm.TYPED_ANEW.contains(name))
			.filter((name) -> forms.stream()
				.filter((form) -> form.contains("method=\"post\""))
				.filter((form) -> names(FILLED, form).contains(name) || names(SENT, form).contains(name))
				.count() > 1);
	}

	private static Set<String> names(Pattern pattern, String text) {
		return pattern.matcher(text).results().map((found) -> found.group(1)).collect(Collectors.toSet());
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
