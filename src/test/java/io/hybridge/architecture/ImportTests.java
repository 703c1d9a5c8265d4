package io.hybridge.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One order of imports in all sources: java | javax, jakarta | all others | io.hybridge |
 * static, each group sorted, and none that nobody needs.
 */
class ImportTests {

	private static final String STATIC = "import static ";

	private static final Comparator<String> ORDER = Comparator.comparing(ImportTests::group)
		.thenComparing((line) -> line.substring(0, line.length() - 1));

	@Test
	void standInOneOrder() throws IOException {
		List<String> faults = new ArrayList<>();
		try (Stream<Path> files = Files.walk(Path.of("src"))) {
			files.filter((file) -> file.toString().endsWith(".java"))
				.forEach((file) -> faults(read(file)).forEach((fault) -> faults.add(file + ": " + fault)));
		}
		assertThat(faults).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "import java.util.Map;\nimport java.util.List;\n\nMap List",
			"import io.hybridge.A;\n\nimport org.B;\n\nA B", "import java.util.List;\nimport org.B;\n\nList B",
			"import static org.A.b;\n\nimport org.B;\n\nb B", "import org.B;\n\nimport jakarta.A;\n\nA B",
			"import java.util.List;\n\n\nimport org.B;\n\nList B", "import java.util.List;\n\nclass Listing {}",
			"import java.util.*;\n\nList" })
	void anotherOrderIsNoticed(String source) {
		assertThat(faults(source)).isNotEmpty();
	}

	private static List<String> faults(String source) {
		List<String> lines = source.lines().toList();
		List<String> imports = lines.stream().filter((line) -> line.startsWith("import ")).toList();
		if (imports.isEmpty()) {
			return List.of();
		}
		List<String> faults = new ArrayList<>();
		List<String> written = lines.subList(lines.indexOf(imports.getFirst()),
				lines.lastIndexOf(imports.getLast()) + 1);
		if (!written.equals(inOrder(imports))) {
			faults.add("expected " + String.join("\n", inOrder(imports)));
		}
		String code = String.join("\n", lines.stream().filter((line) -> !imports.contains(line)).toList());
		imports.stream()
			.filter((line) -> !code.matches("(?s).*\\b" + simpleName(line) + "\\b.*"))
			.forEach((line) -> faults.add("unused " + line));
		return faults;
	}

	private static List<String> inOrder(List<String> imports) {
		List<String> ordered = new ArrayList<>();
		String last = null;
		for (String line : imports.stream().sorted(ORDER).toList()) {
			if (last != null && group(last) != group(line)) {
				ordered.add("");
			}
			ordered.add(line);
			last = line;
		}
		return ordered;
	}

	private static int group(String line) {
		if (line.startsWith(STATIC)) {
			return 4;
		}
		String name = line.substring("import ".length());
		if (name.startsWith("io.hybridge.")) {
			return 3;
		}
		return name.startsWith("java.") ? 0 : name.matches("(javax|jakarta)\\..*") ? 1 : 2;
	}

	private static String simpleName(String line) {
		return line.substring(line.lastIndexOf('.') + 1, line.length() - 1).replace("*", "[^\\s\\S]");
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
