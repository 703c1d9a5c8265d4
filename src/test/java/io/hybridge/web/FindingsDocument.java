package io.hybridge.web;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What {@code docs/findings.md} says: every code with its texts from the messages, and
 * its cause and where it was seen from {@code docs/findings-sources.txt}.
 */
record FindingsDocument(Map<String, String> messages, Collection<String> findings, Map<String, Source> sources) {

	private static final Path MESSAGES = Path.of("frontend/messages");

	private static final List<Path> SOURCES_OF_CODES = List.of(Path.of("src/main/java/io/hybridge/step"),
			Path.of("src/main/java/io/hybridge/run/probe"));

	private static final Path SOURCES = Path.of("docs/findings-sources.txt");

	/**
	 * In the steps and the probe a code is the first value of the call that makes the
	 * finding, or one of two.
	 */
	private static final Pattern CODE = Pattern.compile("(?:[(?:]|->)\\s*\"([A-Z][A-Z0-9]*(?:-[A-Z0-9]+)+)\"");

	private static final Pattern CHOICE = Pattern.compile("\\{\\d+,choice,(?:[^{}|]*\\|)+\\d+<((?:[^{}]|\\{\\d+})*)}");

	private static final String INTRODUCTION = """
			# What the console can find, and what can fail

			Generated from `frontend/messages` and [findings-sources.txt](findings-sources.txt) by `FindingsDocumentTests`; do not edit.
			`{0}`, `{1}` stand for the names and values of the case.
			""";

	static FindingsDocument ofTheProduct() {
		return new FindingsDocument(readMessages(), readFindings(), readSources());
	}

	Collection<String> codes() {
		Collection<String> codes = new TreeSet<>(this.findings);
		codes.addAll(failures());
		return codes;
	}

	private Collection<String> failures() {
		return this.messages.keySet()
			.stream()
			.filter((key) -> key.startsWith("failure."))
			.map((key) -> key.substring("failure.".length()))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	String write() {
		return INTRODUCTION + "\n## Findings\n"
				+ this.findings.stream().map(this::finding).collect(Collectors.joining()) + "\n## Failures\n"
				+ failures().stream().map(this::failure).collect(Collectors.joining());
	}

	private String finding(String code) {
		return section(code, sentences(text(code, "title"), text(code, "meaning"), text(code, "brief")),
				text(code, "todo"));
	}

	/** A finding's short form stands only for one that has no title of its own. */
	private static String sentences(String title, String meaning, String brief) {
		return Stream.of(title.isEmpty() ? brief : title, meaning)
			.filter((sentence) -> !sentence.isEmpty())
			.map((sentence) -> sentence.endsWith(".") ? sentence : sentence + ".")
			.collect(Collectors.joining(" "));
	}

	/** The first sentence of a failure says what it is, the others what to do. */
	private String failure(String code) {
		String[] sentences = plain(this.messages.get("failure." + code)).split("(?<=\\.) (?=\\p{Lu})", 2);
		return section(code, sentences[0], (sentences.length > 1) ? sentences[1] : "");
	}

	private String section(String code, String meaning, String todo) {
		Source source = this.sources.getOrDefault(code, new Source("", ""));
		return "\n### `" + code + "`\n\n" + (meaning.isEmpty() ? "" : meaning + "\n\n") + line("Cause", source.cause())
				+ line("What to do", todo) + line("Seen", source.seen());
	}

	private static String line(String name, String text) {
		return text.isEmpty() ? "" : "- **" + name + "**: " + text + "\n";
	}

	private String text(String code, String part) {
		return plain(this.messages.getOrDefault("finding." + code.toLowerCase(Locale.ROOT) + "." + part, ""));
	}

	private static String plain(String message) {
		return CHOICE.matcher(message).replaceAll("$1").replace("''", "'");
	}

	private static Map<String, String> readMessages() {
		Map<String, String> messages = new TreeMap<>();
		for (Path file : files(MESSAGES, "[a-z0-9]+\\.properties")) {
			Properties properties = new Properties();
			try (Reader reader = Files.newBufferedReader(file)) {
				properties.load(reader);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
			properties.stringPropertyNames().forEach((key) -> messages.put(key, properties.getProperty(key)));
		}
		return messages;
	}

	private static Collection<String> readFindings() {
		return SOURCES_OF_CODES.stream()
			.flatMap((folder) -> files(folder, "\\w+\\.java").stream())
			.flatMap((file) -> CODE.matcher(read(file)).results())
			.map((result) -> result.group(1))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static Map<String, Source> readSources() {
		Map<String, Source> sources = new TreeMap<>();
		for (String line : read(SOURCES).lines().filter((line) -> !line.isBlank() && !line.startsWith("#")).toList()) {
			String[] parts = line.split(" \\| ", -1);
			if (parts.length != 3 || parts[2].isBlank()) {
				throw new IllegalStateException("docs/findings-sources.txt: not \"CODE | cause | seen\": " + line);
			}
			if (sources.put(parts[0], new Source(parts[1].strip(), parts[2].strip())) != null) {
				throw new IllegalStateException("docs/findings-sources.txt names " + parts[0] + " twice");
			}
		}
		return sources;
	}

	private static List<Path> files(Path folder, String name) {
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter((file) -> file.getFileName().toString().matches(name)).sorted().toList();
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

	/**
	 * What the texts for administrators do not say of a code.
	 *
	 * @param cause why it comes about, may be empty
	 * @param seen where the knowledge comes from
	 */
	record Source(String cause, String seen) {
	}

}
