package io.hybridge.walk;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The console is killed while it enables and proves the push proxy. Started again it
 * clears by looking what it left, and the lab's ledger shows each effect once.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PushProxyKillIT {

	private static final String STEP = "push-proxy";

	@TempDir
	private static Path folder;

	private KilledConsole console;

	private Lab lab;

	private Administrator petra;

	private String fabrikam;

	@BeforeAll
	void setUp() {
		this.console = new KilledConsole(folder, "STANDARD");
		this.lab = this.console.lab;
		this.petra = this.console.petra;
		this.fabrikam = this.console.fabrikam;
		this.console.apply("oauth", "check");
	}

	@AfterAll
	void end() {
		this.console.close();
	}

	@Test
	@Order(1)
	void thePushProxyIsEnabledOnce() {
		this.console.applyAndKill(STEP, "Enable-PushProxy", "PushProxyEnabled", "Confirmed");
	}

	@Test
	@Order(2)
	void theHealthManagerIsRestartedOnceAndTheCountDownKeepsItsEnd() {
		long before = this.lab.effects("HealthManagerRestarted");
		this.lab.inject("Restart-HealthManager", "HOLD_ANSWER");
		this.petra.submit(this.fabrikam, STEP, "verify", Map.of());
		Patience.until("the restart", () -> this.lab.effects("HealthManagerRestarted"), (count) -> count > before);
		this.console.killAndStart("Restart-HealthManager");
		Optional<String> end = end(Patience.until("the count-down", () -> this.petra.show(this.fabrikam, STEP),
				(page) -> end(page).isPresent() || page.select("#progress").isEmpty()));
		this.console.killAndStart();
		// A slow machine may come when the count-down is over; it never sees another one.
		end(this.petra.show(this.fabrikam, STEP)).ifPresent((again) -> assertThat(end).contains(again));
		Document page = this.petra.settled(this.fabrikam, STEP);
		assertThat(page.select("#verify").text()).contains("Result of EX1").contains("Result of EX2");
		assertThat(this.lab.effects("HealthManagerRestarted")).isEqualTo(before + 2);
	}

	/** When the wait for EX1 ends, while it goes on. */
	private static Optional<String> end(Document page) {
		return page.select("#progress .countdown:contains(EX1)").eachAttr("data-until").stream().findFirst();
	}

}
