package io.hybridge.exchange.powershell;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** On the real engine: a value arrives as it was sent, and no value is ever code. */
class ArgumentTravelTests {

	private static final String BODY = """
			param($arguments)
			@{ seen = [object[]]@(foreach ($value in $arguments.values) {
			    [System.Convert]::ToBase64String([System.Text.Encoding]::BigEndianUnicode.GetBytes([string]$value)) }) }
			""";

	@BeforeAll
	static void requireTheEngine() {
		PowerShellProgram.require();
	}

	@Test
	void everyCharacterArrivesUnchanged() throws IOException {
		List<String> values = new ArrayList<>(List.of("'; Stop-Computer; '", "\u2018\u2019\u201A\u201B",
				"\"\u201C\u201D\u201E\u201F", "-\u2013\u2014\u2015", "$(Get-Date)", "`$x", "a\r\nb\n#<hybridge>#",
				"\u0000", "@'\nx\n'@", "%PATH% ^& | < >", "/Date(0)/", "2026-11-24T14:05:02Z", "", " ", "[ ] * ?",
				"\u0085\u00A0\u2028\u2029", "\uFEFFx", "{0}", "\uD83D\uDE00", "_x000D_", "true", "1"));
		StringBuilder block = new StringBuilder();
		for (int c = 0; c <= 0xFFFF; c++) {
			if (!Character.isSurrogate((char) c)) {
				block.append((char) c);
			}
			if (block.length() == 1024) {
				values.add(block.toString());
				block.setLength(0);
			}
		}
		values.add(block.toString());
		assertThat(travel(values)).isEqualTo(values);
	}

	private static List<String> travel(List<String> values) throws IOException {
		ScriptCatalog catalog = ScriptCatalog.load();
		Script body = new Script("Echo", BODY);
		ScriptCall call = new ScriptCall("ex1", body, Map.of("values", values), Duration.ofSeconds(60));
		String payload = catalog.payload(call, SessionOpening.LOCAL, "{\"server\":\"ex1\"}");
		// There is no Exchange here, so the opening of a session is left out.
		String opening = Base64.getEncoder()
			.encodeToString(catalog.opening(SessionOpening.LOCAL).text().getBytes(StandardCharsets.UTF_8));
		assertThat(payload).contains(opening);
		String output = PowerShellProgram.run(payload.replace(opening, ""), "-OutputFormat", "Text", "-EncodedCommand",
				catalog.encodedBootstrap());
		ScriptAnswer answer = ScriptAnswer.in(output, "").orElseThrow(() -> new AssertionError(output));
		JsonNode tree = JsonMapper.shared().readTree(answer.json());
		assertThat(tree.get("ok").booleanValue()).as(answer.json()).isTrue();
		return tree.get("data")
			.get("seen")
			.valueStream()
			.map((seen) -> new String(Base64.getDecoder().decode(seen.stringValue()), StandardCharsets.UTF_16BE))
			.toList();
	}

}
