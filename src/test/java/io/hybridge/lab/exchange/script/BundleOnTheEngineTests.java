package io.hybridge.lab.exchange.script;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import io.hybridge.exchange.bundle.BundleFixture;
import io.hybridge.exchange.powershell.ScriptAnswer;
import io.hybridge.exchange.powershell.ScriptCall;
import io.hybridge.lab.exchange.LabExchangeFixture;
import io.hybridge.lab.exchange.PowerShellFixture;
import io.hybridge.lab.exchange.SettableClock;
import io.hybridge.lab.exchange.script.ScriptEngine.Printed;
import io.hybridge.lab.exchange.state.ExchangeScenario;

import static org.assertj.core.api.Assertions.assertThat;

/** A bundle, unpacked and run as the files it is, in the real engine. */
@Execution(ExecutionMode.CONCURRENT)
class BundleOnTheEngineTests {

	private static final Instant NEVER = Instant.parse("2099-01-01T00:00:00Z");

	private static final String EX1 = LabExchangeFixture.EX1;

	private final LabExchangeFixture world = new LabExchangeFixture(new SettableClock("2026-11-24T13:00:00Z"),
			ExchangeScenario.STANDARD, Locale.US);

	@TempDir
	private Path folder;

	private PowerShellEngine engine;

	@BeforeEach
	void begin() {
		this.engine = new PowerShellEngine(this.world.exchange, PowerShellFixture.required());
	}

	@AfterEach
	void close() {
		this.engine.close();
	}

	@Test
	void makesAChangeLooksAtItAndBringsBothAnswers() throws IOException {
		Path home = unpack(NEVER);
		Printed printed = run(home);
		assertThat(printed.output()).as("%s", printed).contains("changes: Enable-PushProxy", "Written:");
		assertThat(this.world.ledger.kinds()).contains("PushProxyEnabled");
		Map<Integer, String> outputs = BundleFixture.outputs(home, answer(home));
		assertThat(outputs).containsOnlyKeys(1, 2);
		assertThat(outputs.values()).allSatisfy(
				(output) -> assertThat(ScriptAnswer.in(output, "").orElseThrow().json()).contains("\"ok\":true"));
	}

	@Test
	void runsNothingASecondTime() throws IOException {
		Path home = unpack(NEVER);
		run(home);
		int effects = this.world.ledger.effects().size();
		String answer = answer(home);
		assertThat(said(run(home))).contains("It was run here already");
		assertThat(this.world.ledger.effects()).hasSize(effects);
		assertThat(answer(home)).isEqualTo(answer);
	}

	@Test
	void runsNothingWhereOneFileIsAnother() throws IOException {
		for (String name : names()) {
			Path home = unpack(NEVER);
			Path file = home.resolve(name);
			byte[] bytes = Files.readAllBytes(file);
			bytes[bytes.length - 4] ^= 1;
			Files.write(file, bytes);
			assertThat(said(run(home))).as(name).contains("Nothing was run");
			delete(home);
		}
		assertThat(this.world.ledger.kinds()).doesNotContain("PushProxyEnabled");
	}

	@Test
	void runsNothingWhereOneFileIsMissing() throws IOException {
		Path home = unpack(NEVER);
		Files.delete(home.resolve("values.json"));
		assertThat(said(run(home))).contains("values.json is missing. Nothing was run.");
		assertThat(this.world.ledger.kinds()).doesNotContain("PushProxyEnabled");
	}

	@Test
	void changesNothingOnceItIsTooOld() throws IOException {
		Path home = unpack(Instant.parse("2026-01-01T00:00:00Z"));
		assertThat(said(run(home))).contains("too old to change anything").contains("Nothing was run");
		assertThat(this.world.ledger.kinds()).doesNotContain("PushProxyEnabled");
	}

	@Test
	void refusesAServerThatItIsNotFor() throws IOException {
		Path home = unpack(NEVER);
		assertThat(said(this.engine.runInShell("ex2.fabrikam.com", home.resolve("Run.ps1"), Map.of())))
			.contains("The bundle is for ex1.fabrikam.com. Nothing was run.");
	}

	private static List<ScriptCall> calls() {
		return List.of(BundleFixture.call(EX1, "Enable-PushProxy", Map.of("organization", "fabrikam.com")),
				BundleFixture.call(EX1, "Get-HybridState", Map.of("scope", "organization", "server", EX1)));
	}

	private Path unpack(Instant validUntil) throws IOException {
		return BundleFixture.unpack(this.folder, calls(), validUntil);
	}

	/** The list stands for itself: a person compares its hash. */
	private List<String> names() throws IOException {
		Path home = unpack(NEVER);
		try (Stream<Path> files = Files.walk(home)) {
			return files.filter(Files::isRegularFile)
				.map((file) -> home.relativize(file).toString())
				.filter((name) -> !name.equals("bundle.json") && !name.equals("Run.ps1"))
				.toList();
		}
	}

	private Printed run(Path home) {
		return this.engine.runInShell(EX1, home.resolve("Run.ps1"), Map.of());
	}

	/** PowerShell breaks an error's lines where its window ends. */
	private static String said(Printed printed) {
		return (printed.output() + printed.errors()).replaceAll("\\x1B\\[[0-9;]*m", "")
			.replaceAll("\\s*\\R[\\s|]*", " ");
	}

	private static String answer(Path home) throws IOException {
		return Files.readString(home.resolve("Answer-12-EX1.txt"), StandardCharsets.US_ASCII);
	}

	private static void delete(Path home) throws IOException {
		try (Stream<Path> files = Files.walk(home)) {
			for (Path file : files.sorted((one, other) -> other.compareTo(one)).toList()) {
				Files.delete(file);
			}
		}
	}

}
