package io.hybridge.campaign;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What becomes of one console while it works on one run: it dies or falls asleep at a
 * point, or lives. Once it is dead it reaches neither the database nor anybody else, so
 * that whatever still runs of it in this process changes nothing.
 */
final class Fate {

	private static final InheritableThreadLocal<Fate> CURRENT = new InheritableThreadLocal<>();

	private final Doom doom;

	private final AtomicInteger passed = new AtomicInteger();

	private final Set<Connection> open = ConcurrentHashMap.newKeySet();

	private final CountDownLatch resting = new CountDownLatch(1);

	private final CountDownLatch awake = new CountDownLatch(1);

	private volatile boolean dead;

	private volatile boolean slept;

	private volatile Point point;

	private volatile String at = "";

	Fate(Doom doom) {
		this.doom = doom;
	}

	/** The fate of whoever asks, or null for a test that looks at what happens. */
	static Fate current() {
		return CURRENT.get();
	}

	void befall() {
		CURRENT.set(this);
	}

	/** Lives on, dies, or sleeps until it is woken. */
	void pass(Point point, String what) {
		require();
		if (due(point, what)) {
			this.point = point;
			this.at = point + " " + what;
			if (this.doom.sleeps()) {
				sleep();
			}
			else {
				die();
			}
		}
	}

	/** Whether it dies here; whoever asks has something to leave behind before. */
	boolean diesAt(Point point, String what) {
		require();
		boolean due = !this.doom.sleeps() && due(point, what);
		if (due) {
			this.point = point;
			this.at = point + " " + what;
		}
		return due;
	}

	private boolean due(Point point, String what) {
		if (!point.boundary() && !this.doom.anywhere()) {
			return false;
		}
		int number = this.passed.incrementAndGet();
		if (this.dead || !this.at.isEmpty() || (this.doom.sleeps() && !this.open.isEmpty())) {
			return false;
		}
		return (this.doom.point() != null) ? this.doom.point() == point && what.contains(this.doom.what())
				: this.doom.sleeps() ? this.doom.at() > 0 && number >= this.doom.at() : number == this.doom.at();
	}

	/** As the end of a process: what was not committed never was. */
	void die() {
		this.dead = true;
		this.open.forEach(Fate::takeBack);
		throw new Killed();
	}

	private static void takeBack(Connection connection) {
		try {
			connection.rollback();
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	void require() {
		if (this.dead) {
			throw new Killed();
		}
	}

	private void sleep() {
		this.slept = true;
		rest();
		try {
			this.awake.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	void wake() {
		this.awake.countDown();
	}

	void began(Connection connection) {
		this.open.add(connection);
	}

	void ended(Connection connection) {
		this.open.remove(connection);
	}

	boolean dead() {
		return this.dead;
	}

	/** Whether it ever fell asleep. */
	boolean slept() {
		return this.slept;
	}

	/** Nothing of it moves any more: it has ended, or sleeps. */
	void rest() {
		this.resting.countDown();
	}

	boolean awaitRest(Duration longest) throws InterruptedException {
		return this.resting.await(longest.toMillis(), TimeUnit.MILLISECONDS);
	}

	/** Where it died or fell asleep; empty where it did neither. */
	String at() {
		return this.at;
	}

	Point point() {
		return this.point;
	}

	int passed() {
		return this.passed.get();
	}

	/**
	 * What is to come.
	 *
	 * @param at number of the point, from 1; 0 for never
	 * @param anywhere whether statements count as points
	 * @param sleeps whether it sleeps instead of dying
	 * @param point the kind of point instead of its number, or null
	 * @param what happens there
	 */
	record Doom(int at, boolean anywhere, boolean sleeps, Point point, String what) {

		static final Doom NONE = new Doom(0, false, false, null, "");

		static Doom at(int point) {
			return new Doom(point, false, false, null, "");
		}

		/** At any statement, too. */
		static Doom anywhere(int point) {
			return new Doom(point, true, false, null, "");
		}

		static Doom asleepAt(int point) {
			return new Doom(point, false, true, null, "");
		}

		static Doom at(Point point, String what) {
			return new Doom(0, false, false, point, what);
		}

		static Doom asleepAt(Point point, String what) {
			return new Doom(0, false, true, point, what);
		}

		/** What is left of it once some points were passed. */
		Doom after(int passed) {
			return (this.point != null) ? this
					: (this.at > passed) ? new Doom(this.at - passed, this.anywhere, this.sleeps, null, "") : NONE;
		}

	}

	/** The console is no more. Nothing of the product catches it. */
	static final class Killed extends Error {

		Killed() {
			super("killed", null, false, false);
		}

	}

}
