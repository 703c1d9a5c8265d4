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
 * The console is killed after the effect and before the outcome, once for each change of
 * Fabrikam. Started again it clears by looking what it left, and the lab's ledger shows
 * each effect once.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KillIT {

	private static final int KILLED = 137;

	@TempDir
	private static Path folder;

	private Processes processes;

	private Lab lab;

	private Administrator petra;

	private String fabrikam;

	@BeforeAll
	void setUp() {
		this.processes = new Processes(folder);
		this.processes.startLab();
		this.lab = new Lab(this.processes.labControl(), this.processes.labFolder());
		this.lab.reset("NO_FIT_CERTIFICATE");
		this.lab.update();
		this.processes.startConsole();
		this.petra = new Administrator(this.processes, this.lab);
		this.petra.setUp();
		this.fabrikam = this.petra.register();
		this.petra.signInToTenant(this.fabrikam);
	}

	@AfterAll
	void end() {
		this.processes.close();
	}

	@Test
	@Order(1)
	void aNewCertificateIsMadeOnce() {
		killedAfter("oauth", "New-AuthCertificate", "CertificateCreated");
	}

	@Test
	@Order(2)
	void theCertificateIsSetOnce() {
		undoThenKillAfter("Set-AuthCertificate", "AuthCertificateSet");
	}

	@Test
	@Order(3)
	void theAuthServerIsCreatedOnce() {
		undoThenKillAfter("Set-AuthServer", "AuthServerCreated");
	}

	@Test
	@Order(4)
	void theKeyIsAddedOnce() {
		undoThenKillAfter("PATCH servicePrincipal", "KeysReplaced");
	}

	@Test
	@Order(5)
	void thePushProxyIsEnabledOnce() {
		this.petra.check(this.fabrikam, "oauth");
		killedAfter("push-proxy", "Enable-PushProxy", "PushProxyEnabled");
	}

	@Test
	@Order(6)
	void thePushProxyIsEnabledOnceWhereNothingThatCanBeReadTells() {
		List<String> silent = List.of("PROXY_LOOK_WITHOUT_RECORD", "DIRECTORY_UNREADABLE");
		silent.forEach((trait) -> this.lab.turn(trait, true));
		this.petra.submit(this.fabrikam, "push-proxy", "check-undo", Map.of());
		this.petra.settled(this.fabrikam, "push-proxy");
		this.petra.submit(this.fabrikam, "push-proxy", "apply", Map.of("accepted", "true"));
		assertThat(this.petra.settled(this.fabrikam, "push-proxy").select("#apply").text()).contains("taken back");
		// Sent again, because nothing tells; the second time it writes nothing and
		// answers.
		killedAfter("push-proxy", "Enable-PushProxy", "PushProxyEnabled", "Read back: as planned");
		silent.forEach((trait) -> this.lab.turn(trait, false));
	}

	@Test
	@Order(7)
	void theHealthManagerIsRestartedOnceAndTheCountDownKeepsItsEnd() {
		long before = this.lab.effects("HealthManagerRestarted");
		this.lab.inject("Restart-HealthManager", "HOLD_ANSWER");
		this.petra.submit(this.fabrikam, "push-proxy", "verify", Map.of());
		Patience.until("the restart", () -> this.lab.effects("HealthManagerRestarted"), (count) -> count > before);
		killAndStart("Restart-HealthManager");
		Optional<String> end = end(Patience.until("the count-down", () -> this.petra.show(this.fabrikam, "push-proxy"),
				(page) -> end(page).isPresent() || page.select("#progress").isEmpty()));
		assertThat(this.processes.kill()).isEqualTo(KILLED);
		this.processes.startConsole();
		this.petra.signIn();
		// A slow machine may come when the count-down is over; it never sees another one.
		end(this.petra.show(this.fabrikam, "push-proxy")).ifPresent((again) -> assertThat(end).contains(again));
		Document page = this.petra.settled(this.fabrikam, "push-proxy");
		assertThat(page.select("#verify").text()).contains("Result of EX1").contains("Result of EX2");
		assertThat(this.lab.effects("HealthManagerRestarted")).isEqualTo(before + 2);
	}

	/** When the wait for EX1 ends, while it goes on. */
	private static Optional<String> end(Document page) {
		return page.select("#progress .countdown:contains(EX1)").eachAttr("data-until").stream().findFirst();
	}

	private void undoThenKillAfter(String operation, String kind) {
		this.lab.reset("NO_FIT_CERTIFICATE");
		this.lab.update();
		killedAfter("oauth", operation, kind);
	}

	private void killedAfter(String step, String operation, String kind) {
		killedAfter(step, operation, kind, "Confirmed");
	}

	private void killedAfter(String step, String operation, String kind, String words) {
		Document planned = this.petra.check(this.fabrikam, step);
		assertThat(planned.select("#apply-form")).as(planned.select("main").text()).isNotEmpty();
		long before = this.lab.effects(kind);
		this.lab.inject(operation, "HOLD_ANSWER");
		this.petra.submit(this.fabrikam, step, "apply", Map.of("accepted", "true"));
		Patience.until("the effect " + kind, () -> this.lab.effects(kind), (count) -> count > before);
		killAndStart(operation);
		Document page = this.petra.settled(this.fabrikam, step);
		assertThat(page.select("#apply h2").text()).as(page.select("main").text())
			.matches(".*(was|were) made in Fabrikam");
		assertThat(page.select("#apply").text()).contains(words);
		assertThat(this.lab.effects(kind)).isEqualTo(before + 1);
	}

	private void killAndStart(String operation) {
		assertThat(this.processes.kill()).isEqualTo(KILLED);
		this.lab.removeFault(operation);
		this.processes.startConsole();
		this.petra.signIn();
	}

}
