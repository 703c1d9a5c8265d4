package io.hybridge.lab.exchange.winrm;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.hybridge.exchange.powershell.ScriptAnswer;
import io.hybridge.exchange.powershell.ScriptCall;
import io.hybridge.exchange.powershell.ScriptCatalog;
import io.hybridge.exchange.powershell.SessionOpening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/** The lab's endpoint against a client that others wrote: Debian's python3-winrm. */
class WinRmPeerTests {

	private static final String PYTHON = "/usr/bin/python3";

	private static final String ANSWER = "{\"ok\":true,\"data\":\"Größe\"}";

	@TempDir
	private Path folder;

	@TempDir
	private Path files;

	private RecordingServer server;

	@BeforeEach
	void open() throws Exception {
		if (!Boolean.getBoolean("peers.required")) {
			assumeThat(isThere()).as("python3-winrm is installed").isTrue();
		}
		this.server = new RecordingServer(this.folder, RecordingServer.NAME, "localhost");
		this.server.answers(ANSWER);
	}

	@AfterEach
	void close() {
		if (this.server != null) {
			this.server.close();
		}
	}

	@Test
	void runsAScriptOfTheCatalogueAndNothingThatDiffersInOneByte() throws Exception {
		String text = text("Get-ExchangeService");
		JsonNode results = results(RecordingServer.PASSWORD, call(text, true),
				call(text.replace("Stop'", "Stop '"), true), call("Get-Process", true), call(text, false));
		assertThat(results.get(0).path("code").asInt(-1)).as("%s", results.get(0)).isZero();
		assertThat(ScriptAnswer.in(results.get(0).get("output").asString(), "").orElseThrow().json()).isEqualTo(ANSWER);
		for (int stranger = 1; stranger <= 2; stranger++) {
			assertThat(results.get(stranger).path("code").asInt(0)).isOne();
			assertThat(results.get(stranger).get("errors").asString()).contains("SHA-256", "Nothing was run");
		}
		assertThat(results.get(3).get("errors").asString()).contains("command line is too long");
		assertThat(this.server.scripts()).containsExactly("Get-ExchangeService over local on ex1.fabrikam.com");
		assertThat(this.server.arguments()).containsExactly("{\"server\":\"ex1.fabrikam.com\"}");
		assertThat(this.server.shells()).isZero();
	}

	@Test
	void letsNobodyInWithAWrongPassword() throws Exception {
		JsonNode results = results("wrong", call(text("Get-ExchangeService"), true));
		assertThat(results.get(0).get("failure").asString()).contains("InvalidCredentials");
		assertThat(this.server.scripts()).isEmpty();
	}

	private static String text(String script) {
		ScriptCatalog catalog = ScriptCatalog.load();
		return catalog.selfContained(new ScriptCall(RecordingServer.NAME, catalog.script(script),
				Map.of("server", RecordingServer.NAME), Duration.ofSeconds(30)), SessionOpening.LOCAL,
				"{\"server\":\"ex1.fabrikam.com\"}");
	}

	private static Map<String, Object> call(String text, boolean skipCmdShell) {
		return Map.of("text", text, "skip_cmd_shell", skipCmdShell);
	}

	@SafeVarargs
	private JsonNode results(String password, Map<String, Object>... calls) throws Exception {
		Path authority = Files.writeString(this.files.resolve("authority.pem"), this.server.pem());
		String input = JsonMapper.shared()
			.writeValueAsString(Map.of("endpoint", "https://localhost:" + this.server.port() + "/wsman", "authority",
					authority.toString(), "user", RecordingServer.USER, "password", password, "calls", List.of(calls)));
		Process process = new ProcessBuilder(PYTHON, "src/test/peers/winrm_peer.py").redirectErrorStream(true).start();
		process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
		process.getOutputStream().close();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor()).as(output).isZero();
		return JsonMapper.shared().readTree(output.substring(output.indexOf('[')));
	}

	private static boolean isThere() throws InterruptedException {
		try {
			Process process = new ProcessBuilder(PYTHON, "-c", "import winrm").redirectErrorStream(true).start();
			return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
		}
		catch (IOException ex) {
			return false;
		}
	}

}
