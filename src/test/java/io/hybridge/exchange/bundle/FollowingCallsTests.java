package io.hybridge.exchange.bundle;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.hybridge.exchange.powershell.ScriptCall;

import static org.assertj.core.api.Assertions.assertThat;

/** For what nobody has to walk twice. */
class FollowingCallsTests {

	private static final String EX1 = "ex1.fabrikam.com";

	private static final String EX2 = "ex2.fabrikam.com";

	@Test
	void aLookAtTheOrganizationGoesToEveryCarriedServer() {
		assertThat(with(BundleFixture.call(EX1, "Get-HybridState", Map.of("scope", "organization", "server", EX1))))
			.containsExactly("ex1 Get-HybridState organization", "ex2 Get-HybridState server");
	}

	@Test
	void aChangeIsLookedAtWhereTheOrganizationAnswers() {
		assertThat(with(BundleFixture.call(EX1, "Enable-PushProxy", Map.of("organization", "fabrikam.com"))))
			.containsExactly("ex1 Enable-PushProxy", "ex1 Get-HybridState organization");
		assertThat(with(BundleFixture.call(EX2, "Copy-AuthCertificate",
				Map.of("server", EX2, "source", EX1, "thumbprint", "00"))))
			.containsExactly("ex2 Copy-AuthCertificate");
	}

	@Test
	void aRestartIsReadBackByTheStartOfItsService() {
		assertThat(with(BundleFixture.call(EX2, "Restart-HealthManager", Map.of("server", EX2))))
			.containsExactly("ex2 Restart-HealthManager", "ex2 Get-ExchangeService");
		assertThat(with(BundleFixture.call(EX2, "Restart-ApplicationPool",
				Map.of("server", EX2, "pool", "MSExchangeOWAAppPool"))))
			.containsExactly("ex2 Restart-ApplicationPool", "ex2 Get-ExchangeService");
	}

	/** Each by the one service that the restart is about. */
	@ParameterizedTest
	@CsvSource({ "Restart-HealthManager, , MSExchangeHM", "Restart-ServiceHost, , MSExchangeServiceHost",
			"Restart-ApplicationPool, MSExchangeOWAAppPool, MSExchangeOWAAppPool",
			"Restart-ApplicationPool, MSExchangeECPAppPool, MSExchangeECPAppPool" })
	void aRestartIsReadBackByItsOwnService(String script, String pool, String service) {
		Map<String, Object> arguments = new HashMap<>(Map.of("server", EX2));
		Optional.ofNullable(pool).ifPresent((name) -> arguments.put("pool", name));
		List<ScriptCall> calls = FollowingCalls.with(List.of(BundleFixture.call(EX2, script, arguments)),
				List.of(EX1, EX2), EX1);
		assertThat(calls).hasSize(2);
		assertThat(calls.getLast().arguments()).containsEntry("service", service);
	}

	@Test
	void noCallStandsTwice() {
		ScriptCall look = BundleFixture.call(EX1, "Get-HybridState", Map.of("scope", "organization", "server", EX1));
		ScriptCall other = BundleFixture.call(EX2, "Get-HybridState", Map.of("scope", "server", "server", EX2));
		assertThat(FollowingCalls.with(List.of(other, look), List.of(EX1, EX2), EX1)).hasSize(2);
	}

	private static List<String> with(ScriptCall call) {
		return FollowingCalls.with(List.of(call), List.of(EX1, EX2), EX1)
			.stream()
			.map((each) -> (each.server().split("\\.")[0] + " " + each.script().name() + " "
					+ each.arguments().getOrDefault("scope", ""))
				.strip())
			.toList();
	}

}
