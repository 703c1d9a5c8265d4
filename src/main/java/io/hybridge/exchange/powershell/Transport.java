package io.hybridge.exchange.powershell;

/**
 * Runs one script call on one server and brings back its answer. Never repeats a call by
 * itself.
 */
public interface Transport {

	/**
	 * Runs a call.
	 * @throws io.hybridge.remote.RemoteFailure when there is no answer, saying whether
	 * the script may have run
	 */
	ScriptAnswer run(ScriptCall call);

	/** No call comes for now: what is kept ready for the next one is let go. */
	default void rest() {
	}

}
