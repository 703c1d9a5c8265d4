package io.hybridge.step.change.part;

import java.time.Duration;
import java.util.Optional;

import io.hybridge.certificate.Certificate;
import io.hybridge.exchange.ExchangeChange;

/** The one remote call that a change is, with its values. */
public sealed interface RemoteCall {

	/**
	 * A change on premises.
	 *
	 * @param change for the port
	 */
	record OnExchange(ExchangeChange change) implements RemoteCall {
	}

	/**
	 * A key that is added to the tenant's principal.
	 *
	 * @param certificate whose key
	 * @param longest how long the entry may last, empty where nothing limits it
	 */
	record AddKey(Certificate certificate, Optional<Duration> longest) implements RemoteCall {
	}

	/**
	 * A key that is removed from the tenant's principal.
	 *
	 * @param sha256 of its certificate
	 */
	record RemoveKey(String sha256) implements RemoteCall {
	}

	/**
	 * All entries of a key but one are removed from the tenant's principal.
	 *
	 * @param sha256 of its certificate
	 */
	record KeepOneKey(String sha256) implements RemoteCall {
	}

}
