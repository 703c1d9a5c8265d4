package io.hybridge.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

/**
 * A table of facts about builds that was built into the product: lines of values without
 * commas, after one line of names.
 *
 * @param remarks lines before the names
 * @param rows the values
 */
record BuildFile(List<String> remarks, List<Row> rows) {

	private static final String REMARK = "# ";

	private static final String KNOWN_UP_TO = "known up to ";

	static BuildFile read(String name) {
		try (InputStream stream = BuildFile.class.getResourceAsStream("/exchange/" + name)) {
			List<String> lines = new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
			List<String> remarks = lines.stream().takeWhile((line) -> line.startsWith(REMARK)).toList();
			return new BuildFile(remarks.stream().map((line) -> line.substring(REMARK.length())).toList(),
					lines.stream()
						.skip(remarks.size() + 1L)
						.map((line) -> new Row(List.of(line.split(",", -1))))
						.toList());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	LocalDate knownUpTo() {
		return this.remarks.stream()
			.filter((remark) -> remark.startsWith(KNOWN_UP_TO))
			.map((remark) -> LocalDate.parse(remark.substring(KNOWN_UP_TO.length())))
			.findFirst()
			.orElseThrow();
	}

	/**
	 * One line.
	 *
	 * @param values in the order of the names
	 */
	record Row(List<String> values) {

		String text(int column) {
			return this.values.get(column);
		}

		boolean has(int column) {
			return !text(column).isEmpty();
		}

		ServerBuild build(int column) {
			return ServerBuild.parse(text(column)).orElseThrow();
		}

	}

}
