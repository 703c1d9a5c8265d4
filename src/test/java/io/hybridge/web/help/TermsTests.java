package io.hybridge.web.help;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The words of {@code docs/terms.md} are the words of the console. */
class TermsTests {

	private static final Path TABLE = Path.of("docs/terms.md");

	private static final Path MESSAGES = Path.of("frontend/messages");

	private static final String GLOSSARY = "glossary.";

	@Test
	void everyTermOfTheTableIsExplainedUnderItsOwnWord() {
		Map<String, String> english = glossary("web.properties");
		Map<String, String> german = glossary("web_de.properties");
		assertThat(terms()).isNotEmpty().allSatisfy((term) -> {
			assertThat(english.get(GLOSSARY + term.id() + ".term")).as(term.id()).isEqualTo(term.english());
			assertThat(german.get(GLOSSARY + term.id() + ".term")).as(term.id()).isEqualTo(term.german());
			assertThat(english.get(GLOSSARY + term.id() + ".meaning")).as(term.id()).isNotBlank();
			assertThat(german.get(GLOSSARY + term.id() + ".meaning")).as(term.id()).isNotBlank();
		});
	}

	@Test
	void nothingIsExplainedThatTheTableLacks() {
		TreeSet<String> explained = new TreeSet<>(glossary("web.properties").keySet());
		explained.removeIf((key) -> !key.endsWith(".term"));
		assertThat(explained).containsExactlyElementsOf(terms().stream()
			.map((term) -> GLOSSARY + term.id() + ".term")
			.collect(Collectors.toCollection(TreeSet::new)));
	}

	@Test
	void theExplanationsUseNoWordThatTheTableRefuses() {
		assertThat(refused("web.properties", GLOSSARY, notInEnglish())).isEmpty();
		assertThat(refused("web_de.properties", GLOSSARY, notInGerman())).isEmpty();
	}

	@Test
	void noEnglishMessageUsesAWordThatTheTableRefuses() {
		assertThat(
				files().filter((file) -> !german(file)).flatMap((file) -> refused(file, "", notInEnglish()).stream()))
			.isEmpty();
	}

	@Test
	void noGermanMessageUsesAWordThatTheTableRefuses() {
		assertThat(files().filter(TermsTests::german).flatMap((file) -> refused(file, "", notInGerman()).stream()))
			.isEmpty();
	}

	@Test
	void aRefusedWordIsFoundWholeInAnyCaseAndWithAnyEndingWhereTheTableSaysSo() {
		List<Pattern> refused = List.of(pattern("Probe"), pattern("Ausführung*"), pattern("in Kraft"));
		assertThat(Stream.of("Eine Probe.", "die PROBE", "Ausführungen laufen", "Sie ist in Kraft")
			.allMatch((text) -> uses(text, refused))).isTrue();
		assertThat(Stream.of("Probenlauf", "Erprobe", "Verbindungstest", "kräftig")
			.noneMatch((text) -> uses(text, refused))).isTrue();
	}

	private static List<String> refused(String file, String beginning, List<Pattern> words) {
		List<String> refused = new ArrayList<>();
		new TreeMap<>(messages(file)).forEach((key, text) -> {
			if (key.startsWith(beginning)) {
				words.stream()
					.filter((word) -> word.matcher(text).find())
					.forEach((word) -> refused.add(file + ": " + key + " says " + word + ": " + text));
			}
		});
		return refused;
	}

	private static boolean uses(String text, List<Pattern> words) {
		return words.stream().anyMatch((word) -> word.matcher(text).find());
	}

	private static List<Pattern> notInEnglish() {
		return Stream.concat(terms().stream().flatMap((term) -> term.notEnglish().stream()), insider(0))
			.map(TermsTests::pattern)
			.toList();
	}

	private static List<Pattern> notInGerman() {
		return Stream.concat(terms().stream().flatMap((term) -> term.notGerman().stream()), insider(1))
			.map(TermsTests::pattern)
			.toList();
	}

	/** A whole word in upper or lower case; a star stands for any ending. */
	private static Pattern pattern(String word) {
		String whole = word.endsWith("*") ? Pattern.quote(word.substring(0, word.length() - 1)) + "\\p{L}*"
				: Pattern.quote(word);
		return Pattern.compile("(?<!\\p{L})" + whole + "(?!\\p{L})", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
	}

	private static List<Term> terms() {
		return rows().stream()
			.filter((row) -> row.size() == 5)
			.map((row) -> new Term(row.get(0), row.get(1), row.get(2), words(row.get(3)), words(row.get(4))))
			.toList();
	}

	/** The table of words that say nothing to somebody who is new. */
	private static Stream<String> insider(int column) {
		return rows().stream().filter((row) -> row.size() == 2).flatMap((row) -> words(row.get(column)).stream());
	}

	/** The cells of all rows below the heads of the tables. */
	private static List<List<String>> rows() {
		return lines().filter((line) -> line.startsWith("| ") && !line.contains("Deutsch"))
			.map((line) -> Stream.of(line.substring(1, line.lastIndexOf('|')).split("\\|", -1))
				.map(String::strip)
				.toList())
			.toList();
	}

	private static List<String> words(String cell) {
		return Stream.of(cell.split(",")).map(String::strip).filter((word) -> !word.isEmpty()).toList();
	}

	private static Map<String, String> glossary(String file) {
		Map<String, String> glossary = messages(file);
		glossary.keySet().removeIf((key) -> !key.startsWith(GLOSSARY));
		return glossary;
	}

	private static Map<String, String> messages(String file) {
		Properties properties = new Properties();
		try (var reader = Files.newBufferedReader(MESSAGES.resolve(file))) {
			properties.load(reader);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return properties.stringPropertyNames()
			.stream()
			.collect(Collectors.toMap((key) -> key, properties::getProperty));
	}

	private static Stream<String> files() {
		try (Stream<Path> files = Files.list(MESSAGES)) {
			return files.map((file) -> file.getFileName().toString()).sorted().toList().stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static boolean german(String file) {
		return file.endsWith("_de.properties");
	}

	private static Stream<String> lines() {
		try {
			return Files.readAllLines(TABLE).stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * One row of the table.
	 *
	 * @param id of its messages
	 * @param notEnglish words that mean the same and are not used
	 * @param notGerman the same in German
	 */
	private record Term(String id, String english, String german, List<String> notEnglish, List<String> notGerman) {
	}

}
