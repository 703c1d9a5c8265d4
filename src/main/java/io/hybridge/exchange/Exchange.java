package io.hybridge.exchange;

import java.time.Instant;
import java.util.Optional;

/**
 * One organization's on-premises Exchange. Every method is one or more remote calls and
 * throws {@link io.hybridge.remote.RemoteFailure}; none repeats a write by itself.
 */
public interface Exchange {

	/**
	 * Asks the entry server about the organization and itself, then each other server
	 * about itself: one call per server. A server that does not answer is part of the
	 * state, not a failure. Changes nothing.
	 */
	ExchangeState inspect();

	/**
	 * Asks only the entry server, to read back a change. Changes nothing.
	 * @return what was seen; the readings of the other servers are missing
	 */
	ExchangeState inspectEntryServer();

	/**
	 * Carries out one change, on the entry server unless it names another.
	 * @param change what to do
	 * @return the server's answer, as evidence; whether the change is there is told by
	 * {@link #inspectEntryServer()}
	 */
	ExchangeAnswer apply(ExchangeChange change);

	/**
	 * Restarts the health manager on one server, so that its cache of the time without
	 * push is gone.
	 * @param server the fully qualified name
	 * @return the server's answer; {@link ExchangeAnswer#at()} is the moment of the
	 * restart by the server's clock
	 */
	ExchangeAnswer restartHealthManager(String server);

	/**
	 * Whether a server has the push probe: not every build does, and none has it before
	 * its health manager has loaded. Changes nothing.
	 * @param server the fully qualified name
	 * @return the answer, or empty where the account may not ask
	 */
	Optional<Boolean> knowsProbe(String server);

	/**
	 * Runs the push probe on one server. Changes nothing but what a probe message
	 * changes.
	 * @param server the fully qualified name
	 * @return the probe's result
	 */
	ProbeResult probe(String server);

	/**
	 * Since when a service of a server runs, to read back a restart.
	 * @param server the fully qualified name
	 * @param service which service
	 * @return the moment by the server's clock, or empty when it does not run
	 */
	Optional<Instant> serviceStarted(String server, ExchangeService service);

	/**
	 * The server that answers for the organization.
	 * @return its fully qualified name
	 */
	String entryServer();

}
