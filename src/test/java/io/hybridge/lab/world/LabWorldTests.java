package io.hybridge.lab.world;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

import io.hybridge.lab.Fault;
import io.hybridge.lab.FaultInjection;
import io.hybridge.lab.LabNotStarted;
import io.hybridge.lab.LabSettings;
import io.hybridge.lab.Ledger.Effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class LabWorldTests {

	@TempDir
	private Path path;

	private LabWorld world;

	@BeforeEach
	void open() {
		this.world = LabWorld.open(settings(0), Clock.systemUTC());
	}

	@AfterEach
	void close() {
		this.world.close();
	}

	@Test
	void beginsWithTheStandardScenario() {
		LabView view = this.world.view();
		assertThat(view.exchange().scenario()).isEqualTo(Scenario.STANDARD);
		assertThat(view.servers()).extracting(LabView.Server::name).containsExactly("EX1", "EX2", "CAS1");
		assertThat(view.tenant().keys()).isEqualTo(2);
		assertThat(view.tenant().matching()).isZero();
		assertThat(view.activity().message()).isNull();
		assertThat(view.activity().badge()).isZero();
	}

	@ParameterizedTest
	@EnumSource(Scenario.class)
	void beginsAnewInEveryScenario(Scenario scenario) {
		this.world.reset(scenario);
		assertThat(this.world.view().exchange().scenario()).isEqualTo(scenario);
		assertThat(this.world.view().tenant().matching()).isEqualTo(switch (scenario) {
			case KEY_ALREADY_THERE, TENANT_KEY_ENDED, TENANT_KEY_FOR_SIGNING, NEXT_STAGED, NEXT_OVERDUE,
					EXPIRED_WITH_NEXT_STAGED, AUTH_CERTIFICATE_ENDS_SOON ->
				1;
			case TENANT_KEY_TWICE -> 2;
			default -> 0;
		});
	}

	@Test
	void isTheSameWorldAfterARestart() {
		this.world.reset(Scenario.TWO_FIT_CERTIFICATES);
		this.world.exchange().installCumulativeUpdate23("ex2.fabrikam.com");
		LabView before = this.world.view();
		this.world.close();
		open();
		LabView after = this.world.view();
		assertThat(after.exchange()).isEqualTo(before.exchange());
		assertThat(after.tenant()).isEqualTo(before.tenant());
		assertThat(after.access().accounts()).isEqualTo(before.access().accounts());
		assertThat(after.servers()).extracting(LabView.Server::build)
			.containsExactly("15.0.1497.2", "15.0.1497.2", "15.0.1497.2");
	}

	@Test
	void showsWhereAMessageEndedThatDidNotArrive() {
		assertThat(this.world.sendMessage()).isFalse();
		LabView.MessageTrace trace = this.world.view().activity().message();
		assertThat(trace.signedWith()).isEmpty();
		assertThat(trace.error()).contains("disabled");
		assertThat(trace.badge()).isZero();
	}

	@Test
	void isControlledOnlyWithItsToken() throws Exception {
		String token = Files.readString(this.path.resolve(ControlServer.TOKEN));
		assertThat(ask("GET", "/lab", null, "").statusCode()).isEqualTo(401);
		assertThat(ask("POST", "/reset", "0".repeat(64), "{\"scenario\":\"NO_FIT_CERTIFICATE\"}").statusCode())
			.isEqualTo(401);
		assertThat(this.world.view().exchange().scenario()).isEqualTo(Scenario.STANDARD);
		assertThat(ask("POST", "/reset", token, "{\"scenario\":\"NO_FIT_CERTIFICATE\"}").statusCode()).isEqualTo(200);
		assertThat(this.world.view().exchange().scenario()).isEqualTo(Scenario.NO_FIT_CERTIFICATE);
		assertThat(ask("POST", "/reset", token, "{\"scenario\":\"x\"}").statusCode()).isEqualTo(400);
		assertThat(ask("POST", "/update", token, "{\"server\":\"EX9\"}").statusCode()).isEqualTo(400);
		assertThat(ask("POST", "/nothing", token, "{}").statusCode()).isEqualTo(404);
	}

	@Test
	void isReadBackAsItWasWritten() throws Exception {
		String token = Files.readString(this.path.resolve(ControlServer.TOKEN));
		ask("POST", "/faults", token, "{\"operation\":\"Set-AuthServer\",\"fault\":\"LOSE_ANSWER\",\"times\":3}");
		ask("POST", "/messages", token, "{}");
		LabView read = JsonMapper.shared().readValue(ask("GET", "/lab", token, "").body(), LabView.class);
		assertThat(read).isEqualTo(this.world.view());
		assertThat(read.activity().faults())
			.containsExactly(new FaultInjection.Injected("Set-AuthServer", Fault.LOSE_ANSWER, 3));
		assertThat(read.activity().effects()).extracting(Effect::kind).contains("MessageSent", "TenantCreated");
	}

	@Test
	void keepsASecondLabOutOfItsFolder() {
		assertThatExceptionOfType(LabNotStarted.class).isThrownBy(() -> LabWorld.open(settings(0), Clock.systemUTC()))
			.withMessageContaining("Another lab is using the folder");
	}

	@Test
	void saysInOneSentenceThatAPortIsInUse(@TempDir Path other) {
		int taken = this.world.controlAddress().getPort();
		assertThatExceptionOfType(LabNotStarted.class)
			.isThrownBy(() -> LabWorld.open(settings(other, taken), Clock.systemUTC()))
			.withMessageContaining("port " + taken)
			.withMessageContaining("hybridge.lab.ports");
	}

	@Test
	void printsMicrosoft365FirstAndThenEachServer() {
		String[] lines = AccountTable.of(this.world.view()).split("\\R");
		assertThat(lines[1]).matches("Microsoft 365 +https://127\\.0\\.0\\.1:\\d+ +administrator@fabrikam\\.com +\\S+");
		assertThat(lines[2]).matches("EX1 +https://127\\.0\\.0\\.1:\\d+/wsman +hybridge@fabrikam\\.com +\\S+");
		assertThat(lines[3]).startsWith("EX2 ");
		assertThat(lines[4]).startsWith("CAS1 ");
	}

	private HttpResponse<String> ask(String method, String path, String token, String body) throws Exception {
		try (HttpClient client = HttpClient.newHttpClient()) {
			URI address = this.world.controlAddress().resolve(path);
			HttpRequest.Builder request = HttpRequest.newBuilder(address)
				.method(method, HttpRequest.BodyPublishers.ofString(body));
			if (token != null) {
				request.header("Authorization", "Bearer " + token);
			}
			return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
		}
	}

	private LabSettings settings(int control) {
		return settings(this.path, control);
	}

	private static LabSettings settings(Path folder, int control) {
		return new LabSettings(true, folder, null, new LabSettings.Ports(control, 0, 0, 0, 0, 0), null,
				Duration.ofSeconds(1));
	}

}
