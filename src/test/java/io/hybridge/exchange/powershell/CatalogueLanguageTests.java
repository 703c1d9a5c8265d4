package io.hybridge.exchange.powershell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.hybridge.exchange.download.DownloadScripts;
import io.hybridge.microsoft365.Microsoft365;
import io.hybridge.organization.DomainName;

import static org.assertj.core.api.Assertions.assertThat;

/** On the real engine: everything parses and stays within PowerShell 4.0. */
class CatalogueLanguageTests {

	private static final List<String> NOT_ALLOWED = List.of("if (", "[string]::new('a', 1)", "class Thing { }",
			"$x = $true ? 1 : 2", "$x = $null ?? 1", "$x = $null; $x ??= 1", "$x = ${y}?.Length", "$x = ${y}?[0]",
			"Get-Date && Get-Date", "Get-Date || Get-Date", "1..2 | ForEach-Object -Parallel { $_ }", "Get-Date &",
			"using namespace System.Text", "enum Color { Red }", "Invoke-Expression 'Get-Date'",
			"New-AuthServer -Name x -TrustAnySSLCertificate", "New-Guid",
			"$ExecutionContext.InvokeCommand.ExpandString('x')");

	@TempDir
	Path folder;

	@BeforeAll
	static void requireTheEngine() {
		PowerShellProgram.require();
	}

	@Test
	void everyScriptStaysWithinVersionFour() throws IOException {
		List<String> files = new ArrayList<>();
		try (Stream<Path> sources = Files.walk(Path.of("src/main/powershell"))) {
			sources.filter((file) -> file.toString().endsWith(".ps1"))
				.forEach((file) -> files.add(file.toAbsolutePath().toString()));
		}
		assertThat(files).hasSizeGreaterThan(15);
		for (Script script : ScriptCatalog.load().scripts()) {
			for (SessionOpening opening : SessionOpening.values()) {
				files.add(write(script.name() + opening,
						ScriptCatalog.withValues("{}", ScriptCatalog.load().selfContainedText(script, opening))));
			}
		}
		assertThat(findings(files)).isEmpty();
	}

	@Test
	void aDownloadParsesWithItsFirstLineAndMark() throws IOException {
		Path file = this.folder.resolve("download.ps1");
		Files.write(file,
				DownloadScripts.tenantKey(new DomainName("fabrikam.com"), Microsoft365.EXCHANGE_ONLINE, true).file());
		assertThat(findings(List.of(file.toString()))).isEmpty();
		assertThat(Files.readAllBytes(file)).startsWith(0xEF, 0xBB, 0xBF);
	}

	@Test
	void theCheckFindsWhatIsNotAllowed() throws IOException {
		List<String> files = new ArrayList<>();
		for (int i = 0; i < NOT_ALLOWED.size(); i++) {
			files.add(write("wrong" + i, NOT_ALLOWED.get(i)));
		}
		List<String> findings = findings(files);
		for (String file : files) {
			assertThat(findings).as(Files.readString(Path.of(file))).anyMatch((line) -> line.startsWith(file + ":"));
		}
	}

	private String write(String name, String text) throws IOException {
		Path file = this.folder.resolve(name + ".ps1");
		Files.writeString(file, text);
		return file.toString();
	}

	private static List<String> findings(List<String> files) throws IOException {
		List<String> arguments = new ArrayList<>(
				List.of("-File", Path.of("src/test/resources/powershell/language.ps1").toAbsolutePath().toString()));
		arguments.addAll(files);
		String output = PowerShellProgram.run("", arguments.toArray(String[]::new));
		return Arrays.stream(output.split("\\R")).filter((line) -> !line.isBlank()).toList();
	}

}
