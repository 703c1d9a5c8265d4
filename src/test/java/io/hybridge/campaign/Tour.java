package io.hybridge.campaign;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import io.hybridge.audit.AuditActor;
import io.hybridge.campaign.Fate.Doom;
import io.hybridge.campaign.Finding.Kind;
import io.hybridge.enablement.ApplyForm;
import io.hybridge.enablement.offer.NotOffered;
import io.hybridge.organization.OrganizationId;
import io.hybridge.run.execution.NextWake;
import io.hybridge.run.plan.Plan;
import io.hybridge.step.StepName;

/**
 * One organization is enabled, proved, and taken back, by consoles that die on the way;
 * each time another one takes over. In the end the books are compared.
 */
final class Tour {

	static final AuditActor PETRA = AuditActor.person(7, "Petra Kern", null);

	private static final Duration TAKEN_OVER = Duration.ofSeconds(15);

	private static final int WAKES = 150;

	private final Desk desk;

	private final OrganizationId organization;

	private final World world;

	private final Itinerary plan;

	private final List<Finding> findings = new ArrayList<>();

	private final List<String> story = new ArrayList<>();

	private final List<Sleeper> sleepers = new ArrayList<>();

	private Leg leg;

	private final List<Death> deaths = new ArrayList<>();

	Tour(Desk desk, OrganizationId organization, World world, Itinerary plan) {
		this.desk = desk;
		this.organization = organization;
		this.world = world;
		this.plan = plan;
	}

	/** Walks all legs, or until somebody else has interfered. */
	void walk() {
		look(StepName.TENANT);
		look(StepName.SERVERS);
		boolean goesOn = true;
		for (int at = 0; goesOn && at < Leg.values().length; at++) {
			goesOn = leg(Leg.values()[at]) && this.plan.goesOnAfter(Leg.values()[at]);
		}
		this.sleepers.forEach(this::wake);
		List.of(StepName.OAUTH, StepName.PUSH_PROXY).forEach(this::lookAgain);
		this.findings.addAll(new Books(this.desk.jdbc(), this.organization, this.world).compare());
	}

	/** How every console died that did. */
	List<Death> deaths() {
		return List.copyOf(this.deaths);
	}

	/** What must not be, each with what led to it. */
	List<Finding> findings() {
		return this.findings.stream()
			.map((finding) -> new Finding(finding.kind(), finding.text() + "\n    after " + this.story))
			.toList();
	}

	private long look(StepName step) {
		long run = this.desk.enablement().check(this.organization, step, PETRA, null);
		drive(run, new ArrayDeque<>(), "");
		return run;
	}

	/** What rests after a change is what a look says. */
	private void lookAgain(StepName step) {
		if (!this.desk.newestChange(this.organization, step).equals("DONE") || !this.world.foreign().isEmpty()) {
			return;
		}
		String rests = this.desk.standing(this.organization, step);
		look(step);
		String seen = this.desk.standing(this.organization, step);
		if (!rests.equals(seen)) {
			this.findings.add(new Finding(Kind.OTHERWISE, step + " rests as " + rests + ", and a look says " + seen));
		}
	}

	private boolean leg(Leg leg) {
		this.leg = leg;
		this.story.add(leg.name());
		Optional<Long> run = offered(leg);
		if (run.isEmpty()) {
			return false;
		}
		boolean meddled = this.plan.meddles(leg, Itinerary.Moment.BEFORE);
		if (meddled) {
			this.world.meddle(leg.object(), run.get());
			this.story.add("somebody sets the " + leg.object());
		}
		int points = drive(run.get(), this.plan.dooms(leg),
				this.plan.meddles(leg, Itinerary.Moment.AFTER_DEATH) ? leg.object() : "");
		this.plan.learned(leg, points);
		if (leg.takesBack()) {
			this.sleepers.forEach(this::wake);
			this.sleepers.clear();
		}
		String end = this.desk.state(run.get());
		this.story.add("run " + run.get() + " " + end);
		if (meddled && !end.equals("STALE")) {
			this.findings.add(new Finding(Kind.OVERWRITTEN, "run " + run.get() + " ends as " + end
					+ " although somebody had set the " + leg.object() + " since it was planned"));
		}
		pass(Duration.ofMinutes(20));
		return end.equals("DONE") && this.world.foreign().isEmpty();
	}

	private Optional<Long> offered(Leg leg) {
		try {
			return begin(leg);
		}
		catch (NotOffered ex) {
			long look = look(leg.step());
			this.findings.add(new Finding(Kind.UNEXPLAINED, leg + ": " + ex.getMessage() + "; run " + look + " "
					+ this.desk.state(look) + " " + this.desk.seen(look)));
			return Optional.empty();
		}
	}

	private Optional<Long> begin(Leg leg) {
		return (leg == Leg.VERIFY) ? Optional.of(this.desk.enablement().verify(this.organization, leg.step(), PETRA))
				: planned(leg).map((made) -> this.desk.enablement()
					.apply(made, PETRA, new ApplyForm(made.id(), "window", true, null, "Fabrikam")));
	}

	private Optional<Plan> planned(Leg leg) {
		long run = leg.takesBack() ? this.desk.enablement().checkUndo(this.organization, leg.step(), PETRA)
				: this.desk.enablement().check(this.organization, leg.step(), PETRA, null);
		drive(run, this.plan.looks(leg), "");
		Optional<Plan> made = this.desk.plans().madeBy(run);
		if (made.isEmpty()) {
			this.findings
				.add(new Finding(Kind.UNEXPLAINED, leg + ": run " + run + " plans nothing: " + this.desk.state(run)
						+ " " + this.desk.seen(run) + " OAUTH: " + this.desk.seen(look(StepName.OAUTH))));
		}
		return made;
	}

	/** Works on a run until it has ended, by as many consoles as that takes. */
	private int drive(long run, Deque<Doom> dooms, String meddled) {
		Doom doom = dooms.isEmpty() ? Doom.NONE : dooms.poll();
		int points = 0;
		int console = 0;
		String object = meddled;
		for (int wake = 0; wake < WAKES; wake++) {
			Fate fate = new Fate(doom);
			AtomicReference<Supplier<NextWake>> course = new AtomicReference<>();
			Thread thread = start(run, fate, course);
			points += fate.passed();
			if (fate.dead() || fate.slept()) {
				this.story.add((fate.dead() ? "died " : "slept ") + fate.at());
				if (fate.dead()) {
					this.deaths.add(new Death(this.leg, fate.point(), console > 0));
				}
				doom = dooms.isEmpty() ? Doom.NONE : dooms.poll();
				if (!object.isEmpty() && fate.dead() && !this.world.underWay()) {
					this.world.meddle(object, run);
					this.story.add("somebody sets the " + object);
					object = "";
				}
				if (fate.slept()) {
					this.sleepers.add(new Sleeper(fate, thread));
				}
				console++;
				pass(TAKEN_OVER);
				continue;
			}
			doom = doom.after(fate.passed());
			try {
				switch (course.get().get()) {
					case NextWake.Ended() -> {
						return points;
					}
					case NextWake.At(Instant at) -> this.world.passTo(at);
				}
			}
			catch (RuntimeException ex) {
				this.story.add("stumbles: " + ex);
				pass(Duration.ofSeconds(30));
			}
		}
		this.findings.add(new Finding(Kind.UNEXPLAINED, "run " + run + " does not end"));
		return points;
	}

	private Thread start(long run, Fate fate, AtomicReference<Supplier<NextWake>> course) {
		int number = this.desk.witnesses().begin(run);
		Thread console = new Thread(() -> {
			fate.befall();
			new Working(run, number).begin();
			try {
				NextWake next = this.desk.work().execute(run);
				course.set(() -> next);
			}
			catch (RuntimeException ex) {
				course.set(() -> {
					throw ex;
				});
			}
			catch (Fate.Killed ex) {
				// It is no more.
			}
			finally {
				fate.rest();
			}
		}, "console-" + run + "-" + number);
		console.start();
		try {
			if (!fate.awaitRest(Duration.ofSeconds(60))) {
				throw new AssertionError("run " + run + " hangs after " + this.story);
			}
			if (!fate.slept()) {
				console.join();
			}
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
		return console;
	}

	private void wake(Sleeper sleeper) {
		this.story.add("woke");
		sleeper.fate().wake();
		try {
			sleeper.console().join();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void pass(Duration time) {
		this.world.passTo(this.desk.clock().instant().plus(time));
	}

	/**
	 * The end of a console.
	 *
	 * @param leg on which it came
	 * @param point where
	 * @param recovering whether it had taken over from another one
	 */
	record Death(Leg leg, Point point, boolean recovering) {
	}

	/**
	 * A console that was stopped, and does not know how long.
	 *
	 * @param fate what became of it
	 * @param console its thread
	 */
	private record Sleeper(Fate fate, Thread console) {
	}

	/** What is walked, in this order. */
	enum Leg {

		OAUTH(StepName.OAUTH, "auth server"), PUSH_PROXY(StepName.PUSH_PROXY, "proxy"), VERIFY(StepName.PUSH_PROXY, ""),
		TAKE_PROXY_BACK(StepName.PUSH_PROXY, "proxy"), TAKE_OAUTH_BACK(StepName.OAUTH, "");

		private final StepName step;

		private final String object;

		Leg(StepName step, String object) {
			this.step = step;
			this.object = object;
		}

		StepName step() {
			return this.step;
		}

		/** What somebody else may set meanwhile. */
		String object() {
			return this.object;
		}

		boolean takesBack() {
			return this == TAKE_PROXY_BACK || this == TAKE_OAUTH_BACK;
		}

	}

}
