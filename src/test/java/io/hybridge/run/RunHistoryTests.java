package io.hybridge.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever refers to an organization is forgotten with it. */
class RunHistoryTests {

	private static final Path MAIN = Path.of("src/main/java/io/hybridge");

	private static final Pattern TABLE = Pattern.compile("create table (\\w+) \\(([^;]*)\\);");

	/** Who forgets what is not of a run. */
	private static final Map<String, String> ELSEWHERE = Map.of("exchange_link", "exchange/powershell/StoredLinks.java",
			"tenant_sign_in", "microsoft365/signin/DeviceCodeSignIns.java");

	@ParameterizedTest
	@MethodSource("referring")
	void forgetsEveryTableThatRefersToAnOrganization(String table) {
		String source = read(MAIN.resolve(ELSEWHERE.getOrDefault(table, "run/RunHistory.java")));
		assertThat(source).contains("Organization.Removed ");
		assertThat(ELSEWHERE.containsKey(table) || source.contains('"' + table + '"')).as(table).isTrue();
	}

	@Test
	void readsTheTables() throws IOException {
		assertThat(referring()).contains("exchange_link", "tenant_sign_in", "missed_certificate", "built_state")
			.doesNotContain("step_change", "organization");
	}

	private static List<String> referring() throws IOException {
		try (Stream<Path> files = Files.list(Path.of("db/migration"))) {
			return files.map(RunHistoryTests::read)
				.flatMap((sql) -> TABLE.matcher(sql).results())
				.filter((table) -> table.group(2).contains("references organization (id)"))
				.map((table) -> table.group(1))
				.toList();
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
