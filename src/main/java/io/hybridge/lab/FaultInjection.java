package io.hybridge.lab;

import java.util.List;
import java.util.Optional;

/**
 * The faults that are switched on, by operation. An operation is a script's name
 * ({@code Set-AuthServer}) or a Graph operation ({@code PATCH servicePrincipal}).
 */
public interface FaultInjection {

	/**
	 * Switches a fault on.
	 * @param operation which operation
	 * @param fault what goes wrong
	 * @param times how many calls, or 0 for always
	 */
	void inject(String operation, Fault fault, int times);

	/**
	 * Takes the fault for a call that begins now, counting it down.
	 * @param operation which operation
	 * @return the fault, or empty when the call goes well
	 */
	Optional<Fault> take(String operation);

	List<Injected> injected();

	void remove(String operation);

	void clear();

	/**
	 * A fault that is switched on.
	 *
	 * @param operation which operation
	 * @param fault what goes wrong
	 * @param left calls left, 0 for always
	 */
	record Injected(String operation, Fault fault, int left) {
	}

}
