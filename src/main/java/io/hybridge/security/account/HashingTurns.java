package io.hybridge.security.account;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Shares two places between people. Strangers never have both, so that whoever is known
 * waits for one of them at most; a few may wait, fewer of one network, and not for long.
 */
final class HashingTurns {

	static final int PLACES = 2;

	static final int STRANGERS = 1 + 8;

	static final int KNOWN = PLACES + 16;

	static final int OF_ONE = 3;

	private final Semaphore places = new Semaphore(PLACES, true);

	private final Semaphore strangersPlace = new Semaphore(1, true);

	private final Map<Guest, Integer> present = new HashMap<>();

	private final Duration patience;

	HashingTurns(Duration patience) {
		this.patience = patience;
	}

	<T> T take(Guest guest, Supplier<T> work) {
		if (!enters(guest)) {
			throw new PasswordHashing.Busy();
		}
		try {
			return guest.known() ? within(this.places, work)
					: within(this.strangersPlace, () -> within(this.places, work));
		}
		finally {
			leaves(guest);
		}
	}

	private synchronized boolean enters(Guest guest) {
		int alike = this.present.entrySet()
			.stream()
			.filter((other) -> other.getKey().known() == guest.known())
			.mapToInt(Map.Entry::getValue)
			.sum();
		boolean room = alike < (guest.known() ? KNOWN : STRANGERS) && this.present.getOrDefault(guest, 0) < OF_ONE;
		if (room) {
			this.present.merge(guest, 1, Integer::sum);
		}
		return room;
	}

	private synchronized void leaves(Guest guest) {
		this.present.computeIfPresent(guest, (who, number) -> (number > 1) ? number - 1 : null);
	}

	private <T> T within(Semaphore place, Supplier<T> work) {
		if (!free(place)) {
			throw new PasswordHashing.Busy();
		}
		try {
			return work.get();
		}
		finally {
			place.release();
		}
	}

	private boolean free(Semaphore place) {
		try {
			return place.tryAcquire(this.patience.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

}
