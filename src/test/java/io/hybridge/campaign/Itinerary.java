package io.hybridge.campaign;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import io.hybridge.campaign.Fate.Doom;
import io.hybridge.campaign.Tour.Leg;

/**
 * Where the consoles of a tour die: at every boundary of every leg in turn, and in the
 * recovery from that, and anywhere at all. The same seed gives the same deaths.
 */
final class Itinerary {

	private static final int UNKNOWN = 40;

	private final Random random;

	private final Style style;

	private final Map<Leg, Integer> points;

	private final Map<Leg, Deque<Integer>> left;

	private final Leg chosen;

	private final Moment moment;

	private Map<Leg, Doom> only = Map.of();

	private Leg meddled;

	private Leg last = Leg.TAKE_OAUTH_BACK;

	private Itinerary(Random random, Style style, Map<Leg, Integer> points, Map<Leg, Deque<Integer>> left) {
		this.random = random;
		this.style = style;
		this.points = points;
		this.left = left;
		this.chosen = Leg.values()[random.nextInt(Leg.values().length)];
		this.moment = Moment.values()[random.nextInt(Moment.values().length)];
	}

	/** The first of all tours. */
	static Itinerary first(long seed) {
		return new Itinerary(new Random(seed), Style.NOBODY, new EnumMap<>(Leg.class), new EnumMap<>(Leg.class));
	}

	/** The tour after this one. */
	Itinerary next(Style next) {
		return new Itinerary(this.random, next, this.points, this.left);
	}

	/** A tour on which exactly one console dies or sleeps, where it is said. */
	static Itinerary only(Leg leg, Doom doom) {
		Itinerary plan = first(0);
		plan.only = Map.of(leg, doom);
		return plan.upTo(leg);
	}

	/** The same tour, which ends after a leg. */
	Itinerary upTo(Leg leg) {
		this.last = leg;
		return this;
	}

	boolean goesOnAfter(Leg leg) {
		return leg != this.last;
	}

	/** A tour on which somebody else changes what a leg is about to change. */
	static Itinerary meddled(Leg leg) {
		Itinerary plan = first(0);
		plan.meddled = leg;
		return plan;
	}

	/** The deaths of a run, one console after the other. */
	Deque<Doom> dooms(Leg leg) {
		Deque<Doom> dooms = new ArrayDeque<>();
		if (this.only.containsKey(leg)) {
			dooms.add(this.only.get(leg));
		}
		switch (this.style) {
			case NOBODY -> {
			}
			case BOUNDARIES -> {
				dooms.add(Doom.at(boundary(leg)));
				recoveries(leg, dooms, 2);
			}
			case ANYWHERE -> {
				dooms.add(Doom.anywhere(1 + this.random.nextInt(6 * points(leg))));
				recoveries(leg, dooms, 4);
			}
			case WORN -> {
				for (int death = 0; death < 7; death++) {
					dooms.add(Doom.at(1 + this.random.nextInt(6)));
				}
			}
			case MEDDLED -> {
				if (leg == this.chosen) {
					dooms.add(Doom.at(boundary(leg)));
				}
			}
			case SLEEPING -> {
				dooms.add(Doom.asleepAt(boundary(leg)));
				recoveries(leg, dooms, 1);
			}
		}
		return dooms;
	}

	private void recoveries(Leg leg, Deque<Doom> dooms, int most) {
		while (dooms.size() <= most && this.random.nextInt(4) > 0) {
			dooms.add(Doom.at(1 + this.random.nextInt(points(leg))));
		}
	}

	/** Each boundary once before any of them comes again. */
	private int boundary(Leg leg) {
		Deque<Integer> open = this.left.computeIfAbsent(leg, (key) -> new ArrayDeque<>());
		if (open.isEmpty()) {
			List<Integer> all = new ArrayList<>();
			for (int point = 1; point <= points(leg); point++) {
				all.add(point);
			}
			Collections.shuffle(all, this.random);
			open.addAll(all);
		}
		return open.poll();
	}

	/** The deaths of a look before a leg, which changes nothing. */
	Deque<Doom> looks(Leg leg) {
		Deque<Doom> dooms = new ArrayDeque<>();
		if (this.style == Style.ANYWHERE && this.random.nextInt(4) == 0) {
			dooms.add(Doom.anywhere(1 + this.random.nextInt(30)));
		}
		return dooms;
	}

	boolean meddles(Leg leg, Moment moment) {
		if (leg == this.meddled) {
			return moment == Moment.BEFORE;
		}
		return this.style == Style.MEDDLED && leg == this.chosen && !leg.object().isEmpty() && moment == this.moment;
	}

	/** How many boundaries a run has that nobody disturbs. */
	void learned(Leg leg, int passed) {
		if (this.style == Style.NOBODY) {
			this.points.put(leg, passed);
		}
	}

	private int points(Leg leg) {
		return this.points.getOrDefault(leg, UNKNOWN);
	}

	/** What becomes of the consoles of a tour. */
	enum Style {

		/** Nobody dies. */
		NOBODY,
		/** At a boundary, and in the recovery. */
		BOUNDARIES,
		/** Wherever. */
		ANYWHERE,
		/** Again and again, until the run is given up. */
		WORN,
		/** Somebody else changes the same objects. */
		MEDDLED,
		/** A console is stopped, taken over, and woken long after. */
		SLEEPING

	}

	/** When somebody else changes something. */
	enum Moment {

		BEFORE, AFTER_DEATH

	}

}
