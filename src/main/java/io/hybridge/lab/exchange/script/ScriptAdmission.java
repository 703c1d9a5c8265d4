package io.hybridge.lab.exchange.script;

import java.time.Duration;

import io.hybridge.lab.Delivery;

/** What the dispatcher says to a call before anything happens. */
public sealed interface ScriptAdmission {

	/**
	 * The call may run.
	 *
	 * @param call what runs
	 * @param delivery what becomes of its answer
	 */
	record Admitted(ScriptEngine.Call call, Delivery delivery) implements ScriptAdmission {
	}

	/** Access is denied. */
	record Denied() implements ScriptAdmission {
	}

	/**
	 * The caller is asked to wait.
	 *
	 * @param pause how long
	 */
	record Throttled(Duration pause) implements ScriptAdmission {
	}

}
