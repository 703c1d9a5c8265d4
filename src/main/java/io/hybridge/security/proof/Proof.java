package io.hybridge.security.proof;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * With what somebody proved last who they are.
 *
 * @param kind what it was
 * @param at when
 */
public record Proof(Kind kind, Instant at) {

	/** How long a deed that needs a fresh proof believes it. */
	public static final Duration FRESH = Duration.ofMinutes(5);

	boolean fresh(Instant now) {
		return !now.isAfter(this.at.plus(FRESH));
	}

	/** As a session keeps it: one line of text, which any store can hold. */
	String written() {
		return this.kind + " " + this.at.toEpochMilli();
	}

	static Optional<Proof> read(Object written) {
		return (written instanceof String text) ? Optional.of(read(text.split(" "))) : Optional.empty();
	}

	private static Proof read(String[] parts) {
		return new Proof(Kind.valueOf(parts[0]), Instant.ofEpochMilli(Long.parseLong(parts[1])));
	}

	/** What a proof is made of. */
	public enum Kind {

		/** Something that can be learned. */
		PASSWORD,
		/** Something that one has. */
		FACTOR

	}

}
