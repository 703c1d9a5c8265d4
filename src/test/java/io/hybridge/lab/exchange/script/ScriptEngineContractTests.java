package io.hybridge.lab.exchange.script;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import io.hybridge.certificate.Certificate;
import io.hybridge.exchange.powershell.Script;
import io.hybridge.exchange.powershell.ScriptCall;
import io.hybridge.exchange.powershell.ScriptCatalog;
import io.hybridge.exchange.powershell.SessionOpening;
import io.hybridge.lab.Ledger.Effect;
import io.hybridge.lab.Trait;
import io.hybridge.lab.exchange.LabExchangeFixture;
import io.hybridge.lab.exchange.PowerShellFixture;
import io.hybridge.lab.exchange.ScriptReply;
import io.hybridge.lab.exchange.SettableClock;
import io.hybridge.lab.exchange.cmdlet.CmdletFailure;
import io.hybridge.lab.exchange.script.ScriptEngine.Call;
import io.hybridge.lab.exchange.state.ExchangeScenario;
import io.hybridge.lab.exchange.state.ExchangeView;
import io.hybridge.lab.tenant.state.FabrikamTenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The same scripts on the same organization: the built-in engine and the real PowerShell
 * give the same answers and leave the same ledger.
 */
@Execution(ExecutionMode.CONCURRENT)
class ScriptEngineContractTests {

	private static final String IDENTIFIER = "00112233445566778899aabbccddeeff";

	private static final String ZEROS = "00000000-0000-0000-0000-000000000000";

	private static final String SOME = "6f1b2c3d-0000-4000-8000-0123456789ab";

	private static final String OTHER_URL = LabExchangeFixture.URL.replace("realm=fabrikam.com",
			"realm=nobody.example");

	private final SettableClock clock = new SettableClock("2026-11-24T13:00:00Z");

	@ParameterizedTest
	@EnumSource(ExchangeScenario.class)
	void agreeOnWhatIsReadInEveryScenario(ExchangeScenario scenario) {
		try (Pair pair = new Pair(scenario, Locale.US)) {
			pair.agree(state(LabExchangeFixture.EX1, "organization"));
			pair.agree(state(LabExchangeFixture.EX2, "server"));
		}
	}

	/**
	 * One scenario of each kind: whole and half certificates, staged ones, other auth
	 * servers, newer builds.
	 */
	@ParameterizedTest
	@EnumSource(value = ExchangeScenario.class, names = { "STANDARD", "AUTH_CERTIFICATE_EXPIRED", "NEXT_STAGED",
			"MISSING_ON_ONE_SERVER", "AUTH_SERVER_OTHER_TENANT", "SECURITY_UPDATES" })
	void agreeOnEveryScript(ExchangeScenario scenario) {
		try (Pair pair = new Pair(scenario, Locale.US)) {
			List<String> asked = new ArrayList<>();
			for (Function<LabExchangeFixture, Call> step : everyScript(scenario == ExchangeScenario.STANDARD)) {
				asked.add(pair.agree(step));
			}
			assertThat(asked).containsAll(ScriptCatalog.load().scripts().stream().map(Script::name).toList());
			assertThat(pair.builtIn.ledger.kinds()).contains("CertificateCreated", "AuthCertificateSet",
					"PushProxyEnabled", "PushProxyDisabled", "HealthManagerRestarted", "ServiceHostRestarted",
					"NextCertificateStaged", "NextCertificatePublished", "ApplicationPoolRecycled",
					"AuthServerRemoved");
		}
	}

	@Test
	void agreeOnServersWithGermanCulture() {
		try (Pair pair = new Pair(ExchangeScenario.STANDARD, Locale.GERMANY)) {
			pair.agree(enable());
			pair.agree(state(LabExchangeFixture.EX1, "organization"));
			assertThat(pair.last.result().path("culture").asString()).isEqualTo("de-DE");
		}
	}

	@Test
	void agreeOnTheFormThatBringsItsOwnValues() {
		try (Pair pair = new Pair(ExchangeScenario.STANDARD, Locale.US)) {
			ScriptCatalog catalog = ScriptCatalog.load();
			String text = catalog.selfContained(
					new ScriptCall(LabExchangeFixture.EX1, catalog.script("Enable-PushProxy"),
							Map.of("organization", "fabrikam.com"), Duration.ofMinutes(1)),
					SessionOpening.REMOTING, enable().apply(pair.real).session());
			Call recognized = new ScriptRecognition(catalog).selfContained(LabExchangeFixture.EX1, text).orElseThrow();
			ScriptReply ofReal = ScriptReply.of(pair.realEngine.run(recognized));
			ScriptReply ofBuiltIn = ScriptReply.of(pair.builtInEngine.run(enable().apply(pair.builtIn)));
			assertThat(ofReal.agreed(List.of())).isEqualTo(ofBuiltIn.agreed(List.of()));
			assertThat(pair.real.ledger.kinds()).isEqualTo(pair.builtIn.ledger.kinds()).contains("PushProxyEnabled");
		}
	}

	/** As one that slept on its way, by the server's own clock. */
	@ParameterizedTest
	@CsvSource({ "2026-11-01T00:00:00Z,true", "2126-01-01T00:00:00Z,false" })
	void agreeOnWhetherACallCameTooLate(Instant latest, boolean tooLate) {
		try (Pair pair = new Pair(ExchangeScenario.STANDARD, Locale.US)) {
			Function<LabExchangeFixture, Call> call = (world) -> LabExchangeFixture
				.call(LabExchangeFixture.EX1, "Enable-PushProxy",
						new ScriptCall(LabExchangeFixture.EX1, ScriptCatalog.load().script("Enable-PushProxy"),
								Map.of("organization", "fabrikam.com"), Duration.ofMinutes(1), Optional.of(latest))
							.sent());
			if (tooLate) {
				pair.disagreeWith(call, "InvalidOperationException");
				assertThat(pair.real.ledger.kinds()).doesNotContain("PushProxyEnabled");
			}
			else {
				pair.agree(call);
				assertThat(pair.real.ledger.kinds()).contains("PushProxyEnabled");
			}
		}
	}

	@Test
	void noticesWhenTheWorldsDiffer() {
		try (Pair pair = new Pair(ExchangeScenario.STANDARD, Locale.US)) {
			pair.real.run(LabExchangeFixture.EX1, "Restart-Service", "Name", "MSExchangeHM");
			assertThatExceptionOfType(AssertionError.class)
				.isThrownBy(() -> pair.agree(state(LabExchangeFixture.EX1, "server")))
				.withMessageContaining("ledger after");
			pair.real.run(LabExchangeFixture.EX1, "Enable-PushNotificationProxy", "Organization", "fabrikam.com");
			assertThatExceptionOfType(AssertionError.class)
				.isThrownBy(() -> pair.agree(state(LabExchangeFixture.EX1, "organization")))
				.withMessageContaining("Get-HybridState");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "UNREACHABLE", "KEY_MISSING", "WRONG_ADDRESS", "OLD_BUILD", "UNKNOWN_NAMES" })
	void agreeWhenSomethingIsWrong(String fault) {
		try (Pair pair = new Pair(ExchangeScenario.STANDARD, Locale.US)) {
			switch (fault) {
				case "UNREACHABLE" -> {
					pair.both((world) -> world.tenant.reachable = false);
					pair.disagreeWith(setAuthServer(LabExchangeFixture.URL), "AuthMetadataClientException");
					pair.agree(enable());
					pair.agree(restart());
					this.clock.pass(LabExchangeFixture.WAIT);
					pair.agree(probe(LabExchangeFixture.EX1));
					assertThat(pair.last.data().path("error").asString()).contains("Unable to connect");
				}
				case "KEY_MISSING" -> {
					pair.agree(setAuthServer(LabExchangeFixture.URL));
					pair.agree(enable());
					pair.agree(restart());
					this.clock.pass(LabExchangeFixture.WAIT);
					pair.agree(probe(LabExchangeFixture.EX1));
					assertThat(pair.last.data().path("error").asString()).contains("AADSTS700027");
				}
				case "WRONG_ADDRESS" -> pair.disagreeWith(setAuthServer(OTHER_URL), "AuthMetadataClientException");
				case "OLD_BUILD" -> {
					pair.agree(state(LabExchangeFixture.EX2, "organization"));
					assertThat(pair.last.data().path("pushProxy").path("readable").asBoolean(true)).isFalse();
					pair.disagreeWith((world) -> LabExchangeFixture.call(LabExchangeFixture.EX2, "Enable-PushProxy",
							Map.of("organization", "fabrikam.com")), "CommandNotFoundException");
					pair.disagreeWith(
							(world) -> LabExchangeFixture.call(LabExchangeFixture.EX2, "Disable-PushProxy", Map.of()),
							"CommandNotFoundException");
					pair.disagreeWith(probe(LabExchangeFixture.EX2), "InvalidMonitoringIdentityException");
					pair.both((world) -> world.exchange.installCumulativeUpdate23("EX2"));
					pair.agree(probe(LabExchangeFixture.EX2));
				}
				default -> {
					pair.disagreeWith(
							(world) -> LabExchangeFixture.call(LabExchangeFixture.EX1, "Set-AuthCertificate",
									Map.of("server", LabExchangeFixture.EX1, "thumbprint", "0".repeat(40))),
							"InvalidOperationException");
					pair.disagreeWith(stage("2026-11-24T13:00:00Z"), "TaskException");
					pair.disagreeWith((world) -> LabExchangeFixture.call(LabExchangeFixture.EX1,
							"Publish-AuthCertificate", Map.of("thumbprint", "0".repeat(40))), "RuntimeException");
					pair.disagreeWith(
							(world) -> LabExchangeFixture.call(LabExchangeFixture.EX1, "Restart-ApplicationPool",
									Map.of("server", LabExchangeFixture.EX1, "pool", "DefaultAppPool")),
							"RuntimeException");
					pair.disagreeWith(probe("ex9.fabrikam.com"), "ManagementObjectNotFoundException");
					pair.disagreeWith(since("Spooler' or Name='MSExchangeHM"), "RuntimeException");
					pair.disagreeWith(
							(world) -> LabExchangeFixture.call(LabExchangeFixture.EX1, "Get-ExchangeService",
									SessionOpening.LOCAL, Map.of("server", "x", "service", "MSExchangeHM"), "a b"),
							"RuntimeException");
				}
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "th-TH", "ar-SA", "fa-IR", "tr-TR", "de-DE", "ja-JP" })
	void fieldCase23TheStateReadsTheSameInEveryLocale(String culture) {
		try (Pair pair = new Pair(ExchangeScenario.STANDARD, Locale.forLanguageTag(culture))) {
			pair.agree(enable());
			pair.agree(state(LabExchangeFixture.EX1, "organization"));
			assertThat(pair.last.result().path("culture").asString()).isEqualTo(culture);
			assertThat(pair.last.data().path("pushProxy").toString()).contains("\"2026-11-24T13:00:00.0000000Z\"");
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "PROXY_LOOK_WITHOUT_RECORD", "PROXY_LOOK_WITH_FLAG_SET", "PROXY_DISABLED_WITH_RECORD",
			"DIRECTORY_UNREADABLE", "DIRECTORY_WITHOUT_PROXY", "DIRECTORY_ON_ANOTHER_CONTROLLER" })
	void agreeOnWhatIsGivenAwayOfThePushProxy(Trait trait) {
		try (Pair pair = new Pair(ExchangeScenario.STANDARD, Locale.US)) {
			pair.both((world) -> world.traits.add(trait));
			pair.agree(state(LabExchangeFixture.EX1, "organization"));
			JsonNode proxy = pair.last.data().path("pushProxy");
			assertThat(proxy.path("readable").asBoolean()).isEqualTo(trait != Trait.PROXY_LOOK_WITHOUT_RECORD);
			assertThat(proxy.path("directory").path("state").asString()).isEqualTo(switch (trait) {
				case DIRECTORY_UNREADABLE -> "unreadable";
				case DIRECTORY_WITHOUT_PROXY -> "missing";
				default -> "found";
			});
			pair.agree(enable());
			this.clock.pass(Duration.ofSeconds(30));
			pair.agree(enable());
			pair.agree((world) -> LabExchangeFixture.call(LabExchangeFixture.EX1, "Disable-PushProxy", Map.of()));
			assertThat(pair.last.data().path("fields").isEmpty()).isEqualTo(trait != Trait.PROXY_DISABLED_WITH_RECORD);
			pair.agree(state(LabExchangeFixture.EX1, "organization"));
			assertThat(pair.last.data().path("pushProxy").toString().contains("\"Enabled\",\"value\":\"True\""))
				.as("shown enabled, and is not")
				.isEqualTo(trait == Trait.PROXY_LOOK_WITH_FLAG_SET);
		}
	}

	@ParameterizedTest
	@CsvSource({ "en-US,What if: ", "de-DE,WhatIf: " })
	void tellsThePersonAtTheServerInItsLanguageWhatItWouldDo(String culture, String line) {
		try (Pair pair = new Pair(ExchangeScenario.STANDARD, Locale.forLanguageTag(culture))) {
			pair.both((world) -> world.traits.add(Trait.PROXY_LOOK_WITHOUT_RECORD));
			Function<LabExchangeFixture, Call> look = state(LabExchangeFixture.EX1, "organization");
			assertThat(pair.builtInEngine.run(look.apply(pair.builtIn)).output()).startsWith(line);
			assertThat(pair.realEngine.run(look.apply(pair.real)).output()).startsWith(line);
		}
	}

	@Test
	void agreeOnWhatIsNotVisibleYetAndOnWhatIsLater() {
		try (Pair pair = new Pair(ExchangeScenario.STANDARD, Locale.US)) {
			pair.both((world) -> world.traits
				.addAll(List.of(Trait.CHANGES_SHOW_LATE, Trait.DIRECTORY_ON_ANOTHER_CONTROLLER)));
			pair.agree(newCertificate(IDENTIFIER));
			assertThat(pair.last.data().path("thumbprint").isNull()).as("made, and not seen yet").isTrue();
			String former = pair.builtIn.exchange.currentAuthCertificate().thumbprint().value();
			pair.agree((world) -> LabExchangeFixture.call(LabExchangeFixture.EX1, "Set-AuthCertificate",
					Map.of("server", LabExchangeFixture.EX1, "thumbprint", newest(world))));
			assertThat(pair.last.data().path("action").asString()).isEqualTo("updated");
			assertThat(pair.last.data().path("current").asString()).isEqualTo(former);
			pair.agree(setAuthServer(LabExchangeFixture.URL));
			assertThat(pair.last.data().path("action").asString()).isEqualTo("created");
			assertThat(pair.last.data().path("metadataUrl").isNull()).as("made, and not seen yet").isTrue();
			pair.agree(enable());
			pair.agree(state(LabExchangeFixture.EX1, "organization"));
			assertThat(pair.last.data().path("authConfiguration").path("current").asString()).isEqualTo(former);
			this.clock.pass(Duration.ofSeconds(20));
			pair.agree(state(LabExchangeFixture.EX1, "organization"));
			assertThat(pair.last.data().path("authConfiguration").path("previous").asString()).isEqualTo(former);
			pair.agree(newCertificate(IDENTIFIER));
			assertThat(pair.last.data().path("action").asString()).as("never made twice").isEqualTo("equal");
		}
	}

	/** EX1 works with one domain controller, EX2 with another. */
	@Test
	void agreeThatAChangeIsSeenAtOnceWhereItWasMadeAndLaterThroughAnotherServer() {
		try (Pair pair = new Pair(ExchangeScenario.SECURITY_UPDATES, Locale.US)) {
			pair.both((world) -> world.traits.add(Trait.CHANGES_SHOW_LATE));
			String former = current(pair.builtIn);
			pair.agree(newCertificate(IDENTIFIER));
			pair.agree((world) -> LabExchangeFixture.call(LabExchangeFixture.EX1, "Set-AuthCertificate",
					Map.of("server", LabExchangeFixture.EX1, "thumbprint", newest(world))));
			String made = newest(pair.real);
			pair.agree(setAuthServer(LabExchangeFixture.URL));
			pair.agree(enable());
			pair.agree(state(LabExchangeFixture.EX1, "organization"));
			assertThat(current(pair)).isEqualTo(made);
			assertThat(authServers(pair)).contains("MicrosoftSts");
			assertThat(changed(pair)).isEqualTo("2026-11-24T13:00:00.0000000Z");
			pair.agree(state(LabExchangeFixture.EX2, "organization"));
			assertThat(current(pair)).isEqualTo(former);
			assertThat(authServers(pair)).doesNotContain("MicrosoftSts");
			assertThat(stored(pair)).as("its own store, too").doesNotContain(made);
			pair.agree(probe(LabExchangeFixture.EX2));
			assertThat(pair.last.data().path("error").asString()).contains("is disabled");
			this.clock.pass(Duration.ofSeconds(20));
			pair.agree(state(LabExchangeFixture.EX2, "organization"));
			assertThat(current(pair)).isEqualTo(made);
			assertThat(authServers(pair)).contains("MicrosoftSts");
			assertThat(stored(pair)).contains(made);
			assertThat(changed(pair)).as("dated by its own controller").isEqualTo("2026-11-24T13:00:20.0000000Z");
		}
	}

	@Test
	void agreeThatAnotherObjectOfTheSameNameIsNotRemoved() {
		try (Pair pair = new Pair(ExchangeScenario.STANDARD, Locale.US)) {
			pair.agree(setAuthServer(LabExchangeFixture.URL));
			String guid = pair.last.data().path("guid").asString();
			assertThat(guid).hasSize(36);
			assertThat(pair.last.data().path("created").asString()).isEqualTo("2026-11-24T13:00:00.0000000Z");
			pair.agree(removeAuthServer(LabExchangeFixture.URL));
			pair.agree(setAuthServer(LabExchangeFixture.URL));
			assertThat(pair.last.data().path("guid").asString()).isNotEqualTo(guid);
			pair.agree(removeAuthServer(LabExchangeFixture.URL, guid));
			assertThat(pair.last.data().path("action").asString()).isEqualTo("kept");
		}
	}

	/** Where one side knows no GUID, the address alone decides. */
	@ParameterizedTest
	@CsvSource({ "'', false, removed", ZEROS + ", false, removed", SOME + ", true, removed", ZEROS + ", true, removed",
			"'', true, removed", SOME + ", false, kept" })
	void agreeOnAnAuthServerWhoseGuidIsNotKnown(String seen, boolean hidden, String action) {
		try (Pair pair = new Pair(ExchangeScenario.STANDARD, Locale.US)) {
			pair.agree(setAuthServer(LabExchangeFixture.URL));
			if (hidden) {
				pair.both((world) -> world.traits.add(Trait.AUTH_SERVERS_WITHOUT_GUID));
			}
			pair.agree(removeAuthServer(OTHER_URL, seen));
			assertThat(pair.last.data().path("action").asString()).as("another address").isEqualTo("kept");
			pair.agree(removeAuthServer(LabExchangeFixture.URL, seen));
			assertThat(pair.last.data().path("action").asString()).isEqualTo(action);
		}
	}

	private static String current(Pair pair) {
		return pair.last.data().path("authConfiguration").path("current").asString();
	}

	private static String authServers(Pair pair) {
		return pair.last.data().path("authServers").toString();
	}

	private static String changed(Pair pair) {
		return pair.last.data().path("pushProxy").path("directory").path("changed").asString();
	}

	private static List<String> stored(Pair pair) {
		return pair.last.data()
			.path("local")
			.path("certificates")
			.valueStream()
			.map((found) -> Certificate.of(Base64.getDecoder().decode(found.path("rawData").asString())))
			.map((certificate) -> certificate.thumbprint().value())
			.toList();
	}

	@ParameterizedTest
	@CsvSource({ "WRONG_PRINCIPAL,PSRemotingTransportException,'-2144108387,PSSessionOpenFailed'",
			"SESSIONS_USED_UP,PSRemotingTransportException,'-2144108123,PSSessionOpenFailed'",
			"SCRIPTS_MUST_BE_SIGNED,InvalidOperationException,Hybridge.ScriptsForbidden" })
	void agreeWhenTheSessionIsNotOpened(Trait trait, String reason, String id) {
		try (Pair pair = new Pair(ExchangeScenario.STANDARD, Locale.US)) {
			pair.both((world) -> world.traits.add(trait));
			pair.disagreeWith(enable(), reason);
			assertThat(pair.last.result().path("errors").get(0).path("id").asString()).isEqualTo(id);
			assertThat(pair.last.result().path("errors").get(0).path("part").asString()).isEqualTo("opening");
			pair.disagreeWith((world) -> LabExchangeFixture.call(LabExchangeFixture.EX1, "Enable-PushProxy",
					SessionOpening.LOCAL, Map.of("organization", "fabrikam.com"), LabExchangeFixture.EX1), reason);
		}
	}

	@ParameterizedTest
	@EnumSource(value = Trait.class, mode = EnumSource.Mode.MATCH_ALL, names = "CERTIFICATE.*")
	void fieldCase9AgreeOnCertificatesOfEveryShapeDownToTheirBytes(Trait shape) {
		try (Pair pair = new Pair(ExchangeScenario.AUTH_CERTIFICATE_EXPIRED, Locale.US)) {
			pair.both((world) -> world.traits.add(shape));
			pair.agree(state(LabExchangeFixture.EX1, "organization"));
			JsonNode fit = pair.last.data().path("local").path("certificates").get(2);
			boolean inFull = shape == Trait.CERTIFICATES_IN_FULL || shape == Trait.CERTIFICATE_SERVICES_AS_NUMBER;
			assertThat(fit.path("services").isNull()).isNotEqualTo(inFull);
			pair.both((world) -> world.traits.add(Trait.CERTIFICATE_STORE_UNREADABLE));
			pair.agree(state(LabExchangeFixture.EX1, "server"));
			fit = pair.last.data().path("local").path("certificates").get(2);
			assertThat(fit.path("hasPrivateKey").isNull()).isNotEqualTo(inFull);
			if (!inFull) {
				pair.disagreeWith(signWithTheFitOne(), "InvalidOperationException");
				assertThat(pair.last.result().path("errors").get(0).path("id").asString())
					.contains("CertificateKeyUnknown");
				pair.both((world) -> world.traits.remove(Trait.CERTIFICATE_STORE_UNREADABLE));
			}
			pair.agree(signWithTheFitOne());
		}
	}

	/**
	 * As a session without Exchange's types has it: the key is told by the store alone.
	 */
	@Test
	void fieldCase1TheStoreTellsWhatCertificatesLostOnTheWayOutOfTheSession() {
		try (Pair pair = new Pair(ExchangeScenario.STANDARD, Locale.US)) {
			pair.agree(state(LabExchangeFixture.EX1, "server"));
			assertThat(pair.last.data().path("local").path("certificates").valueStream())
				.allSatisfy((found) -> assertThat(found.path("hasPrivateKey").asBoolean()).isTrue())
				.allSatisfy((found) -> assertThat(found.path("friendlyName").asString()).isNotEmpty())
				.allSatisfy((found) -> assertThat(found.path("services").isNull()).isTrue());
		}
	}

	@Test
	void fieldCase2AgreeOnACopyOfTheAuthCertificate() {
		try (Pair pair = new Pair(ExchangeScenario.MISSING_ON_ONE_SERVER, Locale.US)) {
			pair.agree(copy(LabExchangeFixture.EX2));
			assertThat(pair.last.data().path("action").asString()).isEqualTo("copied");
			assertThat(pair.last.data().path("hasPrivateKey").asBoolean()).isTrue();
			pair.agree(state(LabExchangeFixture.EX2, "server"));
			assertThat(pair.last.data().path("local").path("certificates")).hasSize(2);
			pair.agree(copy(LabExchangeFixture.EX2));
			assertThat(pair.last.data().path("action").asString()).isEqualTo("equal");
			assertThat(pair.real.ledger.kinds()).containsOnlyOnce("CertificateImported");
		}
		try (Pair pair = new Pair(ExchangeScenario.MISSING_ON_ONE_NEW_SERVER, Locale.US)) {
			pair.disagreeWith(copy(LabExchangeFixture.EX2), "InvalidOperationException");
			assertThat(pair.last.result().path("began").asBoolean(true)).isFalse();
		}
	}

	private static Function<LabExchangeFixture, Call> signWithTheFitOne() {
		return (world) -> LabExchangeFixture.call(LabExchangeFixture.EX1, "Set-AuthCertificate",
				Map.of("server", LabExchangeFixture.EX1, "thumbprint",
						world.exchange.view().certificates().getLast().certificate().thumbprint().value()));
	}

	@ParameterizedTest
	@EnumSource(names = { "AUTH_SERVER_BY_WIZARD", "AUTH_SERVER_BY_DOCUMENT" })
	void agreeThatOneTenantHasOneAuthServer(ExchangeScenario scenario) {
		try (Pair pair = new Pair(scenario, Locale.US)) {
			pair.disagreeWith(setAuthServer(LabExchangeFixture.URL), "TaskException");
			assertThat(refusal(pair)).endsWith(",Hybridge.AuthServerRefused");
		}
	}

	@Test
	void agreeOnABareRefusalWhereTheOthersCannotBeSeen() {
		try (Pair pair = new Pair(ExchangeScenario.AUTH_SERVER_BY_WIZARD, Locale.US)) {
			pair.both((world) -> world.tenant.meanwhile = () -> world.answers = (trait) -> {
				if (trait == Trait.AUTH_SERVERS_WITHOUT_GUID) {
					throw CmdletFailure.local("AccessDenied", "PermissionDenied", "System.UnauthorizedAccessException",
							"Access is denied.", "");
				}
				return world.traits.contains(trait);
			});
			pair.disagreeWith(setAuthServer(LabExchangeFixture.URL), "TaskException");
			assertThat(refusal(pair)).doesNotContain("Hybridge.AuthServerRefused");
		}
	}

	@Test
	void agreeOnABareRefusalWhereSomebodyMadeItMeanwhile() {
		try (Pair pair = new Pair(ExchangeScenario.STANDARD, Locale.US)) {
			pair.both((world) -> world.tenant.meanwhile = () -> world.run(LabExchangeFixture.EX1, "New-AuthServer",
					"Name", "microsoftsts", "AuthMetadataUrl", LabExchangeFixture.URL));
			pair.compare(setAuthServer(LabExchangeFixture.URL));
			assertThat(pair.last.result().path("errors").get(0).path("reason").asString())
				.isEqualTo("ADObjectAlreadyExistsException");
			assertThat(refusal(pair)).doesNotContain("Hybridge.AuthServerRefused");
		}
	}

	private static String refusal(Pair pair) {
		return pair.last.result().path("errors").get(0).path("id").asString();
	}

	private List<Function<LabExchangeFixture, Call>> everyScript(boolean twice) {
		List<Function<LabExchangeFixture, Call>> steps = new ArrayList<>();
		steps.add(state(LabExchangeFixture.EX1, "organization"));
		steps.add(since("MSExchangeHM"));
		steps.add(since("MSExchangeServiceHost"));
		steps.add((world) -> LabExchangeFixture.call(LabExchangeFixture.EX1, "Get-PushProbe",
				Map.of("server", LabExchangeFixture.EX1)));
		steps.add(since("MSExchangeOWAAppPool"));
		steps.add((world) -> LabExchangeFixture.call(LabExchangeFixture.EX1, "Get-Access",
				Map.of("commands", List.of("Get-ExchangeServer", "Set-AuthConfig", "Get-Nothing"))));
		add(steps, newCertificate(IDENTIFIER), twice);
		add(steps, (world) -> LabExchangeFixture.call(LabExchangeFixture.EX1, "Set-AuthCertificate",
				Map.of("server", LabExchangeFixture.EX1, "thumbprint", newest(world))), twice);
		steps.add(copy(LabExchangeFixture.EX2));
		steps.add(newCertificate("0".repeat(32)));
		add(steps, (world) -> LabExchangeFixture.call(LabExchangeFixture.EX1, "Set-NextAuthCertificate",
				Map.of("thumbprint", newest(world), "effective", "2026-12-01T12:30:00Z")), twice);
		steps.add(state(LabExchangeFixture.EX1, "organization"));
		add(steps, (world) -> LabExchangeFixture.call(LabExchangeFixture.EX1, "Publish-AuthCertificate",
				Map.of("thumbprint", newest(world))), twice);
		add(steps, setAuthServer(), twice);
		add(steps, switchAuthServer(false), twice);
		add(steps, switchAuthServer(true), twice);
		add(steps, enable(), twice);
		steps.add(probe(LabExchangeFixture.EX1));
		steps.add(restart());
		steps.add((world) -> LabExchangeFixture.call(LabExchangeFixture.EX1, "Restart-ServiceHost",
				Map.of("server", LabExchangeFixture.EX1)));
		steps.add((world) -> LabExchangeFixture.call(LabExchangeFixture.EX1, "Restart-ApplicationPool",
				Map.of("server", LabExchangeFixture.EX1, "pool", "MSExchangeECPAppPool")));
		steps.add(since("MSExchangeECPAppPool"));
		steps.add((world) -> {
			world.trustCurrentCertificate();
			this.clock.pass(LabExchangeFixture.WAIT);
			return probe(LabExchangeFixture.EX1).apply(world);
		});
		steps.add(state(LabExchangeFixture.EX2, "server"));
		add(steps, (world) -> LabExchangeFixture.call(LabExchangeFixture.EX1, "Disable-PushProxy", Map.of()), twice);
		if (twice) {
			steps.add(removeAuthServer(OTHER_URL));
		}
		add(steps, removeAuthServer(), twice);
		return steps;
	}

	private static void add(List<Function<LabExchangeFixture, Call>> steps, Function<LabExchangeFixture, Call> step,
			boolean twice) {
		steps.add(step);
		if (twice) {
			steps.add(step);
		}
	}

	private static String newest(LabExchangeFixture world) {
		return world.ledger.effects()
			.stream()
			.filter((effect) -> effect.kind().equals("CertificateCreated"))
			.map((effect) -> effect.values().get("thumbprint"))
			.reduce((one, other) -> other)
			.orElseThrow();
	}

	private static Function<LabExchangeFixture, Call> state(String server, String scope) {
		return (world) -> LabExchangeFixture.call(server, "Get-HybridState", Map.of("scope", scope, "server", server));
	}

	private static Function<LabExchangeFixture, Call> newCertificate(String identifier) {
		return (world) -> LabExchangeFixture.call(LabExchangeFixture.EX1, "New-AuthCertificate",
				Map.of("server", LabExchangeFixture.EX1, "friendlyName", "Exchange S2S OAuth", "domainName",
						"fabrikam.com", "subjectKeyIdentifier", identifier));
	}

	private static Function<LabExchangeFixture, Call> stage(String effective) {
		return (world) -> LabExchangeFixture.call(LabExchangeFixture.EX1, "Set-NextAuthCertificate", Map
			.of("thumbprint", world.exchange.currentAuthCertificate().thumbprint().value(), "effective", effective));
	}

	private static Function<LabExchangeFixture, Call> copy(String target) {
		return (world) -> LabExchangeFixture.call(target, "Copy-AuthCertificate",
				Map.of("server", target, "source", LabExchangeFixture.EX1, "thumbprint", current(world)));
	}

	private static String current(LabExchangeFixture world) {
		return world.exchange.currentAuthCertificate().thumbprint().value();
	}

	private static Function<LabExchangeFixture, Call> setAuthServer(String url) {
		return setAuthServer(url, "MicrosoftSts");
	}

	private static Function<LabExchangeFixture, Call> setAuthServer(String url, String name) {
		return (world) -> LabExchangeFixture.call(LabExchangeFixture.EX1, "Set-AuthServer",
				Map.of("name", name, "metadataUrl", url));
	}

	/** Asks for what is there, under its own name; else for MicrosoftSts. */
	private static Function<LabExchangeFixture, Call> setAuthServer() {
		return (world) -> setAuthServer(ours(world).metadataUrl(), ours(world).name()).apply(world);
	}

	private static Function<LabExchangeFixture, Call> removeAuthServer() {
		return (world) -> LabExchangeFixture.call(LabExchangeFixture.EX1, "Remove-AuthServer",
				Map.of("name", ours(world).name(), "metadataUrl", ours(world).metadataUrl(), "guid", ""));
	}

	private static Function<LabExchangeFixture, Call> switchAuthServer(boolean enabled) {
		return (world) -> LabExchangeFixture.call(LabExchangeFixture.EX1, "Switch-AuthServer",
				Map.of("name", ours(world).name(), "metadataUrl", ours(world).metadataUrl(), "enabled", enabled));
	}

	private static ExchangeView.AuthServerView ours(LabExchangeFixture world) {
		return world.exchange.view()
			.authServers()
			.stream()
			.filter((server) -> server.metadataUrl()
				.matches(".*(fabrikam\\.(com|onmicrosoft)|" + FabrikamTenant.ID + ").*"))
			.findFirst()
			.orElse(new ExchangeView.AuthServerView("MicrosoftSts", LabExchangeFixture.URL, true));
	}

	private static Function<LabExchangeFixture, Call> removeAuthServer(String url) {
		return removeAuthServer(url, "");
	}

	private static Function<LabExchangeFixture, Call> removeAuthServer(String url, String guid) {
		return (world) -> LabExchangeFixture.call(LabExchangeFixture.EX1, "Remove-AuthServer",
				Map.of("name", "MicrosoftSts", "metadataUrl", url, "guid", guid));
	}

	private static Function<LabExchangeFixture, Call> enable() {
		return (world) -> LabExchangeFixture.call(LabExchangeFixture.EX1, "Enable-PushProxy",
				Map.of("organization", "Fabrikam.com"));
	}

	private static Function<LabExchangeFixture, Call> since(String service) {
		return (world) -> LabExchangeFixture.call(LabExchangeFixture.EX1, "Get-ExchangeService",
				Map.of("server", LabExchangeFixture.EX1, "service", service));
	}

	private static Function<LabExchangeFixture, Call> restart() {
		return (world) -> LabExchangeFixture.call(LabExchangeFixture.EX1, "Restart-HealthManager",
				Map.of("server", LabExchangeFixture.EX1));
	}

	private static Function<LabExchangeFixture, Call> probe(String server) {
		return (world) -> LabExchangeFixture.call(server.startsWith("ex9") ? LabExchangeFixture.EX1 : server,
				"Test-PushProxy", Map.of("server", server));
	}

	/** Two worlds with the same beginning, one for each engine. */
	private final class Pair implements AutoCloseable {

		private final LabExchangeFixture builtIn;

		private final LabExchangeFixture real;

		private final BuiltInEngine builtInEngine;

		private final PowerShellEngine realEngine;

		private ScriptReply last;

		Pair(ExchangeScenario scenario, Locale culture) {
			var path = PowerShellFixture.required();
			this.builtIn = new LabExchangeFixture(ScriptEngineContractTests.this.clock, scenario, culture);
			this.real = new LabExchangeFixture(ScriptEngineContractTests.this.clock, this.builtIn);
			this.builtInEngine = new BuiltInEngine(this.builtIn.exchange);
			this.realEngine = new PowerShellEngine(this.real.exchange, path);
		}

		void both(Consumer<LabExchangeFixture> change) {
			change.accept(this.builtIn);
			change.accept(this.real);
		}

		String agree(Function<LabExchangeFixture, Call> step) {
			String script = compare(step);
			assertThat(this.last.ok()).as(script + " succeeds: " + this.last.result()).isTrue();
			return script;
		}

		/** Both engines fail, and alike. */
		void disagreeWith(Function<LabExchangeFixture, Call> step, String reason) {
			int before = this.builtIn.ledger.effects().size();
			compare(step);
			assertThat(this.last.ok()).isFalse();
			assertThat(this.last.result().path("errors").get(0).path("reason").asString()).isEqualTo(reason);
			assertThat(this.builtIn.ledger.effects()).hasSize(before);
		}

		private String compare(Function<LabExchangeFixture, Call> step) {
			Call call = step.apply(this.builtIn);
			Call twin = step.apply(this.real);
			ScriptReply ofBuiltIn = ScriptReply.of(this.builtInEngine.run(call));
			ScriptReply ofReal = ScriptReply.of(this.realEngine.run(twin));
			List<Effect> effectsOfBuiltIn = this.builtIn.ledger.effects();
			List<Effect> effectsOfReal = this.real.ledger.effects();
			assertThat(ofReal.agreed(effectsOfReal)).as(call.script()).isEqualTo(ofBuiltIn.agreed(effectsOfBuiltIn));
			assertThat(effectsOfReal.stream().map((effect) -> ScriptReply.agreed(effect, effectsOfReal)))
				.as("ledger after " + call.script())
				.isEqualTo(effectsOfBuiltIn.stream()
					.map((effect) -> ScriptReply.agreed(effect, effectsOfBuiltIn))
					.toList());
			this.last = ofReal;
			return call.script();
		}

		@Override
		public void close() {
			this.realEngine.close();
		}

	}

}
