package io.hybridge.lab.exchange;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

import io.hybridge.exchange.powershell.Prelude;
import io.hybridge.exchange.powershell.Script;
import io.hybridge.exchange.powershell.ScriptCall;
import io.hybridge.exchange.powershell.ScriptCatalog;
import io.hybridge.lab.Ledger.Effect;
import io.hybridge.lab.exchange.ScriptEngine.Call;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The same scripts on the same organization: the built-in engine and the real PowerShell
 * give the same answers and leave the same ledger.
 */
@Execution(ExecutionMode.CONCURRENT)
class ScriptEngineContractTests {

	private static final String IDENTIFIER = "00112233445566778899aabbccddeeff";

	private static final String OTHER_URL = World.URL.replace("realm=fabrikam.com", "realm=nobody.example");

	private final SettableClock clock = new SettableClock("2026-11-24T13:00:00Z");

	@ParameterizedTest
	@EnumSource(ExchangeVariant.class)
	void agreeOnEveryScriptInEveryVariant(ExchangeVariant variant) {
		try (Pair pair = new Pair(variant, Locale.US)) {
			List<String> asked = new ArrayList<>();
			for (Function<World, Call> step : everyScript(variant == ExchangeVariant.STANDARD)) {
				asked.add(pair.agree(step));
			}
			assertThat(asked).containsAll(ScriptCatalog.load().scripts().stream().map(Script::name).toList());
			assertThat(pair.builtIn.ledger.kinds()).contains("CertificateCreated", "AuthCertificateSet",
					"PushProxyEnabled", "PushProxyDisabled", "HealthManagerRestarted", "AuthServerRemoved");
		}
	}

	@Test
	void agreeOnServersWithGermanCulture() {
		try (Pair pair = new Pair(ExchangeVariant.STANDARD, Locale.GERMANY)) {
			pair.agree(enable());
			pair.agree(state(World.EX1, "organization"));
			assertThat(pair.last.envelope().path("culture").asString()).isEqualTo("de-DE");
		}
	}

	@Test
	void agreeOnTheFormThatBringsItsOwnValues() {
		try (Pair pair = new Pair(ExchangeVariant.STANDARD, Locale.US)) {
			ScriptCatalog catalog = ScriptCatalog.load();
			String text = catalog.selfContained(
					new ScriptCall(World.EX1, catalog.script("Enable-PushProxy"),
							Map.of("organization", "fabrikam.com"), Duration.ofMinutes(1)),
					Prelude.REMOTING, enable().apply(pair.real).session());
			Call recognized = new ScriptRecognition(catalog).selfContained(World.EX1, text).orElseThrow();
			Answer ran = Answer.of(pair.realEngine.run(recognized));
			Answer acted = Answer.of(pair.builtInEngine.run(enable().apply(pair.builtIn)));
			assertThat(ran.agreed(List.of())).isEqualTo(acted.agreed(List.of()));
			assertThat(pair.real.ledger.kinds()).isEqualTo(pair.builtIn.ledger.kinds()).contains("PushProxyEnabled");
		}
	}

	@Test
	void noticesWhenTheWorldsDiffer() {
		try (Pair pair = new Pair(ExchangeVariant.STANDARD, Locale.US)) {
			pair.real.run(World.EX1, "Restart-Service", "Name", "MSExchangeHM");
			assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> pair.agree(state(World.EX1, "server")))
				.withMessageContaining("ledger after");
			pair.real.run(World.EX1, "Enable-PushNotificationProxy", "Organization", "fabrikam.com");
			assertThatExceptionOfType(AssertionError.class)
				.isThrownBy(() -> pair.agree(state(World.EX1, "organization")))
				.withMessageContaining("Get-HybridState");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "UNREACHABLE", "KEY_MISSING", "WRONG_ADDRESS", "OLD_BUILD", "UNKNOWN_NAMES" })
	void agreeWhenSomethingIsWrong(String fault) {
		try (Pair pair = new Pair(ExchangeVariant.STANDARD, Locale.US)) {
			switch (fault) {
				case "UNREACHABLE" -> {
					pair.both((world) -> world.tenant.reachable = false);
					pair.disagreeWith(setAuthServer(World.URL), "AuthMetadataClientException");
					pair.agree(enable());
					pair.agree(restart());
					this.clock.pass(World.WAIT);
					pair.agree(probe(World.EX1));
					assertThat(pair.last.data().path("error").asString()).contains("Unable to connect");
				}
				case "KEY_MISSING" -> {
					pair.agree(setAuthServer(World.URL));
					pair.agree(enable());
					pair.agree(restart());
					this.clock.pass(World.WAIT);
					pair.agree(probe(World.EX1));
					assertThat(pair.last.data().path("error").asString()).contains("AADSTS700027");
				}
				case "WRONG_ADDRESS" -> pair.disagreeWith(setAuthServer(OTHER_URL), "AuthMetadataClientException");
				case "OLD_BUILD" -> {
					pair.agree(state(World.EX2, "organization"));
					assertThat(pair.last.data().path("pushProxy").path("readable").asBoolean(true)).isFalse();
					pair.disagreeWith((world) -> World.call(World.EX2, "Enable-PushProxy",
							Map.of("organization", "fabrikam.com")), "CommandNotFoundException");
					pair.disagreeWith((world) -> World.call(World.EX2, "Disable-PushProxy", Map.of()),
							"CommandNotFoundException");
					pair.disagreeWith(probe(World.EX2), "InvalidMonitoringIdentityException");
					pair.both((world) -> world.exchange.installCumulativeUpdate23("EX2"));
					pair.agree(probe(World.EX2));
				}
				default -> {
					pair.disagreeWith((world) -> World.call(World.EX1, "Set-AuthCertificate",
							Map.of("thumbprint", "0".repeat(40))), "InvalidOperationException");
					pair.disagreeWith(probe("ex9.fabrikam.com"), "ManagementObjectNotFoundException");
					pair.disagreeWith((world) -> World.call(World.EX1, "Get-HealthManager", Prelude.LOCAL,
							Map.of("server", "x"), "a b"), "RuntimeException");
				}
			}
		}
	}

	private List<Function<World, Call>> everyScript(boolean twice) {
		List<Function<World, Call>> steps = new ArrayList<>();
		steps.add(state(World.EX1, "organization"));
		steps.add((world) -> World.call(World.EX1, "Get-HealthManager", Map.of("server", World.EX1)));
		add(steps, newCertificate(), twice);
		add(steps, (world) -> World.call(World.EX1, "Set-AuthCertificate", Map.of("thumbprint", newest(world))), twice);
		add(steps, setAuthServer(World.URL), twice);
		add(steps, enable(), twice);
		steps.add(probe(World.EX1));
		steps.add(restart());
		steps.add((world) -> {
			world.trustCurrentCertificate();
			this.clock.pass(World.WAIT);
			return probe(World.EX1).apply(world);
		});
		steps.add(state(World.EX2, "server"));
		add(steps, (world) -> World.call(World.EX1, "Disable-PushProxy", Map.of()), twice);
		if (twice) {
			steps.add(removeAuthServer(OTHER_URL));
		}
		add(steps, removeAuthServer(World.URL), twice);
		return steps;
	}

	private static void add(List<Function<World, Call>> steps, Function<World, Call> step, boolean twice) {
		steps.add(step);
		if (twice) {
			steps.add(step);
		}
	}

	private static String newest(World world) {
		return world.ledger.effects()
			.stream()
			.filter((effect) -> effect.kind().equals("CertificateCreated"))
			.map((effect) -> effect.values().get("thumbprint"))
			.reduce((one, other) -> other)
			.orElseThrow();
	}

	private static Function<World, Call> state(String server, String scope) {
		return (world) -> World.call(server, "Get-HybridState", Map.of("scope", scope, "server", server));
	}

	private static Function<World, Call> newCertificate() {
		return (world) -> World.call(World.EX1, "New-AuthCertificate", Map.of("server", World.EX1, "friendlyName",
				"Exchange S2S OAuth", "domainName", "fabrikam.com", "subjectKeyIdentifier", IDENTIFIER));
	}

	private static Function<World, Call> setAuthServer(String url) {
		return (world) -> World.call(World.EX1, "Set-AuthServer", Map.of("name", "MicrosoftSts", "metadataUrl", url));
	}

	private static Function<World, Call> removeAuthServer(String url) {
		return (world) -> World.call(World.EX1, "Remove-AuthServer",
				Map.of("name", "MicrosoftSts", "metadataUrl", url));
	}

	private static Function<World, Call> enable() {
		return (world) -> World.call(World.EX1, "Enable-PushProxy", Map.of("organization", "Fabrikam.com"));
	}

	private static Function<World, Call> restart() {
		return (world) -> World.call(World.EX1, "Restart-HealthManager", Map.of("server", World.EX1));
	}

	private static Function<World, Call> probe(String server) {
		return (world) -> World.call(server.startsWith("ex9") ? World.EX1 : server, "Test-PushProxy",
				Map.of("server", server));
	}

	/** Two worlds with the same beginning, one for each engine. */
	private final class Pair implements AutoCloseable {

		private final World builtIn;

		private final World real;

		private final BuiltInEngine builtInEngine;

		private final PowerShellEngine realEngine;

		private Answer last;

		Pair(ExchangeVariant variant, Locale culture) {
			var path = PowerShell.required();
			this.builtIn = new World(ScriptEngineContractTests.this.clock, variant, culture);
			this.real = new World(ScriptEngineContractTests.this.clock, this.builtIn);
			this.builtInEngine = new BuiltInEngine(this.builtIn.exchange);
			this.realEngine = new PowerShellEngine(this.real.exchange, path);
		}

		void both(Consumer<World> change) {
			change.accept(this.builtIn);
			change.accept(this.real);
		}

		String agree(Function<World, Call> step) {
			String script = compare(step);
			assertThat(this.last.ok()).as(script + " succeeds: " + this.last.envelope()).isTrue();
			return script;
		}

		/** Both engines fail, and alike. */
		void disagreeWith(Function<World, Call> step, String reason) {
			int before = this.builtIn.ledger.effects().size();
			compare(step);
			assertThat(this.last.ok()).isFalse();
			assertThat(this.last.envelope().path("errors").get(0).path("reason").asString()).isEqualTo(reason);
			assertThat(this.builtIn.ledger.effects()).hasSize(before);
		}

		private String compare(Function<World, Call> step) {
			Call call = step.apply(this.builtIn);
			Call twin = step.apply(this.real);
			Answer acted = Answer.of(this.builtInEngine.run(call));
			Answer ran = Answer.of(this.realEngine.run(twin));
			List<Effect> actedEffects = this.builtIn.ledger.effects();
			List<Effect> ranEffects = this.real.ledger.effects();
			assertThat(ran.agreed(ranEffects)).as(call.script()).isEqualTo(acted.agreed(actedEffects));
			assertThat(ranEffects.stream().map((effect) -> Answer.agreed(effect, ranEffects)))
				.as("ledger after " + call.script())
				.isEqualTo(actedEffects.stream().map((effect) -> Answer.agreed(effect, actedEffects)).toList());
			this.last = ran;
			return call.script();
		}

		@Override
		public void close() {
			this.realEngine.close();
		}

	}

}
