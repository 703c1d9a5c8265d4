package io.hybridge.exchange.powershell;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ScriptCatalogTests {

	private static final Path SOURCES = Path.of("src/main/powershell");

	private final ScriptCatalog catalog = ScriptCatalog.load();

	@Test
	void everyFileHasTheHashThatWasReviewed() throws IOException {
		Map<String, String> reviewed = new TreeMap<>();
		for (String line : Files.readAllLines(Path.of("src/test/resources/powershell/catalogue.sha256"))) {
			reviewed.put(line.substring(66), line.substring(0, 64));
		}
		Map<String, String> actual = new TreeMap<>();
		for (Path file : sources()) {
			actual.put(SOURCES.relativize(file).toString().replace('\\', '/'),
					DigestUtils.sha256Hex(Files.readString(file)));
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
	void bothFormsPrintTheEnvelopeWithTheSameText() throws IOException {
		String bootstrap = Files.readString(SOURCES.resolve("bootstrap.ps1"));
		String selfContained = Files.readString(SOURCES.resolve("self-contained.ps1"));
		String shared = bootstrap.substring(0, bootstrap.indexOf("$hybridgeCall ="));
		assertThat(shared).contains("function Invoke-HybridgeScript", "function Read-HybridgeText");
		assertThat(selfContained).startsWith(shared);
	}

	@Test
	void recognizesItsOwnPartsAndNothingElse() {
		for (Script script : this.catalog.scripts()) {
			assertThat(this.catalog.recognizeBody(script.text())).contains(script);
			assertThat(this.catalog.recognizeBody(script.text() + " ")).isEmpty();
		}
		for (SessionOpening prelude : SessionOpening.values()) {
			assertThat(this.catalog.recognizePrelude(this.catalog.prelude(prelude).text())).contains(prelude);
		}
		assertThat(this.catalog.recognizePrelude("")).isEmpty();
		assertThatIllegalArgumentException().isThrownBy(() -> this.catalog.script("Remove-Mailbox"));
	}

	@Test
	void valuesNeverChangeTheTextOfASelfContainedCall() {
		String plain = this.catalog.selfContained(call("x"), SessionOpening.LOCAL, "{}");
		String nasty = this.catalog.selfContained(call("'\n$(Stop-Computer)'"), SessionOpening.LOCAL, "{}");
		assertThat(nasty).isNotEqualTo(plain);
		assertThat(nasty.substring(nasty.indexOf('\n'))).isEqualTo(plain.substring(plain.indexOf('\n')));
		SelfContained read = this.catalog.recognizeSelfContained(nasty).orElseThrow();
		assertThat(read.script().name()).isEqualTo("Set-AuthServer");
		assertThat(read.prelude()).isEqualTo(SessionOpening.LOCAL);
		assertThat(read.values()).contains("Stop-Computer");
	}

	@Test
	void refusesASelfContainedCallWithOneChangedByte() {
		String text = this.catalog.selfContained(call("x"), SessionOpening.LOCAL, "{}");
		assertThat(this.catalog.recognizeSelfContained(text)).isPresent();
		assertThat(this.catalog
			.recognizeSelfContained(text.replace("Set-AuthServer -Identity", "Set-AuthServer  -Identity"))).isEmpty();
		assertThat(this.catalog.recognizeSelfContained(text.replaceFirst("= '", "= 'x'; Stop-Computer; '"))).isEmpty();
	}

	@Test
	void payloadIsOneLineOfAscii() {
		String payload = this.catalog.payload(call("\u2019\r\n\u0000"), SessionOpening.REMOTING,
				"{\"password\":\"\u00fc\"}");
		assertThat(payload).matches("[\\x20-\\x7E]+\\n");
	}

	@Test
	void findsTheAnswerAmongOtherOutput() {
		String line = ScriptAnswer.mark("{\"ok\":true,\"x\":\"\u00fc\"}");
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
