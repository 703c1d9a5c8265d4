package io.hybridge.walk;

import java.nio.file.Path;
import java.util.List;
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
		this.petra.check(this.fabrikam, "oauth");
		this.petra.submit(this.fabrikam, "oauth", "apply", Map.of("accepted", "true"));
		this.petra.settled(this.fabrikam, "oauth");
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

	/** Waits until the server itself has ended what the killed console had begun. */
	@Test
	@Order(3)
	void thePushProxyIsEnabledOnceWhereNothingThatCanBeReadTells() {
		List.of("PROXY_LOOK_WITHOUT_RECORD", "DIRECTORY_UNREADABLE").forEach((trait) -> this.lab.turn(trait, true));
		this.petra.submit(this.fabrikam, STEP, "check-undo", Map.of());
		this.petra.settled(this.fabrikam, STEP);
		this.petra.submit(this.fabrikam, STEP, "apply", Map.of("accepted", "true"));
		assertThat(this.petra.settled(this.fabrikam, STEP).select("#apply").text()).contains("taken back");
		// Sent again, because nothing tells; the second time it writes nothing and
		// answers.
		this.console.applyAndKill(STEP, "Enable-PushProxy", "PushProxyEnabled", "Read back: as planned");
	}

	/** When the wait for EX1 ends, while it goes on. */
	private static Optional<String> end(Document page) {
		return page.select("#progress .countdown:contains(EX1)").eachAttr("data-until").stream().findFirst();
	}

}
