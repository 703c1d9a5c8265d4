package io.hybridge.exchange.winrm;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;

import javax.net.ssl.SNIHostName;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.hybridge.exchange.powershell.AnswerLine;
import io.hybridge.exchange.powershell.ScriptAnswer;
import io.hybridge.exchange.powershell.ScriptCall;
import io.hybridge.exchange.powershell.ScriptCatalog;
import io.hybridge.exchange.winrm.http.TestConversations;
import io.hybridge.remote.RemoteFailure;
import io.hybridge.remote.RemoteFailure.Effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** The client against answers in the shapes that Windows servers write. */
class WindowsAnswersTests {

	private static final String CREATED = envelope("<x:ResourceCreated xmlns:x=\"" + WsMan.TRANSFER
			+ "\"><a:Address>https://ex1:5986/wsman</a:Address><a:ReferenceParameters><w:SelectorSet><w:Selector Name=\"ShellId\">"
			+ "849551A1-CEC2</w:Selector></w:SelectorSet></a:ReferenceParameters></x:ResourceCreated>"
			+ "<rsp:Shell><rsp:ShellId>849551A1-CEC2</rsp:ShellId><rsp:IdleTimeOut>PT7200.000S</rsp:IdleTimeOut></rsp:Shell>");

	private static final String STARTED = envelope(
			"<rsp:CommandResponse><rsp:CommandId>D644AE56-61E5</rsp:CommandId></rsp:CommandResponse>");

	private static final String SENT = envelope("<rsp:SendResponse/>");

	private static final String OK = envelope("");

	@TempDir
	private Path folder;

	private ScriptedServer server;

	@BeforeEach
	void open() throws IOException {
		this.server = new ScriptedServer(this.folder);
	}

	@AfterEach
	void close() {
		this.server.close();
	}

	@Test
	void goesOnReceivingAfterAnOperationTimeOut() {
		upToReceive();
		this.server.says(500, fault(2_150_858_793L, "Der Vorgang konnte nicht abgeschlossen werden."));
		this.server.says(500, fault(2_150_858_793L, "Der Vorgang konnte nicht abgeschlossen werden."));
		this.server.says(200, envelope(printed(AnswerLine.of("{}")) + done(0)));
		this.server.says(200, OK);
		assertThat(run().json()).isEqualTo("{}");
		assertThat(this.server.requests()).hasSize(7);
	}

	@Test
	void joinsPiecesThatEndInTheMiddleOfACharacter() {
		upToReceive();
		byte[] noise = "Größe ".getBytes(StandardCharsets.UTF_8);
		this.server.says(200, envelope(piece("stdout", noise, 0, 3) + piece("stderr", noise, 0, 3) + running()));
		this.server.says(200, envelope(piece("stderr", noise, 3, 8) + piece("stdout", noise, 3, 8)
				+ printed(AnswerLine.of("{\"a\":1}")) + done(4_294_967_295L)));
		this.server.says(200, OK);
		ScriptAnswer answer = run();
		assertThat(answer.json()).isEqualTo("{\"a\":1}");
		assertThat(answer.diagnostics()).isEqualTo("Größe Größe");
	}

	@Test
	void readsAnyPrefixAndCharacterData() {
		upToReceive();
		this.server.says(200,
				"<Envelope xmlns=\"" + WsMan.SOAP + "\"><Body><ReceiveResponse xmlns=\"" + WsMan.SHELL
						+ "\"><Stream Name=\"stdout\"><![CDATA[" + base64(AnswerLine.of("{}"))
						+ "]]></Stream><q:CommandState xmlns:q=\"" + WsMan.SHELL + "\" State=\"" + WsMan.DONE
						+ "\"><q:ExitCode>0</q:ExitCode></q:CommandState></ReceiveResponse></Body></Envelope>");
		this.server.says(200, OK);
		assertThat(run().json()).isEqualTo("{}");
	}

	@Test
	void tellsTlsTheServersNameAlthoughItDialsAnAddress() {
		goesOnReceivingAfterAnOperationTimeOut();
		assertThat(this.server.names()).isNotEmpty().containsOnly(new SNIHostName(ScriptedServer.NAME));
		assertThat(this.server.requests()).allMatch((request) -> request.contains("<a:To>https://ex1.fabrikam.com:"));
	}

	@Test
	void asksForWhatTheScriptsNeed() {
		goesOnReceivingAfterAnOperationTimeOut();
		assertThat(this.server.requests().get(0)).contains("\"WINRS_NOPROFILE\">TRUE<", "\"WINRS_CODEPAGE\">65001<",
				"PT180.000S");
		assertThat(this.server.requests().get(1)).contains("\"WINRS_CONSOLEMODE_STDIN\">FALSE<",
				"\"WINRS_SKIP_CMD_SHELL\">FALSE<", "<rsp:Command>powershell.exe</rsp:Command>",
				ScriptCatalog.load().encodedBootstrap());
		assertThat(this.server.requests().get(2)).contains("End=\"true\"");
		assertThat(this.server.requests().get(6)).contains("/transfer/Delete");
	}

	@Test
	void keepsSecretsAndValuesOffTheCommandLine() {
		goesOnReceivingAfterAnOperationTimeOut();
		assertThat(this.server.requests().get(1)).doesNotContain("password", base64("password"));
	}

	@Test
	void saysThatNothingHappenedWhenTheShellIsDenied() {
		this.server.says(500, fault(5, "Zugriff verweigert"));
		RemoteFailure failure = failure();
		assertThat(failure.code()).isEqualTo("exchange.access-denied");
		assertThat(failure.effect()).isEqualTo(Effect.NONE);
		assertThat(failure.evidence()).contains("Zugriff verweigert");
		assertThat(this.server.requests()).hasSize(1);
	}

	@Test
	void understandsAnEmptyServerErrorBeforeTheScriptRuns() {
		this.server.says(200, CREATED);
		this.server.says(500, "");
		this.server.says(200, OK);
		RemoteFailure failure = failure();
		assertThat(failure.code()).isEqualTo("exchange.server-error");
		assertThat(failure.effect()).isEqualTo(Effect.NONE);
		assertThat(this.server.requests()).hasSize(3).last().asString().contains("/transfer/Delete");
	}

	@Test
	void understandsAnEmptyServerErrorWhileTheScriptRuns() {
		upToReceive();
		this.server.says(500, "");
		this.server.says(200, OK);
		this.server.says(200, OK);
		RemoteFailure failure = failure();
		assertThat(failure.code()).isEqualTo("exchange.server-error");
		assertThat(failure.effect()).isEqualTo(Effect.POSSIBLE);
		assertThat(this.server.requests().get(4)).contains("/signal/terminate");
		assertThat(this.server.requests().get(5)).contains("/transfer/Delete");
	}

	@Test
	void saysThatAnEffectIsPossibleWhenTheShellIsGone() {
		upToReceive();
		this.server.says(500, fault(2_150_858_843L, "Die Shell wurde nicht gefunden"));
		RemoteFailure failure = failure();
		assertThat(failure.code()).isEqualTo("exchange.shell-gone");
		assertThat(failure.effect()).isEqualTo(Effect.POSSIBLE);
	}

	@Test
	void saysThatAnEffectIsPossibleWhenOnlyTheAnswerToTheLastPieceIsMissing() {
		this.server.says(200, CREATED);
		this.server.says(200, STARTED);
		this.server.says(500, "");
		assertThat(failure().effect()).isEqualTo(Effect.POSSIBLE);
	}

	@Test
	void fieldCase21BasicIsOfferedSoUserOrPasswordIsWrong() {
		this.server.refusesSignIn("Negotiate, Kerberos", "Basic realm=\"WSMAN\"");
		RemoteFailure failure = failure();
		assertThat(failure.code()).isEqualTo("exchange.sign-in-refused");
		assertThat(failure.effect()).isEqualTo(Effect.NONE);
		assertThat(failure.evidence()).contains("Negotiate, Kerberos", "Basic realm");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Negotiate", "Kerberos", "Negotiate, Kerberos", "NEGOTIATE,kerberos" })
	void fieldCase21OnlyNegotiateOrKerberosIsOfferedSoBasicIsOff(String offered) {
		this.server.refusesSignIn(offered);
		RemoteFailure failure = failure();
		assertThat(failure.code()).isEqualTo("exchange.basic-not-offered");
		assertThat(failure.effect()).isEqualTo(Effect.NONE);
		assertThat(failure.retryable()).isFalse();
		assertThat(this.server.requests()).hasSize(1);
	}

	@Test
	void fieldCase21NothingIsOffered() {
		this.server.refusesSignIn();
		assertThat(failure().code()).isEqualTo("exchange.no-sign-in-offered");
	}

	@Test
	void saysThatAPolicyForbidsRemoteShells() {
		this.server.says(500, fault(2_150_859_180L, "Der Dienst nimmt keine Anforderungen an."));
		RemoteFailure failure = failure();
		assertThat(failure.code()).isEqualTo("exchange.remote-shells-forbidden");
		assertThat(failure.effect()).isEqualTo(Effect.NONE);
	}

	@ParameterizedTest
	@ValueSource(longs = { 5, 2_147_942_405L })
	void knowsADeniedShellByBothOfItsNumbers(long code) {
		this.server.says(500, fault(code, "Zugriff verweigert"));
		assertThat(failure().code()).isEqualTo("exchange.access-denied");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "The service is starting.", "<html><head><title>500</title></head><body>Ouch</body></html>" })
	void showsAServerErrorThatIsNoEnvelope(String page) {
		this.server.says(200, CREATED);
		this.server.says(500, page);
		this.server.says(200, OK);
		RemoteFailure failure = failure();
		assertThat(failure.code()).isEqualTo("exchange.server-error");
		assertThat(failure.effect()).isEqualTo(Effect.NONE);
		assertThat(failure.evidence()).contains(page);
	}

	@Test
	void keepsTheOuterNumberOfANestedFaultAndShowsTheProvidersWords() {
		this.server.says(500,
				envelope("<s:Fault><s:Reason><s:Text>No.</s:Text></s:Reason><s:Detail><f:WSManFault xmlns:f=\""
						+ WsMan.FAULT + "\" Code=\"87\"><f:Message><f:ProviderFault provider=\"Shell cmd plugin\">"
						+ "<f:WSManFault Code=\"5\"><f:Message>The parameter is incorrect. </f:Message></f:WSManFault>"
						+ "</f:ProviderFault></f:Message></f:WSManFault></s:Detail></s:Fault>"));
		RemoteFailure failure = failure();
		assertThat(failure.code()).isEqualTo("exchange.fault");
		assertThat(failure.evidence()).isEqualTo("WSManFault 87: No. The parameter is incorrect.");
	}

	@Test
	void saysThatNothingHappenedWhereTheProgramIsNotFound() {
		this.server.says(200, CREATED);
		this.server.says(500, fault(2_147_942_402L, "Datei nicht gefunden"));
		this.server.says(200, OK);
		RemoteFailure failure = failure();
		assertThat(failure.code()).isEqualTo("exchange.fault");
		assertThat(failure.effect()).isEqualTo(Effect.NONE);
		assertThat(failure.evidence()).contains("2147942402", "Datei nicht gefunden");
	}

	@Test
	void aLostAnswerToAQuestionLeavesNothingToWonderAbout() {
		upToReceive();
		this.server.says(500, fault(2_150_858_843L, "Die Shell wurde nicht gefunden"));
		RemoteFailure failure = catchThrowableOfType(RemoteFailure.class, () -> run("Get-HybridState"));
		assertThat(failure.code()).isEqualTo("exchange.shell-gone");
		assertThat(failure.effect()).isEqualTo(Effect.NONE);
	}

	@Test
	void aConnectionLostDuringAQuestionLeavesNothingToWonderAbout() {
		upToReceive();
		RemoteFailure failure = catchThrowableOfType(RemoteFailure.class, () -> run("Get-HybridState"));
		assertThat(failure.code()).isEqualTo("exchange.connection-lost");
		assertThat(failure.effect()).isEqualTo(Effect.NONE);
	}

	@Test
	void takesNoDocumentType() {
		this.server.says(200, "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>" + CREATED);
		RemoteFailure failure = failure();
		assertThat(failure.code()).isEqualTo("exchange.not-winrm");
	}

	@Test
	void takesNoEndlessDepth() {
		this.server.says(200, envelope("<a>".repeat(2000) + "</a>".repeat(2000)));
		assertThat(failure().code()).isEqualTo("exchange.not-winrm");
	}

	@Test
	void showsThePageOfAProxyThatIsNoWinRm() {
		this.server.says(200, "<html><body>Sign in to the network</body></html>");
		RemoteFailure failure = failure();
		assertThat(failure.code()).isEqualTo("exchange.not-winrm");
		assertThat(failure.evidence()).contains("Sign in to the network");
	}

	@Test
	void doesNotTakeAnEnvelopeWithoutEnd() {
		this.server.says(200, envelope("<rsp:Shell>" + " ".repeat(3 << 20) + "</rsp:Shell>"));
		assertThat(failure().effect()).isEqualTo(Effect.NONE);
	}

	private void upToReceive() {
		this.server.says(200, CREATED);
		this.server.says(200, STARTED);
		this.server.says(200, SENT);
	}

	private ScriptAnswer run() {
		return run("Set-AuthServer");
	}

	private ScriptAnswer run(String script) {
		ScriptCall call = new ScriptCall(ScriptedServer.NAME, ScriptCatalog.load().script(script), Map.of(),
				Duration.ofSeconds(30));
		try (WinRmTransports transports = new WinRmTransports(TestConversations.open())) {
			return transports.to(this.server.link()).run(call);
		}
	}

	private RemoteFailure failure() {
		return catchThrowableOfType(RemoteFailure.class, this::run);
	}

	private static String envelope(String body) {
		return "<s:Envelope xml:lang=\"de-DE\" xmlns:s=\"" + WsMan.SOAP + "\" xmlns:a=\"" + WsMan.ADDRESSING
				+ "\" xmlns:w=\"" + WsMan.MANAGEMENT + "\" xmlns:rsp=\"" + WsMan.SHELL
				+ "\"><s:Header><a:RelatesTo>uuid:1</a:RelatesTo></s:Header><s:Body>" + body + "</s:Body></s:Envelope>";
	}

	private static String fault(long code, String text) {
		return envelope("<s:Fault><s:Code><s:Value>s:Receiver</s:Value></s:Code><s:Reason><s:Text xml:lang=\"de-DE\">"
				+ text + "</s:Text></s:Reason><s:Detail><f:WSManFault xmlns:f=\"" + WsMan.FAULT + "\" Code=\"" + code
				+ "\" Machine=\"EX1\"><f:Message>" + text + "</f:Message></f:WSManFault></s:Detail></s:Fault>");
	}

	private static String printed(String text) {
		byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
		return piece("stdout", bytes, 0, bytes.length);
	}

	private static String piece(String stream, byte[] bytes, int from, int to) {
		return "<rsp:Stream Name=\"" + stream + "\" CommandId=\"D644AE56-61E5\">"
				+ Base64.getEncoder().encodeToString(java.util.Arrays.copyOfRange(bytes, from, to)) + "</rsp:Stream>";
	}

	private static String running() {
		return "<rsp:CommandState CommandId=\"D644AE56-61E5\" State=\"" + WsMan.SHELL
				+ "/CommandState/Running\"></rsp:CommandState>";
	}

	private static String done(long exitCode) {
		return "<rsp:Stream Name=\"stdout\" CommandId=\"D644AE56-61E5\" End=\"true\"></rsp:Stream><rsp:CommandState State=\""
				+ WsMan.DONE + "\"><rsp:ExitCode>" + exitCode + "</rsp:ExitCode></rsp:CommandState>";
	}

	private static String base64(String text) {
		return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
	}

}
