package io.hybridge.lab.exchange.script;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import io.hybridge.exchange.ExchangeState;
import io.hybridge.exchange.FirstLook;
import io.hybridge.exchange.FirstLook.AnswerShape;
import io.hybridge.exchange.PushProxy;
import io.hybridge.exchange.download.DownloadScript;
import io.hybridge.exchange.download.DownloadScripts;
import io.hybridge.exchange.powershell.FirstLookReader;
import io.hybridge.lab.exchange.LabExchangeFixture;
import io.hybridge.lab.exchange.PowerShellFixture;
import io.hybridge.lab.exchange.SettableClock;
import io.hybridge.lab.exchange.script.ScriptEngine.Printed;
import io.hybridge.lab.exchange.state.ExchangeScenario;

import static org.assertj.core.api.Assertions.assertThat;

/** The first look, run as the file it is, sees what the console's own look sees. */
@Execution(ExecutionMode.CONCURRENT)
class FirstLookOnTheEngineTests {

	@TempDir
	private Path folder;

	@Test
	void seesWhatTheConsoleSeesAndChangesNothing() throws IOException {
		Path pwsh = PowerShellFixture.required();
		LabExchangeFixture world = new LabExchangeFixture(new SettableClock("2026-11-24T13:00:00Z"),
				ExchangeScenario.STANDARD, Locale.US);
		int effects = world.ledger.effects().size();
		FirstLook look = look(world, pwsh);
		ExchangeState live = FirstLookReader
			.in(new BuiltInEngine(world.exchange).run(LabExchangeFixture.call(LabExchangeFixture.EX1, "Get-HybridState",
					Map.of("scope", "organization", "server", LabExchangeFixture.EX1)))
				.output())
			.orElseThrow()
			.exchange();
		assertThat(look.exchange().servers()).isEqualTo(live.servers());
		assertThat(look.exchange().authConfiguration()).isEqualTo(live.authConfiguration());
		assertThat(look.exchange().authServers()).isEqualTo(live.authServers());
		assertThat(look.exchange().pushProxy().entry()).isEqualTo(live.pushProxy().entry())
			.isInstanceOf(PushProxy.Entry.Found.class);
		assertThat(look.exchange().readings().keySet()).containsAll(live.readings().keySet());
		assertThat(look.shapes()).extracting(AnswerShape::command)
			.contains("Get-ExchangeCertificate", "Enable-PushNotificationProxy", "Get-MonitoringItemIdentity");
		assertThat(look.shapes()).extracting(AnswerShape::failure).containsOnly("");
		assertThat(look.shape("Get-ExchangeCertificate").orElseThrow().property("HasPrivateKey")).isPresent();
		assertThat(world.ledger.effects()).hasSize(effects);
	}

	private FirstLook look(LabExchangeFixture world, Path pwsh) throws IOException {
		DownloadScript script = DownloadScripts.firstLook();
		Path file = Files.write(this.folder.resolve(script.fileName()), script.file());
		try (PowerShellEngine engine = new PowerShellEngine(world.exchange, pwsh)) {
			Printed printed = engine.runInShell(LabExchangeFixture.EX1, file, Map.of());
			assertThat(printed.errors()).as("%s", printed).isEmpty();
			return FirstLookReader.in(written()).orElseThrow();
		}
	}

	private String written() throws IOException {
		try (Stream<Path> files = Files.list(this.folder)) {
			List<Path> answers = files.filter((file) -> file.toString().endsWith("EX1.txt")).toList();
			return Files.readString(answers.getFirst());
		}
	}

}
