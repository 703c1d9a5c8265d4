package io.hybridge.microsoft365;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The dated file of what is known of Microsoft's clouds. */
final class CloudFile {

	private static final String NAME = "/microsoft365/clouds.txt";

	private static final String UNKNOWN = "unknown";

	static final List<Line> LINES = read();

	private CloudFile() {
	}

	/** What is known, or empty where no public source confirms anything. */
	static Optional<Line> find(String cloud, String part) {
		Line found = LINES.stream()
			.filter((line) -> line.cloud().equals(cloud) && line.part().equals(part))
			.findFirst()
			.orElseThrow(() -> new IllegalStateException(NAME + " says nothing of " + cloud + ", " + part));
		return Optional.of(found).filter((line) -> !UNKNOWN.equals(line.value()));
	}

	private static List<Line> read() {
		try (InputStream file = CloudFile.class.getResourceAsStream(NAME)) {
			return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines()
				.filter((line) -> !line.startsWith("#"))
				.map(Line::of)
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * One value.
	 *
	 * @param cloud of which
	 * @param part what it is
	 * @param value as the source has it, or {@code unknown}
	 * @param source who says so
	 * @param lookedUp when that was looked up, or null where nothing is known
	 */
	record Line(String cloud, String part, String value, String source, LocalDate lookedUp) {

		private static Line of(String line) {
			String[] cells = line.split("\\|", -1);
			String date = cells[4].strip();
			return new Line(cells[0].strip(), cells[1].strip(), cells[2].strip(), cells[3].strip(),
					date.isEmpty() ? null : LocalDate.parse(date));
		}

	}

}
