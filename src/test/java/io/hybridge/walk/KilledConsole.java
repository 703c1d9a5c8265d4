package io.hybridge.walk;

import java.nio.file.Path;
import java.util.Map;

import org.jsoup.nodes.Document;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A console of its own beside a lab of its own, killed after an effect and before its
 * outcome, and started again.
 */
final class KilledConsole implements AutoCloseable {

	private static final int KILLED = 137;

	final Lab lab;

	final Administrator petra;

	final String fabrikam;

	private final Processes processes;

	KilledConsole(Path folder, String scenario) {
		this.processes = new Processes(folder);
		this.processes.startLab();
		this.lab = new Lab(this.processes.labControl(), this.processes.labFolder());
		begin(scenario);
		this.processes.startConsole();
		this.petra = new Administrator(this.processes, this.lab);
		this.petra.setUp();
		this.fabrikam = this.petra.register();
		this.petra.signInToTenant(this.fabrikam);
	}

	/** The lab anew, with every server updated. */
	void begin(String scenario) {
		this.lab.reset(scenario);
		this.lab.update();
	}

	/**
	 * Plans, applies the plan and waits for its end.
	 * @param step slug
	 * @param verb that makes the plan
	 * @return the page of the step
	 */
	Document apply(String step, String verb) {
		this.petra.settled(this.fabrikam, step);
		this.petra.submit(this.fabrikam, step, verb, Map.of());
		this.petra.settled(this.fabrikam, step);
		this.petra.submit(this.fabrikam, step, "apply", Map.of("accepted", "true"));
		return this.petra.settled(this.fabrikam, step);
	}

	/**
	 * Applies a plan and kills the console once the effect is there.
	 * @param step slug
	 * @param operation whose answer is held back
	 * @param kind of the effect in the lab's ledger
	 * @param words by which the page tells how the change became known
	 */
	void applyAndKill(String step, String operation, String kind, String words) {
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

	/**
	 * Kills the console; the next call of the operation is answered again.
	 * @param operation whose answer was held back
	 */
	void killAndStart(String operation) {
		kill();
		this.lab.removeFault(operation);
		start();
	}

	void killAndStart() {
		kill();
		start();
	}

	private void kill() {
		assertThat(this.processes.kill()).isEqualTo(KILLED);
	}

	private void start() {
		this.processes.startConsole();
		this.petra.signIn();
	}

	@Override
	public void close() {
		this.processes.close();
	}

}
