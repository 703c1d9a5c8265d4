package io.hybridge.walk;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The console is killed while it enables the push proxy where nothing that can be read
 * tells. It waits until the server itself has ended what was begun and sends again, which
 * writes nothing and answers.
 */
class SilentPushProxyKillIT {

	private static final String STEP = "push-proxy";

	@TempDir
	private static Path folder;

	@Test
	void thePushProxyIsEnabledOnce() {
		try (KilledConsole console = new KilledConsole(folder, "STANDARD")) {
			console.apply("oauth", "check");
			console.apply(STEP, "check");
			List.of("PROXY_LOOK_WITHOUT_RECORD", "DIRECTORY_UNREADABLE")
				.forEach((trait) -> console.lab.turn(trait, true));
			assertThat(console.apply(STEP, "check-undo").select("#apply").text()).contains("taken back");
			console.applyAndKill(STEP, "Enable-PushProxy", "PushProxyEnabled", "Read back: as planned");
		}
	}

}
