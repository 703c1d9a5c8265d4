package io.hybridge.exchange.winrm;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.hybridge.exchange.powershell.ScriptAnswer;
import io.hybridge.exchange.powershell.ScriptCall;
import io.hybridge.exchange.powershell.ScriptCatalog;
import io.hybridge.exchange.powershell.SessionOpening;
import io.hybridge.exchange.winrm.SignInWorld.Acceptor;
import io.hybridge.lab.exchange.winrm.RecordingServer;
import io.hybridge.support.Waiting;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Debian's python3-winrm, sealed with NTLM, before the acceptor that our own client is
 * tested with and the lab's server behind it: both speak as others do.
 */
@EnabledIfSystemProperty(named = "peers.required", matches = "true")
class SealedPeerTests {

	/** Debian's OpenSSL has MD4, which NTLM needs, only where it is asked for. */
	private static final String OPENSSL = """
			openssl_conf = all
			[all]
			providers = both
			[both]
			default = on
			legacy = on
			[on]
			activate = 1
			""";

	@TempDir
	private Path realm;

	@TempDir
	private Path folder;

	@Test
	void runsAScriptOfTheCatalogueSealedWithNtlm() throws Exception {
		try (RecordingServer server = new RecordingServer(this.folder);
				SignInWorld world = SignInWorld.open(this.realm)) {
			Path authority = Files.writeString(this.folder.resolve("authority.pem"), server.pem());
			Acceptor gateway = world.acceptor(
					Map.of("FORWARD_USER", RecordingServer.USER, "FORWARD_PASSWORD", RecordingServer.PASSWORD),
					"--forward", Integer.toString(server.port()), RecordingServer.NAME, authority.toString());
			JsonNode result = result(gateway.port(), authority);
			assertThat(result.path("code").asInt(-1)).as("%s %s", result, gateway.lines()).isZero();
			assertThat(ScriptAnswer.in(result.get("output").asString(), "").orElseThrow().json())
				.isEqualTo("{\"ok\":true}");
			assertThat(server.scripts()).hasSize(1);
			assertThat(gateway.linesWith("unsealed ntlm")).isNotEmpty();
			assertThat(gateway.linesWith("unencrypted")).isEmpty();
		}
	}

	private JsonNode result(int port, Path authority) throws Exception {
		ScriptCatalog catalog = ScriptCatalog.load();
		String text = catalog.selfContained(
				new ScriptCall(RecordingServer.NAME, catalog.script("Get-ExchangeService"),
						Map.of("server", RecordingServer.NAME), Waiting.LIMIT),
				SessionOpening.LOCAL, "{\"server\":\"ex1.fabrikam.com\"}");
		String input = JsonMapper.shared()
			.writeValueAsString(Map.of("endpoint", "http://127.0.0.1:" + port + "/wsman", "authority",
					authority.toString(), "user", "FABRIKAM\\svc-hybridge", "password", SignInWorld.PASSWORD,
					"transport", "ntlm", "calls", List.of(Map.of("text", text, "skip_cmd_shell", true))));
		ProcessBuilder peer = new ProcessBuilder("/usr/bin/python3", "src/test/peers/winrm_peer.py")
			.redirectErrorStream(true);
		peer.environment()
			.put("OPENSSL_CONF", Files.writeString(this.folder.resolve("openssl.conf"), OPENSSL).toString());
		Process process = peer.start();
		process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
		process.getOutputStream().close();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor()).as(output).isZero();
		return JsonMapper.shared().readTree(output.substring(output.indexOf('[', output.lastIndexOf("\n[")))).get(0);
	}

}
