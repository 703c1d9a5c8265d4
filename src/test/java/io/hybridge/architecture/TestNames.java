package io.hybridge.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** All tests by their names, and the rows of the fault matrix that they show. */
final class TestNames {

	private static final Pattern TEST = Pattern
		.compile("@(?:Test|ParameterizedTest|RepeatedTest)\\b((?:(?!\\bvoid\\b).)*?)\\bvoid (\\w+)\\(", Pattern.DOTALL);

	private static final Pattern FAULTS = Pattern.compile("@Faults\\(([^)]*)\\)");

	private static final Pattern ROW = Pattern.compile("\"(F\\d+b?)\"");

	private final Set<String> names = new TreeSet<>();

	private final Map<String, Set<String>> byRow = new TreeMap<>();

	TestNames(Path... folders) {
		for (Path folder : folders) {
			try (Stream<Path> files = Files.walk(folder)) {
				files.filter((file) -> file.toString().endsWith(".java")).forEach(this::read);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
	}

	/** As {@code Class.method}. */
	Set<String> names() {
		return this.names;
	}

	Set<String> showing(String row) {
		return this.byRow.getOrDefault(row, Set.of());
	}

	/** Every row that any test names. */
	Set<String> rows() {
		return this.byRow.keySet();
	}

	private void read(Path file) {
		String type = file.getFileName().toString().replace(".java", "");
		try {
			Matcher test = TEST.matcher(Files.readString(file));
			while (test.find()) {
				String name = type + "." + test.group(2);
				this.names.add(name);
				FAULTS.matcher(test.group(1))
					.results()
					.map((faults) -> faults.group(1))
					.flatMap((rows) -> ROW.matcher(rows).results())
					.map((MatchResult row) -> row.group(1))
					.forEach((row) -> this.byRow.computeIfAbsent(row, (key) -> new TreeSet<>()).add(name));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
