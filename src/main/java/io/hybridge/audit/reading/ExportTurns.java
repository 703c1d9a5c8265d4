package io.hybridge.audit.reading;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

import org.springframework.stereotype.Component;

/**
 * How many exports this console writes at once: each reads all the time, and many would
 * leave nothing for the pages. A person has one, and only for a time, so that a few who
 * read slowly do not keep everybody else from theirs.
 */
@Component
class ExportTurns {

	/** After which another try makes sense. */
	static final Duration WAIT = Duration.ofMinutes(1);

	private static final int AT_ONCE = 4;

	private final Set<Long> persons = new HashSet<>();

	private final ExportSettings settings;

	private final Clock clock;

	ExportTurns(ExportSettings settings, Clock clock) {
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * Takes a turn where there is one; whoever takes one gives it back.
	 * @param person by account
	 * @throws NoTurn where the person has one, or nobody can have one more
	 */
	synchronized Turn take(long person) throws NoTurn {
		if (this.persons.contains(person)) {
			throw new NoTurn(AuditExport.Refusal.OWN_EXPORT);
		}
		if (this.persons.size() == AT_ONCE) {
			throw new NoTurn(AuditExport.Refusal.ALL_TURNS);
		}
		this.persons.add(person);
		return new Turn(person, this.clock.instant().plus(this.settings.turn()));
	}

	private synchronized void giveBack(long person) {
		this.persons.remove(person);
	}

	/** The turn of one person. */
	final class Turn implements AutoCloseable {

		private final long person;

		private final Instant end;

		private Turn(long person, Instant end) {
			this.person = person;
			this.end = end;
		}

		/**
		 * Asked before each part of a file.
		 * @throws TurnOver when it has lasted too long
		 */
		void requireTime() throws TurnOver {
			if (!ExportTurns.this.clock.instant().isBefore(this.end)) {
				throw new TurnOver();
			}
		}

		@Override
		public void close() {
			giveBack(this.person);
		}

	}

	/** Another try makes sense a little later. */
	static class NoTurn extends Exception {

		private final AuditExport.Refusal why;

		NoTurn(AuditExport.Refusal why) {
			super("No export now: " + why);
			this.why = why;
		}

		AuditExport.Refusal why() {
			return this.why;
		}

	}

	/** The rest of the file is not sent: whoever reads it sees that it broke off. */
	static class TurnOver extends IOException {

		TurnOver() {
			super("The time of this export is over");
		}

	}

}
