package io.hybridge.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every fault that the console has to stand has a test or a written reason, and the paper
 * is what they say; so does every sentence of the paper about the journal.
 */
class FaultMatrixTests {

	private static final Path PAPER = Path.of("docs/reliability.md");

	private static final Path JOURNAL = Path.of("docs/journal.md");

	private static final Path ROWS = Path.of("src/test/resources/reliability/faults.txt");

	private final TestNames tests = new TestNames(Path.of("src/test/java"), Path.of("src/test/browser"));

	private final List<Row> rows = rows();

	@Test
	void noRowIsMissing() {
		assertThat(this.rows).extracting(Row::id)
			.containsExactlyInAnyOrderElementsOf(
					Stream.of(numbers(1, 16), numbers(20, 29), numbers(40, 53), numbers(60, 87), Stream.of("F45b"))
						.flatMap((each) -> each)
						.toList());
	}

	@Test
	void everyRowHasATestOrAReason() {
		assertThat(this.rows).allSatisfy((row) -> assertThat(this.tests.showing(row.id()).isEmpty())
			.as("%s has either a test with @Faults or a reason in %s", row.id(), ROWS)
			.isEqualTo(!row.reason().isEmpty()));
		assertThat(this.rows).extracting(Row::id).containsAll(this.tests.rows());
	}

	@Test
	void thePaperIsWhatTheTestsSay() throws IOException {
		if (Boolean.getBoolean("reliability.write")) {
			Files.writeString(PAPER, paper());
		}
		assertThat(Files.readString(PAPER))
			.as("write docs/reliability.md again: mvn -o test -Dtest=FaultMatrixTests -Dreliability.write=true")
			.isEqualTo(paper());
	}

	@Test
	void everyTestThatTheJournalsPaperNamesIsThere() throws IOException {
		List<String> named = Pattern.compile("`(\\w+(?:Tests|Contract|IT)\\.\\w+)`")
			.matcher(Files.readString(JOURNAL))
			.results()
			.map((name) -> name.group(1))
			.toList();
		assertThat(named).hasSizeGreaterThan(15);
		assertThat(this.tests.names()).containsAll(named);
	}

	@Test
	void aRowOfTheJournalsTableWithoutATestIsFound() throws IOException {
		assertThat(Files.readAllLines(JOURNAL).stream().filter((line) -> line.matches("\\| \\d+ \\|.*")))
			.hasSizeGreaterThan(10)
			.allMatch((line) -> line.matches(".*`\\w+\\.\\w+`.*"));
	}

	private String paper() {
		long shown = this.rows.stream().filter((row) -> row.reason().isEmpty()).count();
		String head = """
				# What goes wrong, and what happens then

				Written by `FaultMatrixTests` from the tests that carry `@Faults` and from `src/test/resources/reliability/faults.txt`; do not edit.
				All tests named here run in `.ci/run`, which is red when one of them is. How the journal works is told in [journal.md](journal.md).

				%d of %d rows have a test; the others say why not. *Open* is what still needs one. A test shows the heart of what is asked for, not every word of it.

				| row | what goes wrong, and when | what is asked for | shown by |
				|---|---|---|---|
				"""
			.formatted(shown, this.rows.size());
		return this.rows.stream().map(this::line).collect(Collectors.joining("\n", head, "\n"));
	}

	private String line(Row row) {
		String by = row.reason().isEmpty() ? this.tests.showing(row.id())
			.stream()
			.map((name) -> "`" + name + "`")
			.collect(Collectors.joining(", ")) : "*" + row.reason() + "*";
		return "| %s | %s | %s | %s |".formatted(row.id(), row.fault(), row.expected(), by);
	}

	private static Stream<String> numbers(int first, int last) {
		return IntStream.rangeClosed(first, last).mapToObj((number) -> "F" + number);
	}

	private static List<Row> rows() {
		try (Stream<String> lines = Files.lines(ROWS)) {
			return lines.filter((line) -> !line.startsWith("#")).map(Row::of).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * One fault.
	 *
	 * @param reason why no test shows it, empty where one does
	 */
	private record Row(String id, String fault, String expected, String reason) {

		static Row of(String line) {
			String[] parts = line.split(" \\| ");
			return new Row(parts[0], parts[1], parts[2], (parts.length > 3) ? parts[3] : "");
		}

	}

}
