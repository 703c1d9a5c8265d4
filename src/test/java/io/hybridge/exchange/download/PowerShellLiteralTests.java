package io.hybridge.exchange.download;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.hybridge.exchange.powershell.PowerShellProgram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** On the real engine: whatever a value is, it stays a value, and stays what it is. */
class PowerShellLiteralTests {

	private static final List<String> HOSTILE = List.of("fabrikam.com", "", "'", "''", "'; Write-Output RUN; '",
			"\u2019; Write-Output RUN; \u2018", "\u201A; Write-Output RUN #", "\u201B)); Write-Output RUN #",
			"$(Write-Output RUN)", "`$env:PATH \"${env:PATH}\"", "a\nWrite-Output RUN", "a\r\n)\nWrite-Output RUN",
			"#>", "<# ", "@'\n'@", "\u202Egnp.exe", "\uFEFFmark", "tab\there", "nul\u0000here", "\u2028line",
			"Zürich ß € 日本 😀", "\uD83D", "[char]0x41", "--% x", "%TEMP%", "}\u00A0)");

	@TempDir
	private Path folder;

	@Test
	void isTheValueAndNothingElse() throws IOException {
		PowerShellProgram.require();
		Map<String, Object> values = new LinkedHashMap<>();
		values.put("hostile", HOSTILE);
		values.put("nested", Map.of("it's", Map.of("key", HOSTILE.get(4))));
		values.put("number", 120L);
		values.put("truth", true);
		String script = PowerShellLiteral.parameters(values)
				+ """
						foreach ($value in $hostile) { (@(([string]$value).ToCharArray() | ForEach-Object { [int]$_ }) -join ',') + '.' }
						[string]$nested."it's".key
						[string]($number + 1) + [string]($truth -is [bool])
						""";
		Path file = this.folder.resolve("values.ps1");
		Files.write(file, ("\uFEFF" + script.replace("\n", "\r\n")).getBytes(StandardCharsets.UTF_8));
		List<String> lines = PowerShellProgram.run("", "-File", file.toString()).lines().toList();
		List<String> read = new ArrayList<>();
		lines.subList(0, HOSTILE.size()).forEach((line) -> read.add(decoded(line.substring(0, line.length() - 1))));
		assertThat(read).isEqualTo(HOSTILE);
		assertThat(lines.subList(HOSTILE.size(), lines.size())).containsExactly("'; Write-Output RUN; '", "121True");
	}

	/** Windows PowerShell knows five single quotation marks; a reviewer's eye none. */
	@Test
	void doublesEveryQuotationMarkAndShowsWhatCannotBeSeen() {
		assertThat(PowerShellLiteral.of("a'b\u2018c\u2019d\u201Ae\u201Bf", ""))
			.isEqualTo("'a''b\u2018\u2018c\u2019\u2019d\u201A\u201Ae\u201B\u201Bf'");
		assertThat(PowerShellLiteral.of("a\nb", "")).isEqualTo("('a' + [string][char]0x000A + 'b')");
		for (String hostile : HOSTILE) {
			assertThat(PowerShellLiteral.of(hostile, "").chars()).as(hostile)
				.noneMatch((unit) -> Character.isISOControl(unit) || Character.getType(unit) == Character.FORMAT);
		}
	}

	@Test
	void refusesANameThatIsNone() {
		assertThatThrownBy(() -> PowerShellLiteral.parameters(Map.of("a = 1; b", "x")))
			.isInstanceOf(IllegalArgumentException.class);
		assertThatThrownBy(() -> PowerShellLiteral.of(new Object(), "")).isInstanceOf(IllegalArgumentException.class);
		assertThat(PowerShellLiteral.parameters(Map.of())).isEmpty();
	}

	/** By numbers: a decoder would mend half of a pair. */
	private static String decoded(String units) {
		StringBuilder text = new StringBuilder();
		for (String unit : units.isEmpty() ? new String[0] : units.split(",")) {
			text.append((char) Integer.parseInt(unit));
		}
		return text.toString();
	}

}
