package io.hybridge.lab.exchange.winrm;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.hybridge.exchange.powershell.AnswerLine;
import io.hybridge.exchange.powershell.ScriptCall;
import io.hybridge.exchange.powershell.ScriptCatalog;
import io.hybridge.exchange.powershell.SessionOpening;
import io.hybridge.lab.Trait;
import io.hybridge.remote.Trust;
import io.hybridge.support.MutableClock;

import static org.assertj.core.api.Assertions.assertThat;

/** The lab's endpoint, asked envelope by envelope, in the style of several clients. */
class WinRmServerTests {

	private static final String SHELL = WinRmRequest.SHELL;

	private static final String CREATE = "http://schemas.xmlsoap.org/ws/2004/09/transfer/Create";

	private final MutableClock clock = new MutableClock();

	private final ScriptCatalog catalog = ScriptCatalog.load();

	@TempDir
	private Path folder;

	private RecordingServer server;

	private HttpClient http;

	@BeforeEach
	void open() throws IOException {
		this.server = new RecordingServer(this.folder, this.clock, RecordingServer.NAME, "localhost");
		this.http = HttpClient.newBuilder().sslContext(Trust.in(this.server.pem()).context()).build();
	}

	@AfterEach
	void close() {
		this.http.shutdownNow();
		this.server.close();
	}

	@Test
	void runsACallOfTheContractOverStandardInput() throws Exception {
		String payload = payload();
		String[] process = start(bootstrap(), "");
		send(process, payload.substring(0, 1000), false);
		assertThat(this.server.scripts()).isEmpty();
		send(process, payload.substring(1000), true);
		assertThat(output(receive(process), "stdout")).isEqualTo(AnswerLine.of("{\"ok\":true}"));
		assertThat(this.server.scripts()).containsExactly("Set-AuthServer over remoting on ex1.fabrikam.com");
	}

	@Test
	void runsNothingWhenOneByteOfTheInputDiffers() throws Exception {
		String body = Base64.getEncoder()
			.encodeToString((this.catalog.script("Set-AuthServer").text() + " ").getBytes(StandardCharsets.US_ASCII));
		String right = Base64.getEncoder()
			.encodeToString(this.catalog.script("Set-AuthServer").text().getBytes(StandardCharsets.US_ASCII));
		assertThat(refusal(payload().replace(right, body))).contains("Nothing was run");
		assertThat(refusal(payload().replace("\"Set-AuthServer\"", "\"Get-HybridState\""))).contains("Nothing was run");
		assertThat(refusal(payload().replace("\"contract\":1", "\"contract\":2"))).contains("Nothing was run");
		assertThat(refusal("whoami")).contains("Nothing was run");
		assertThat(this.server.scripts()).isEmpty();
	}

	@Test
	void runsNothingBehindAnotherBootstrap() throws Exception {
		String other = Base64.getEncoder()
			.encodeToString((this.catalog.bootstrap().text() + "#").getBytes(StandardCharsets.UTF_16LE));
		assertThat(errors(receive(start("powershell -enc " + other, "")))).contains("Nothing was run");
		assertThat(errors(receive(start("cmd.exe /c whoami", "")))).contains("Nothing was run");
		assertThat(errors(receive(start("powershell -Command whoami", "")))).contains("Nothing was run");
		assertThat(this.server.scripts()).isEmpty();
	}

	@Test
	void waitsForEverWhenTheInputIsAConsole() throws Exception {
		String[] process = start(bootstrap(), "<w:Option Name=\"WINRS_CONSOLEMODE_STDIN\">TRUE</w:Option>");
		send(process, payload(), true);
		HttpResponse<String> response = receive(process);
		assertThat(response.statusCode()).isEqualTo(500);
		assertThat(response.body()).contains("Code=\"2150858793\"");
		assertThat(this.server.scripts()).isEmpty();
	}

	@Test
	void refusesALineThatCmdWouldNotTake() throws Exception {
		String[] process = start("powershell.exe -enc " + "A".repeat(8191), "");
		assertThat(errors(receive(process))).isEqualTo("The command line is too long.\r\n");
		String[] skipping = start("powershell.exe -enc " + "A".repeat(8192),
				"<w:Option Name=\"WINRS_SKIP_CMD_SHELL\">True</w:Option>");
		assertThat(errors(receive(skipping))).contains("Nothing was run");
	}

	@Test
	void readsAnyPrefixAndACommandInCharacterData() throws Exception {
		String shell = create();
		String envelope = "<env:Envelope xmlns:env=\"" + WinRmRequest.SOAP + "\"><env:Header><Action xmlns=\""
				+ WinRmRequest.ADDRESSING + "\">" + SHELL + "/Command</Action><q:ResourceURI xmlns:q=\""
				+ WinRmRequest.MANAGEMENT + "\">" + SHELL + "/cmd</q:ResourceURI><q:SelectorSet xmlns:q=\""
				+ WinRmRequest.MANAGEMENT + "\"><q:Selector Name=\"ShellId\">" + shell
				+ "</q:Selector></q:SelectorSet></env:Header><env:Body><CommandLine xmlns=\"" + SHELL
				+ "\"><Command><![CDATA[\"" + bootstrap() + "\"]]></Command></CommandLine></env:Body></env:Envelope>";
		assertThat(post(envelope, RecordingServer.PASSWORD).body()).contains("<rsp:CommandId>");
	}

	@Test
	void readsACommandIdentifierWithAPrefix() throws Exception {
		String[] process = start(bootstrap(), "");
		send(process, payload(), true);
		String response = post(
				envelope(SHELL + "/Receive", process[0], "",
						"<rsp:Receive><rsp:DesiredStream xmlns:ns2=\"" + SHELL + "\" ns2:CommandId=\"" + process[1]
								+ "\">stdout stderr</rsp:DesiredStream></rsp:Receive>"),
				RecordingServer.PASSWORD)
			.body();
		assertThat(response).contains("<rsp:Stream Name=\"stdout\"");
	}

	@Test
	void findsNoProgramByItsNameOnOldWindows() throws Exception {
		this.server.traits.add(Trait.OLD_WINDOWS);
		String shell = create();
		String command = "<rsp:CommandLine><rsp:Command>" + bootstrap() + "</rsp:Command></rsp:CommandLine>";
		HttpResponse<String> response = post(
				envelope(SHELL + "/Command", shell,
						"<w:OptionSet><w:Option Name=\"WINRS_SKIP_CMD_SHELL\">TRUE</w:Option></w:OptionSet>", command),
				RecordingServer.PASSWORD);
		assertThat(response.statusCode()).isEqualTo(500);
		assertThat(response.body()).contains("Code=\"2147942402\"", "<f:ProviderFault provider=");
		assertThat(post(envelope(SHELL + "/Command", shell, "", command), RecordingServer.PASSWORD).body())
			.contains("<rsp:CommandId>");
	}

	@Test
	void letsNobodyInWithoutThePassword() throws Exception {
		HttpResponse<String> response = post(envelope(CREATE, "", "", ""), "wrong");
		assertThat(response.statusCode()).isEqualTo(401);
		assertThat(response.headers().firstValue("WWW-Authenticate")).hasValue("Basic realm=\"WSMAN\"");
		assertThat(this.server.shells()).isZero();
	}

	@Test
	void refusesWhatIsTooLargeOrNoEnvelope() throws Exception {
		assertThat(post("x".repeat(600 * 1024), RecordingServer.PASSWORD).statusCode()).isEqualTo(413);
		assertThat(post("<a/>", RecordingServer.PASSWORD).statusCode()).isEqualTo(400);
		assertThat(post("<!DOCTYPE a>" + envelope(CREATE, "", "", ""), RecordingServer.PASSWORD).statusCode())
			.isEqualTo(400);
		assertThat(post(envelope(CREATE, "", "", ""), RecordingServer.PASSWORD).statusCode()).isEqualTo(200);
	}

	@Test
	void endsAShellThatNobodyAskedForAnyMore() throws Exception {
		String[] process = start(bootstrap(), "");
		this.clock.advance(Duration.ofSeconds(61));
		HttpResponse<String> response = receive(process);
		assertThat(response.statusCode()).isEqualTo(500);
		assertThat(response.body()).contains("Code=\"2150858843\"");
		assertThat(this.server.shells()).isZero();
	}

	@Test
	void opensNoMoreShellsThanWindows() throws Exception {
		for (int shells = 0; shells < 30; shells++) {
			create();
		}
		HttpResponse<String> response = post(envelope(CREATE, "", "", ""), RecordingServer.PASSWORD);
		assertThat(response.statusCode()).isEqualTo(500);
		assertThat(response.body()).contains("Code=\"2150859173\"");
	}

	private String payload() {
		return this.catalog.payload(
				new ScriptCall(RecordingServer.NAME, this.catalog.script("Set-AuthServer"), Map.of("name", "x"),
						Duration.ofSeconds(30)),
				SessionOpening.REMOTING, "{\"server\":\"ex1.fabrikam.com\",\"user\":\"u\",\"password\":\"p\"}");
	}

	private String bootstrap() {
		return "powershell.exe -NoProfile -NonInteractive -ExecutionPolicy Bypass -OutputFormat Text -EncodedCommand "
				+ this.catalog.encodedBootstrap();
	}

	private String refusal(String payload) throws Exception {
		String[] process = start(bootstrap(), "");
		send(process, payload, true);
		return errors(receive(process));
	}

	private String create() throws Exception {
		return found("<rsp:ShellId>([^<]+)",
				post(envelope(CREATE, "", "", "<rsp:Shell><rsp:IdleTimeOut>PT60S</rsp:IdleTimeOut></rsp:Shell>"),
						RecordingServer.PASSWORD)
					.body());
	}

	private String[] start(String line, String options) throws Exception {
		String shell = create();
		HttpResponse<String> response = post(
				envelope(SHELL + "/Command", shell, "<w:OptionSet><w:Option Name=\"WINRS_SKIP_CMD_SHELL\">"
						+ (line.length() < 8191 ? "TRUE" : "FALSE") + "</w:Option>" + options + "</w:OptionSet>",
						"<rsp:CommandLine><rsp:Command>" + line + "</rsp:Command></rsp:CommandLine>"),
				RecordingServer.PASSWORD);
		return new String[] { shell, found("<rsp:CommandId>([^<]+)", response.body()) };
	}

	private void send(String[] process, String input, boolean last) throws Exception {
		post(envelope(SHELL + "/Send", process[0], "",
				"<rsp:Send><rsp:Stream Name=\"stdin\" CommandId=\"" + process[1] + "\" End=\"" + last + "\">"
						+ Base64.getEncoder().encodeToString(input.getBytes(StandardCharsets.UTF_8))
						+ "</rsp:Stream></rsp:Send>"),
				RecordingServer.PASSWORD);
	}

	private HttpResponse<String> receive(String[] process) throws Exception {
		return post(envelope(SHELL + "/Receive", process[0], "", "<rsp:Receive><rsp:DesiredStream CommandId=\""
				+ process[1] + "\">stdout stderr</rsp:DesiredStream></rsp:Receive>"), RecordingServer.PASSWORD);
	}

	private static String errors(HttpResponse<String> response) {
		return output(response, "stderr");
	}

	private static String output(HttpResponse<String> response, String stream) {
		Matcher matcher = Pattern.compile("Name=\"" + stream + "\"[^>]*>([^<]+)<").matcher(response.body());
		StringBuilder text = new StringBuilder();
		while (matcher.find()) {
			text.append(new String(Base64.getDecoder().decode(matcher.group(1)), StandardCharsets.UTF_8));
		}
		return text.toString();
	}

	private static String found(String pattern, String text) {
		Matcher matcher = Pattern.compile(pattern).matcher(text);
		assertThat(matcher.find()).as(text).isTrue();
		return matcher.group(1);
	}

	private static String envelope(String action, String shell, String options, String body) {
		return "<s:Envelope xmlns:s=\"" + WinRmRequest.SOAP + "\" xmlns:a=\"" + WinRmRequest.ADDRESSING
				+ "\" xmlns:w=\"" + WinRmRequest.MANAGEMENT + "\" xmlns:rsp=\"" + SHELL + "\"><s:Header><a:Action>"
				+ action + "</a:Action><a:MessageID>uuid:1</a:MessageID><w:ResourceURI>" + SHELL
				+ "/cmd</w:ResourceURI><w:OperationTimeout>PT1S</w:OperationTimeout>"
				+ (shell.isEmpty() ? ""
						: "<w:SelectorSet><w:Selector Name=\"ShellId\">" + shell + "</w:Selector></w:SelectorSet>")
				+ options + "</s:Header><s:Body>" + body + "</s:Body></s:Envelope>";
	}

	private HttpResponse<String> post(String envelope, String password) throws Exception {
		String credential = Base64.getEncoder()
			.encodeToString((RecordingServer.USER + ":" + password).getBytes(StandardCharsets.UTF_8));
		return this.http.send(HttpRequest.newBuilder(URI.create("https://localhost:" + this.server.port() + "/wsman"))
			.header("Authorization", "Basic " + credential)
			.POST(HttpRequest.BodyPublishers.ofString(envelope))
			.build(), BodyHandlers.ofString());
	}

}
