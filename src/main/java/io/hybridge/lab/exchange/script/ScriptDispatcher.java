package io.hybridge.lab.exchange.script;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

import io.hybridge.lab.Fault;
import io.hybridge.lab.FaultInjection;
import io.hybridge.lab.Ledger;
import io.hybridge.lab.Ledger.Effect;
import io.hybridge.lab.exchange.winrm.WinRmFault;

/**
 * Where all endpoints of the lab's organization bring the scripts they have recognized:
 * takes the fault that is switched on, lets the engine act, and notes in the ledger what
 * became of the answer.
 */
public final class ScriptDispatcher {

	private static final int PAUSE = 3;

	private final ScriptEngine engine;

	private final FaultInjection switchboard;

	private final Ledger ledger;

	/** One change at a time, so that every effect belongs to exactly one call. */
	private final ReentrantLock changes = new ReentrantLock();

	public ScriptDispatcher(ScriptEngine engine, FaultInjection switchboard, Ledger ledger) {
		this.engine = engine;
		this.switchboard = switchboard;
		this.ledger = ledger;
	}

	/**
	 * Admits a call or refuses it before anything happens.
	 * @param call what is to run
	 * @return the call and what will become of its answer
	 * @throws WinRmFault when a fault says so
	 */
	public Admitted admit(ScriptEngine.Call call) {
		Optional<Fault> fault = this.switchboard.take(call.script());
		Answer answer = fault.map((switched) -> switch (switched) {
			case REFUSE_ACCESS -> throw WinRmFault.accessDenied();
			case ASK_TO_WAIT -> throw WinRmFault.tooManyRequests(PAUSE);
			case LOSE_ANSWER -> Answer.LOST;
			case HOLD_ANSWER -> Answer.HELD;
		}).orElse(Answer.GIVEN);
		return new Admitted(call, answer);
	}

	/**
	 * Lets the engine act.
	 * @param admitted what runs
	 * @return what it printed and which effects it had
	 */
	public Carried carryOut(Admitted admitted) {
		if (admitted.call().script().startsWith("Get-")) {
			return new Carried(printed(admitted.call()), admitted.answer(), List.of(), this.ledger);
		}
		try {
			this.changes.lockInterruptibly();
		}
		catch (InterruptedException ex) {
			// Ended from outside while it waited: it must not take effect any more.
			return new Carried(new ScriptEngine.Printed("", "", 1), Answer.GIVEN, List.of(), this.ledger);
		}
		try {
			long before = last();
			ScriptEngine.Printed printed = printed(admitted.call());
			Carried carried = new Carried(printed, admitted.answer(), since(before), this.ledger);
			switch (admitted.answer()) {
				case LOST -> carried.answered("lost");
				case HELD -> carried.answered("held");
				case GIVEN -> {
				}
			}
			return carried;
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

	private long last() {
		List<Effect> effects = this.ledger.effects();
		return effects.isEmpty() ? 0 : effects.getLast().sequence();
	}

	private List<Long> since(long before) {
		return this.ledger.effects()
			.stream()
			.filter((effect) -> effect.sequence() > before && effect.world().equals("exchange"))
			.map(Effect::sequence)
			.toList();
	}

	/** What becomes of the answer of a call that runs. */
	public enum Answer {

		GIVEN, LOST, HELD

	}

	/**
	 * A call that may run.
	 *
	 * @param call what runs
	 * @param answer what becomes of its answer
	 */
	public record Admitted(ScriptEngine.Call call, Answer answer) {
	}

	/**
	 * A call that ran.
	 *
	 * @param printed what came out
	 * @param answer what becomes of it
	 * @param effects sequence numbers in the ledger
	 * @param ledger where it stands
	 */
	public record Carried(ScriptEngine.Printed printed, Answer answer, List<Long> effects, Ledger ledger) {

		public void answered(String word) {
			this.effects.forEach((effect) -> this.ledger.answered(effect, word));
		}

	}

}
