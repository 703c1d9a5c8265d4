package io.hybridge.lab.exchange.script;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import io.hybridge.exchange.powershell.Script;
import io.hybridge.exchange.powershell.ScriptCall;
import io.hybridge.exchange.powershell.ScriptCatalog;
import io.hybridge.exchange.powershell.SessionOpening;
import io.hybridge.lab.exchange.LabExchangeFixture;
import io.hybridge.lab.exchange.script.ScriptEngine.Call;

import static org.assertj.core.api.Assertions.assertThat;

/** The lab runs the catalogue's scripts and nothing that differs in one byte. */
class ScriptRecognitionTests {

	private static final String SESSION = "{\"server\":\"ex1\"}";

	private final ScriptCatalog catalog = ScriptCatalog.load();

	private final ScriptRecognition recognition = new ScriptRecognition(this.catalog);

	@Test
	void recognizesEveryScriptWithEveryOpeningOverInput() {
		for (Script script : this.catalog.scripts()) {
			for (SessionOpening opening : SessionOpening.values()) {
				Call call = overInput(this.catalog.payload(call(script, "x"), opening, SESSION)).orElseThrow();
				assertThat(call.script()).isEqualTo(script.name());
				assertThat(call.opening()).isEqualTo(opening.file());
			}
		}
	}

	@Test
	void refusesAChangedBodyAndAChangedOpeningOverInput() {
		Script script = this.catalog.script("Set-AuthServer");
		String payload = this.catalog.payload(call(script, "x"), SessionOpening.LOCAL, SESSION);
		assertThat(overInput(changed(payload, script))).isEmpty();
		assertThat(overInput(changed(payload, this.catalog.opening(SessionOpening.LOCAL)))).isEmpty();
		assertThat(overInput(payload.replace("Set-AuthServer", "Remove-AuthServer"))).isEmpty();
	}

	@Test
	void readsTheValuesOfASelfContainedCall() {
		Script script = this.catalog.script("Set-AuthServer");
		Call call = selfContained(
				this.catalog.selfContained(call(script, "'\n$(Stop-Computer)'"), SessionOpening.LOCAL, SESSION))
			.orElseThrow();
		assertThat(call.script()).isEqualTo("Set-AuthServer");
		assertThat(call.opening()).isEqualTo("local");
		assertThat(call.arguments()).contains("Stop-Computer");
		assertThat(call.session()).isEqualTo(SESSION);
	}

	@Test
	void refusesASelfContainedCallWithOneChangedByte() {
		String text = this.catalog.selfContained(call(this.catalog.script("Set-AuthServer"), "x"), SessionOpening.LOCAL,
				SESSION);
		assertThat(selfContained(text)).isPresent();
		assertThat(selfContained(text.replace("Set-AuthServer -Identity", "Set-AuthServer  -Identity"))).isEmpty();
		assertThat(selfContained(text.replaceFirst("= '", "= 'x'; Stop-Computer; '"))).isEmpty();
		assertThat(selfContained(text + " ")).isEmpty();
		assertThat(selfContained("")).isEmpty();
	}

	private Optional<Call> overInput(String payload) {
		return this.recognition.overInput(LabExchangeFixture.EX1, payload.getBytes(StandardCharsets.US_ASCII));
	}

	private Optional<Call> selfContained(String text) {
		return this.recognition.selfContained(LabExchangeFixture.EX1, text);
	}

	private static ScriptCall call(Script script, String value) {
		return new ScriptCall(LabExchangeFixture.EX1, script, Map.of("name", value), Duration.ofSeconds(1));
	}

	private static String changed(String payload, Script part) {
		return payload.replace(base64(part.text()), base64(part.text() + " "));
	}

	private static String base64(String text) {
		return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
	}

}
