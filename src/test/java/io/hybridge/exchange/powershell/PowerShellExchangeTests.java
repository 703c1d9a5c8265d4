package io.hybridge.exchange.powershell;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.hybridge.certificate.Thumbprint;
import io.hybridge.exchange.ExchangeAnswer;
import io.hybridge.exchange.ExchangeAnswer.Field;
import io.hybridge.exchange.ExchangeChange;
import io.hybridge.exchange.ExchangeState;
import io.hybridge.exchange.ExchangeState.ServerReading;
import io.hybridge.exchange.PushProxy;
import io.hybridge.exchange.ServerBuild;
import io.hybridge.organization.DomainName;
import io.hybridge.remote.RemoteFailure;
import io.hybridge.remote.RemoteFailure.Effect;
import io.hybridge.support.Faults;
import io.hybridge.support.Waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class PowerShellExchangeTests {

	private static final Instant NOW = Instant.parse("2026-11-24T14:05:00Z");

	private static final String EX1 = "ex1.fabrikam.com";

	private final Answers answers = new Answers();

	private final PowerShellExchange exchange = new PowerShellExchange(
			List.of(EX1, "ex2.fabrikam.com"), this.answers, new ExchangeSettings(Duration.ofSeconds(60),
					Duration.ofSeconds(30), Duration.ofSeconds(60), Duration.ofSeconds(90), 8),
			new ServerClocks(), Clock.fixed(NOW, ZoneOffset.UTC));

	@Test
	void asksEachReachableServerOnce() {
		this.answers.give(EX1, ok("Get-HybridState", organization()));
		this.answers.give("ex2.fabrikam.com", ok("Get-HybridState", "{\"local\":" + local("null") + "}"));
		ExchangeState state = this.exchange.inspect();
		assertThat(this.answers.calls).hasSize(2);
		assertThat(state.takenAt()).isEqualTo(NOW);
		assertThat(state.servers()).hasSize(3);
		assertThat(state.servers().getFirst().build()).contains(new ServerBuild(15, 0, 1497, 2));
		assertThat(state.readings().keySet()).containsExactlyInAnyOrder(EX1, "ex2.fabrikam.com", "cas1.fabrikam.com");
		assertThat(state.readings().get("cas1.fabrikam.com")).isInstanceOf(ServerReading.NoAddress.class);
		ServerReading.Answered entry = (ServerReading.Answered) state.readings().get(EX1);
		assertThat(entry.exactBuild()).contains(new ServerBuild(15, 0, 1497, 2));
		assertThat(((ServerReading.Answered) state.readings().get("ex2.fabrikam.com")).healthManagerStarted())
			.isEmpty();
		assertThat(state.authConfiguration().current())
			.contains(new Thumbprint("7595DBDEA83DACB5757441D44899BCDB9911253C"));
		assertThat(
				state.pushProxy())
			.isEqualTo(new PushProxy(
					Optional.of(new PushProxy.Shown(true, "fabrikam.com", "",
							List.of(new Field("Enabled", "True"), new Field("Organization", "fabrikam.com")))),
					"", new PushProxy.Entry.Found(Instant.parse("2026-11-01T08:00:00Z"),
							new PushProxy.Stamp("dc1.fabrikam.com", Instant.parse("2026-11-24T13:00:07Z")))));
		assertThat(state.evidence()).contains("\n").contains("\"somethingNew\" : 7");
	}

	@Test
	@Faults("F9")
	void aServerThatDoesNotAnswerIsPartOfTheState() {
		this.answers.give(EX1, ok("Get-HybridState", organization()));
		RemoteFailure failure = RemoteFailure.withoutEffect("ex2", "winrm.no-connection", "");
		this.answers.fail("ex2.fabrikam.com", failure);
		assertThat(this.exchange.inspect().readings().get("ex2.fabrikam.com"))
			.isEqualTo(new ServerReading.Unreached(failure));
	}

	/** The server's clock is two seconds ahead; a session may open for a minute. */
	@Test
	@Faults("F72")
	void aChangeSaysUntilWhenOfTheServersClockItMayBegin() {
		this.answers.give(EX1, ok("Get-HybridState", organization()));
		this.exchange.inspectEntryServer();
		this.answers.give(EX1, ok("Disable-PushProxy", "{\"fields\":[]}"));
		this.exchange.apply(new ExchangeChange.DisablePushProxy());
		assertThat(this.answers.calls).extracting(ScriptCall::latestStart)
			.containsExactly(Optional.empty(), Optional.of(Instant.parse("2026-11-24T14:06:07Z")));
		assertThat(this.answers.calls).last()
			.satisfies((call) -> assertThat(call.sent()).as("ticks since the year 1")
				.containsEntry("latestStart", "639311259670000000"));
	}

	@Test
	void looksAtTheEntryServerOnly() {
		this.answers.give(EX1, ok("Get-HybridState", organization()));
		assertThat(this.exchange.inspectEntryServer().readings().keySet()).containsExactly(EX1);
		assertThat(this.answers.calls).hasSize(1);
	}

	@Test
	void asksTheOtherServersAtTheSameTime() {
		List<String> reachable = List.of(EX1, "ex2.fabrikam.com", "cas1.fabrikam.com");
		CyclicBarrier together = new CyclicBarrier(2);
		Transport transport = (call) -> {
			if (call.server().equals(EX1)) {
				return new ScriptAnswer(ok("Get-HybridState", organization()), "");
			}
			try {
				together.await(Waiting.LIMIT.toSeconds(), TimeUnit.SECONDS);
			}
			catch (Exception ex) {
				throw new IllegalStateException(ex);
			}
			return new ScriptAnswer(ok("Get-HybridState", "{\"local\":" + local("null") + "}"), "");
		};
		PowerShellExchange wide = new PowerShellExchange(
				reachable, transport, new ExchangeSettings(Duration.ofSeconds(60), Duration.ofSeconds(30),
						Duration.ofSeconds(60), Duration.ofSeconds(90), 8),
				new ServerClocks(), Clock.fixed(NOW, ZoneOffset.UTC));
		assertThat(wide.inspect().readings().values()).allMatch(ServerReading.Answered.class::isInstance);
	}

	@Test
	void carriesTheValuesOfAChangeAsData() {
		this.answers.give(EX1, ok("Set-AuthServer",
				"{\"name\":\"MicrosoftSts\",\"metadataUrl\":\"https://sts/\",\"action\":\"created\"}"));
		ExchangeAnswer answer = this.exchange
			.apply(new ExchangeChange.SetAuthServer("MicrosoftSts", "https://sts/metadata/json/1/?realm=fabrikam.com"));
		assertThat(this.answers.calls.peek().arguments()).isEqualTo(
				Map.of("name", "MicrosoftSts", "metadataUrl", "https://sts/metadata/json/1/?realm=fabrikam.com"));
		assertThat(answer.sha256()).isEqualTo(ScriptCatalog.load().script("Set-AuthServer").sha256());
		assertThat(answer.at()).isEqualTo(Instant.parse("2026-11-24T14:05:02Z"));
		assertThat(answer.fields()).contains(new Field("action", "created"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "fabrikam", "fabrikam.com'; Stop-Computer", "fabrikam.com\u2019", "''" })
	void refusesWhatIsNoDomainBeforeItLeavesTheConsole(String domain) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.exchange.apply(new ExchangeChange.EnablePushProxy(new DomainName(domain))));
		assertThat(this.answers.calls).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "opening,'AccessDenied,PSSessionOpenFailed',x,false,exchange.session-refused,NONE",
			"opening,'-2144108477,PSSessionOpenFailed',x,,exchange.session-failed,NONE",
			"body,CommandNotFoundException,x,true,exchange.command-missing,NONE",
			"body,'[FailureCategory=Cmdlet-ManagementObjectNotFoundException] 46B1,X',x,true,exchange.object-missing,POSSIBLE",
			"body,Something,Microsoft.Exchange.Data.Directory.ADTransientException,true,exchange.directory-unavailable,POSSIBLE",
			"body,Something,x,true,exchange.script-failed,POSSIBLE",
			"body,Something,x,,exchange.script-failed,POSSIBLE", "body,Something,x,false,exchange.script-failed,NONE" })
	@Faults("F7")
	void tellsAnErrorByItsIdentifiersAndWhatIsProved(String part, String id, String type, Boolean began, String code,
			Effect effect) {
		this.answers.give(EX1, failed("Disable-PushProxy", part, id, type, began));
		RemoteFailure failure = catchThrowableOfType(RemoteFailure.class,
				() -> this.exchange.apply(new ExchangeChange.DisablePushProxy()));
		assertThat(failure.code()).isEqualTo(code);
		assertThat(failure.effect()).isEqualTo(effect);
		assertThat(failure.subject()).isEqualTo(EX1);
		assertThat(failure.evidence()).contains("Zugriff verweigert");
	}

	@ParameterizedTest
	@CsvSource({ "opening,'-2144108123,PSSessionOpenFailed',x,,exchange.sessions-used-up,NONE",
			"opening,'-2144108122,PSSessionOpenFailed',x,,exchange.sessions-used-up,NONE",
			"opening,'-2144108060,PSSessionOpenFailed',x,,exchange.sessions-used-up,NONE",
			"opening,'-2146893022,PSSessionOpenFailed',x,,exchange.wrong-principal,NONE",
			"opening,Hybridge.ScriptsForbidden,x,,exchange.scripts-must-be-signed,NONE",
			"opening,'UnauthorizedAccess,Microsoft.PowerShell.Commands.ImportModuleCommand',System.Management.Automation.PSSecurityException,,exchange.scripts-must-be-signed,NONE",
			"body,'[FailureCategory=Cmdlet-AuthMetadataClientException] 1A,NewAuthServer',x,true,exchange.metadata-unreachable,NONE",
			"body,'[FailureCategory=Cmdlet-InvalidMonitoringIdentityException] 1A,InvokeMonitoringProbe',x,,exchange.probe-missing,NONE" })
	void fieldCase22EverySessionErrorHasAReasonOfItsOwn(String part, String id, String type, Boolean began, String code,
			Effect effect) {
		tellsAnErrorByItsIdentifiersAndWhatIsProved(part, id, type, began, code, effect);
	}

	@ParameterizedTest
	@CsvSource({
			"GetExchangeCertificate,'Spezieller RPC-Fehler auf Server EX2: 7595DBDEA83DACB5757441D44899BCDB9911253C',certificate-not-on-server",
			"SetAuthConfig,'Das Zertifikat 7595DBDEA83DACB5757441D44899BCDB9911253C wurde nicht gefunden',certificate-not-on-server",
			"SetAuthConfig,Das Datum muss in der Zukunft liegen,script-failed" })
	@Faults("F8")
	void fieldCase22ACertificateThatAServerLacksIsToldByItsThumbprint(String task, String message, String code) {
		this.answers.give(EX1, failed("Disable-PushProxy", "body",
				"[FailureCategory=Cmdlet-InvalidOperationException] 2E9AC4B7,Microsoft.Exchange.Management.SystemConfigurationTasks."
						+ task,
				"x", true)
			.replace("Zugriff verweigert", message));
		RemoteFailure failure = catchThrowableOfType(RemoteFailure.class,
				() -> this.exchange.apply(new ExchangeChange.DisablePushProxy()));
		assertThat(failure.code()).isEqualTo("exchange." + code);
		assertThat(failure.effect()).isEqualTo(Effect.POSSIBLE);
	}

	@ParameterizedTest
	@CsvSource({ "0x80090322,exchange.wrong-principal", "0x80090311,exchange.no-logon-server",
			"0x80090325,exchange.session-failed" })
	void fieldCase22KerberosIsToldByTheNumberInTheMessage(String number, String code) {
		this.answers.give(EX1,
				failed("Disable-PushProxy", "opening", "-2144108387,PSSessionOpenFailed", "x", false).replace(
						"Zugriff verweigert",
						"Bei Verwendung der Kerberos-Authentifizierung: Fehlercode " + number + "."));
		assertThat(catchThrowableOfType(RemoteFailure.class,
				() -> this.exchange.apply(new ExchangeChange.DisablePushProxy()))
			.code()).isEqualTo(code);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "nonsense", "{}", "[]",
			"{\"contract\":2,\"script\":\"Disable-PushProxy\",\"ok\":true,\"data\":{\"fields\":[]},\"errors\":[],\"at\":\"2026-11-24T14:05:02Z\"}",
			"{\"contract\":1,\"script\":\"Set-AuthServer\",\"ok\":true,\"data\":{\"fields\":[]},\"errors\":[],\"at\":\"2026-11-24T14:05:02Z\"}",
			"{\"contract\":1,\"script\":\"Disable-PushProxy\",\"ok\":\"true\",\"data\":{\"fields\":[]},\"errors\":[],\"at\":\"2026-11-24T14:05:02Z\"}",
			"{\"contract\":1,\"script\":\"Disable-PushProxy\",\"ok\":true,\"data\":{\"fields\":{}},\"errors\":[],\"at\":\"2026-11-24T14:05:02Z\"}" })
	void anAnswerToAChangeThatIsNotInTheContractProvesNothing(String json) {
		this.answers.give(EX1, json);
		RemoteFailure failure = catchThrowableOfType(RemoteFailure.class,
				() -> this.exchange.apply(new ExchangeChange.DisablePushProxy()));
		assertThat(failure.code()).isEqualTo("exchange.answer-unreadable");
		assertThat(failure.effect()).isEqualTo(Effect.POSSIBLE);
	}

	@Test
	void anUnreadableAnswerToAQuestionChangedNothing() {
		this.answers.give(EX1, "[".repeat(2000));
		RemoteFailure failure = catchThrowableOfType(RemoteFailure.class, this.exchange::inspectEntryServer);
		assertThat(failure.code()).isEqualTo("exchange.answer-unreadable");
		assertThat(failure.effect()).isEqualTo(Effect.NONE);
	}

	@Test
	void neverRepeatsAWrite() {
		RemoteFailure lost = RemoteFailure.withPossibleEffect(EX1, "winrm.answer-lost", "");
		this.answers.fail(EX1, lost);
		assertThat(catchThrowableOfType(RemoteFailure.class,
				() -> this.exchange.apply(new ExchangeChange.DisablePushProxy())))
			.isSameAs(lost);
		assertThat(this.answers.calls).hasSize(1);
	}

	@Test
	void aRestartWhoseStartIsNotReadBackIsNoFailure() {
		this.answers.give(EX1, ok("Restart-HealthManager", "{\"startedAt\":null}"));
		assertThat(this.exchange.restartHealthManager(EX1).at()).isEqualTo(Instant.parse("2026-11-24T14:05:02Z"));
	}

	@Test
	void fieldCase26TheOpeningOfTheSessionHasATimeOfItsOwn() {
		this.answers.give(EX1, ok("Get-HybridState", organization()));
		this.exchange.inspectEntryServer();
		assertThat(this.answers.calls.peek().deadline()).as("a minute for the session, half for the look")
			.hasSeconds(90);
	}

	@Test
	void aProbeWithoutAnAddressIsRefusedWithoutACall() {
		RemoteFailure failure = catchThrowableOfType(RemoteFailure.class,
				() -> this.exchange.probe("cas1.fabrikam.com"));
		assertThat(failure.code()).isEqualTo("exchange.no-address");
		assertThat(this.answers.calls).isEmpty();
	}

	@Test
	void aPushProxyWithoutRecordIsUnreadableNotDisabled() {
		this.answers.give(EX1, ok("Get-HybridState", organization().replaceAll("\"readable\":true,\"fields\":\\[.*?\\]",
				"\"readable\":false,\"fields\":[],\"evidence\":\"nothing\"")));
		PushProxy seen = this.exchange.inspectEntryServer().pushProxy();
		assertThat(seen.shown()).isEmpty();
		assertThat(seen.evidence()).isEqualTo("nothing");
	}

	@Test
	void readsServicesWrittenAsTextOrNumber() {
		assertThat(HybridStateParser.services("SMTP, Federation")).containsExactly("SMTP", "Federation");
		assertThat(HybridStateParser.services("48")).containsExactly("SMTP", "Federation");
		assertThat(HybridStateParser.services("None")).isEmpty();
		assertThat(HybridStateParser.roles("54")).isEqualTo("Mailbox, ClientAccess, UnifiedMessaging, HubTransport");
		assertThat(HybridStateParser.roles("64")).isEqualTo("Edge");
		assertThat(HybridStateParser.roles("16385")).isEqualTo("16385");
		assertThat(HybridStateParser.roles("Mailbox, ClientAccess")).isEqualTo("Mailbox, ClientAccess");
	}

	private static String ok(String script, String data) {
		return """
				{"contract":1,"script":"%s","ok":true,"data":%s,"errors":[],"warnings":[],"began":true,"server":"EX1",
				"somethingNew":7,"psVersion":"4.0","culture":"de-DE","at":"2026-11-24T14:05:02.0000000Z"}"""
			.formatted(script, data);
	}

	private static String failed(String script, String part, String id, String type, Boolean began) {
		return """
				{"contract":1,"script":"%s","ok":false,"data":null,"errors":[{"id":"%s","category":"NotSpecified","type":"%s",
				"part":"%s","message":"Zugriff verweigert","target":""}],"warnings":[],"began":%s,"at":"2026-11-24T14:05:02Z"}"""
			.formatted(script, id, type, part, began);
	}

	private static String organization() {
		return """
				{"servers":[{"name":"EX1","fqdn":"EX1.fabrikam.com","roles":"Mailbox, ClientAccess","version":"Version 15.0 (Build 1497.2)"},
				{"name":"EX2","fqdn":"ex2.fabrikam.com","roles":"Mailbox","version":"Version 15.0 (Build 712.24)"},
				{"name":"CAS1","fqdn":"cas1.fabrikam.com","roles":"ClientAccess","version":"?"}],
				"authConfiguration":{"current":"7595DBDEA83DACB5757441D44899BCDB9911253C","previous":"","next":"","nextEffective":null,
				"serviceName":"00000002-0000-0ff1-ce00-000000000000","realm":""},
				"authServers":[{"name":"EvoSTS","type":"AzureAD","enabled":true,"metadataUrl":"https://x/","realm":"","issuer":""}],
				"partnerApplications":[{"name":"Exchange Online","applicationIdentifier":"00000002-0000-0ff1-ce00-000000000000","enabled":true}],
				"pushProxy":{"readable":true,"fields":[{"name":"Enabled","value":"True"},{"name":"Organization","value":"fabrikam.com"}],"directory":{"state":"found","server":"DC1.fabrikam.com","evidence":"","created":"2026-11-01T08:00:00.0000000Z","changed":"2026-11-24T13:00:07.0000000Z"}},
				"local":%s}"""
			.formatted(local("\"2026-11-24T10:00:00.1234567Z\""));
	}

	private static String local(String started) {
		return """
				{"server":"x","time":"2026-11-24T14:05:02.0000000Z","exactBuild":"15.00.1497.002","healthManagerStarted":%s,
				"certificates":[{"rawData":"AAAA","friendlyName":"broken","services":"SMTP","status":"Invalid","hasPrivateKey":false}]}"""
			.formatted(started);
	}

	private static final class Answers implements Transport {

		private final Map<String, Object> answers = new ConcurrentHashMap<>();

		private final Queue<ScriptCall> calls = new ConcurrentLinkedQueue<>();

		void give(String server, String json) {
			this.answers.put(server, json);
		}

		void fail(String server, RemoteFailure failure) {
			this.answers.put(server, failure);
		}

		@Override
		public ScriptAnswer run(ScriptCall call) {
			this.calls.add(call);
			Object answer = this.answers.get(call.server());
			if (answer instanceof RemoteFailure failure) {
				throw failure;
			}
			return new ScriptAnswer((String) answer, "");
		}

	}

}
