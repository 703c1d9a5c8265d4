package io.hybridge.step.change.part;

import java.util.Optional;

import io.hybridge.certificate.Thumbprint;
import io.hybridge.web.text.StoredMessage;

/** One side of a change, old or new, before it is put into the reader's language. */
public sealed interface ChangeValue {

	/** A sentence. */
	record Words(StoredMessage text) implements ChangeValue {
	}

	/**
	 * A name that is the same in every language.
	 *
	 * @param name as it is written
	 * @param note a sentence below it
	 */
	record Named(String name, StoredMessage note) implements ChangeValue {
	}

	/**
	 * A value as the remote side writes it.
	 *
	 * @param text for instance an address
	 */
	record Code(String text) implements ChangeValue {
	}

	/**
	 * A certificate by its thumbprint.
	 *
	 * @param thumbprint of it
	 * @param note a sentence below it, if any
	 */
	record ByThumbprint(Thumbprint thumbprint, Optional<StoredMessage> note) implements ChangeValue {
	}

	/**
	 * A certificate, or that there is none.
	 * @param thumbprint of it, may be empty
	 */
	static ChangeValue certificate(String thumbprint) {
		return thumbprint.isEmpty() ? words("change.none")
				: new ByThumbprint(new Thumbprint(thumbprint), Optional.empty());
	}

	static ChangeValue words(String key, Object... values) {
		return new Words(StoredMessage.of(key, values));
	}

}
