package io.hybridge.lab.exchange.script;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

import io.hybridge.lab.Delivery;
import io.hybridge.lab.FaultInjection;
import io.hybridge.lab.Ledger;
import io.hybridge.lab.Ledger.Effect;

/**
 * Where all endpoints of the lab's organization bring the scripts they have recognized:
 * takes the fault that is switched on, lets the engine act, and notes in the ledger what
 * became of the answer.
 */
public final class ScriptDispatcher {

	private static final Duration PAUSE = Duration.ofSeconds(3);

	private final ScriptEngine engine;

	private final FaultInjection faults;

	private final Ledger ledger;

	/** One change at a time, so that every effect belongs to exactly one call. */
	private final ReentrantLock changes = new ReentrantLock();

	public ScriptDispatcher(ScriptEngine engine, FaultInjection faults, Ledger ledger) {
		this.engine = engine;
		this.faults = faults;
		this.ledger = ledger;
	}

	/**
	 * Admits a call or refuses it before anything happens.
	 * @param call what is to run
	 * @return whether it may run, and what will become of its answer
	 */
	public ScriptAdmission admit(ScriptEngine.Call call) {
		return switch (this.faults.take(call.script()).orElse(null)) {
			case null -> new ScriptAdmission.Admitted(call, Delivery.DELIVERED);
			case LOSE_ANSWER -> new ScriptAdmission.Admitted(call, Delivery.LOST);
			case HOLD_ANSWER -> new ScriptAdmission.Admitted(call, Delivery.HELD);
			case REFUSE_ACCESS -> new ScriptAdmission.Denied();
			case ASK_TO_WAIT -> new ScriptAdmission.Throttled(PAUSE);
		};
	}

	/**
	 * Lets the engine run the script.
	 * @param admitted what runs
	 * @return what it printed and which effects it had
	 */
	public Completed run(ScriptAdmission.Admitted admitted) {
		if (admitted.call().script().startsWith("Get-")) {
			return new Completed(printed(admitted.call()), admitted.delivery(), List.of(), this.ledger);
		}
		try {
			this.changes.lockInterruptibly();
		}
		catch (InterruptedException ex) {
			// Ended from outside while it waited: it must not take effect any more.
			return new Completed(new ScriptEngine.Printed("", "", 1), Delivery.DELIVERED, List.of(), this.ledger);
		}
		try {
			long before = lastSequence();
			ScriptEngine.Printed printed = printed(admitted.call());
			Completed completed = new Completed(printed, admitted.delivery(), effectsAfter(before), this.ledger);
			if (admitted.delivery() != Delivery.DELIVERED) {
				completed.note(admitted.delivery());
			}
			return completed;
		}
		finally {
			this.changes.unlock();
		}
	}

	private ScriptEngine.Printed printed(ScriptEngine.Call call) {
		try {
			return this.engine.run(call);
		}
		catch (RuntimeException ex) {
			return new ScriptEngine.Printed("", "The lab's engine failed: " + ex + "\r\n", 1);
		}
	}

	private long lastSequence() {
		List<Effect> effects = this.ledger.effects();
		return effects.isEmpty() ? 0 : effects.getLast().sequence();
	}

	private List<Long> effectsAfter(long sequence) {
		return this.ledger.effects()
			.stream()
			.filter((effect) -> effect.sequence() > sequence && effect.world().equals("exchange"))
			.map(Effect::sequence)
			.toList();
	}

	/**
	 * A call that ran.
	 *
	 * @param printed what came out
	 * @param delivery what becomes of it
	 * @param effects sequence numbers in the ledger
	 * @param ledger that has the effects
	 */
	public record Completed(ScriptEngine.Printed printed, Delivery delivery, List<Long> effects, Ledger ledger) {

		/** Writes into the ledger what really became of the answer. */
		public void note(Delivery delivery) {
			this.effects.forEach((effect) -> this.ledger.answered(effect, delivery));
		}

	}

}
