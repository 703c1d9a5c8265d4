package io.hybridge.exchange.powershell;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ScriptCatalogTests {

	private static final Path SOURCES = Path.of("src/main/powershell");

	private final ScriptCatalog catalog = ScriptCatalog.load();

	@Test
	void everyScriptHasTheHashThatWasReviewed() throws IOException {
		Map<String, String> reviewed = new TreeMap<>();
		for (String line : Files.readAllLines(Path.of("src/test/resources/powershell/catalogue.sha256"))) {
			reviewed.put(line.substring(66), line.substring(0, 64));
		}
		Map<String, String> actual = new TreeMap<>();
		for (Path source : sources()) {
			String file = SOURCES.relativize(source).toString().replace('\\', '/');
			actual.put(file, Script.read(file, file.substring(0, file.length() - ".ps1".length())).sha256());
		}
		assertThat(actual).isEqualTo(reviewed);
	}

	@Test
	void everyFileIsAsciiWithLineFeeds() throws IOException {
		for (Path file : sources()) {
			assertThat(Files.readString(file, StandardCharsets.UTF_8)).as(file.toString())
				.matches("(?s)[\\n\\x20-\\x7E]*\\n");
		}
	}

	@Test
	void bootstrapFitsOnTheShortestCommandLine() {
		assertThat(this.catalog.encodedBootstrap().length()).isLessThan(8191 - 200);
	}

	@Test
	void joinsAPartWhereAScriptIncludesIt() throws IOException {
		String part = Files.readString(SOURCES.resolve("part/Read-Fields.ps1"));
		for (String script : List.of("Get-HybridState", "Enable-PushProxy", "Disable-PushProxy")) {
			assertThat(this.catalog.script(script).text()).containsOnlyOnce(part).doesNotContain("# include");
		}
	}

	@Test
	void noFunctionStandsInTwoFiles() throws IOException {
		List<String> functions = new ArrayList<>();
		for (Path source : sources()) {
			Pattern.compile("(?ms)^function .*?^}")
				.matcher(Files.readString(source))
				.results()
				.forEach((found) -> functions.add(found.group()));
		}
		assertThat(functions).hasSizeGreaterThan(20).doesNotHaveDuplicates();
	}

	@Test
	void bothFormsPrintTheEnvelopeWithTheSameText() throws IOException {
		String part = Files.readString(SOURCES.resolve("part/Invoke-HybridgeScript.ps1"));
		assertThat(this.catalog.bootstrap().text()).startsWith(part);
		assertThat(this.catalog.selfContainedText(call("x").script(), SessionOpening.LOCAL)).startsWith(part);
	}

	@Test
	void knowsNoScriptButItsOwn() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.catalog.script("Remove-Mailbox"));
	}

	@Test
	void valuesNeverChangeTheTextOfASelfContainedCall() {
		String plain = this.catalog.selfContained(call("x"), SessionOpening.LOCAL, "{}");
		String nasty = this.catalog.selfContained(call("'\n$(Stop-Computer)'"), SessionOpening.LOCAL, "{}");
		assertThat(nasty).isNotEqualTo(plain);
		assertThat(nasty.substring(nasty.indexOf('\n'))).isEqualTo(plain.substring(plain.indexOf('\n')));
		assertThat(nasty).doesNotContain("Stop-Computer");
	}

	@Test
	void payloadIsOneLineOfAscii() {
		String payload = this.catalog.payload(call("\u2019\r\n\u0000"), SessionOpening.REMOTING,
				"{\"password\":\"\u00fc\"}");
		assertThat(payload).matches("[\\x20-\\x7E]+\\n");
	}

	@Test
	void findsTheAnswerAmongOtherOutput() {
		String line = AnswerLine.of("{\"ok\":true,\"x\":\"\u00fc\"}");
		ScriptAnswer answer = ScriptAnswer
			.in("What if: ...\n" + line.substring(0, 20) + "\r\n" + line.substring(20) + "\n", "e")
			.orElseThrow();
		assertThat(answer.json()).isEqualTo("{\"ok\":true,\"x\":\"\u00fc\"}");
		assertThat(answer.diagnostics()).contains("What if", "e");
		assertThat(ScriptAnswer.in(line.substring(0, line.length() - 1), "")).isEmpty();
	}

	private ScriptCall call(String value) {
		return new ScriptCall("ex1.fabrikam.com", this.catalog.script("Set-AuthServer"),
				Map.of("name", value, "metadataUrl", "https://x"), Duration.ofSeconds(1));
	}

	private static List<Path> sources() throws IOException {
		try (Stream<Path> files = Files.walk(SOURCES)) {
			return files.filter((file) -> file.toString().endsWith(".ps1")).sorted().toList();
		}
	}

}
