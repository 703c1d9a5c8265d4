package io.hybridge.lab.exchange.twin;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.hybridge.exchange.powershell.Script;
import io.hybridge.exchange.powershell.ScriptCatalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class ScriptTwinTests {

	static Stream<String> scripts() {
		return ScriptCatalog.load().scripts().stream().map(Script::name);
	}

	@ParameterizedTest
	@MethodSource("scripts")
	void everyScriptOfTheCatalogueHasItsTwin(String script) {
		assertThat(ScriptTwin.of(script).getClass().getSimpleName()).isEqualTo(script.replace("-", ""));
	}

	@Test
	void saysWhichFileAScriptWithoutTwinLacks() {
		assertThatIllegalStateException().isThrownBy(() -> ScriptTwin.of("Restart-Nothing"))
			.withMessage("The script Restart-Nothing has no twin io.hybridge.lab.exchange.twin.RestartNothing");
	}

}
