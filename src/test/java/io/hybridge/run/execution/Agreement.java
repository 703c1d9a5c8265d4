package io.hybridge.run.execution;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.hybridge.run.execution.Said.Hop;
import io.hybridge.step.StepName;

/** Compares what the pages say of one state, in words. */
final class Agreement {

	private static final String PARKED = "Waits for a person";

	private static final String TAKEN_BACK = "Taken back";

	private static final Set<String> UNDER_WAY = Set.of("Running", "Unknown, checking", PARKED);

	private static final Set<String> NEEDS_SOMEBODY = Set.of("Needs attention", "Conflict", "Unknown",
			"Changes to make");

	private static final List<String> STEPS = List.of("Tenant", "Servers", "OAuth", "Push proxy");

	private final Said said;

	private final List<String> contradictions = new ArrayList<>();

	private Agreement(Said said) {
		this.said = said;
	}

	static List<String> contradictions(State state, Said said) {
		Agreement agreement = new Agreement(said);
		agreement.step(state.step().ordinal());
		agreement.onward();
		agreement.mains();
		agreement.plan();
		agreement.elsewhere(state);
		agreement.waiting();
		agreement.leading();
		agreement.underWay();
		agreement.path();
		agreement.proof();
		agreement.complete(state.step());
		agreement.run();
		return agreement.contradictions;
	}

	/** The page of the step, the rail, and the line of the organization have one word. */
	private void step(int place) {
		Said.OfStep step = this.said.step();
		if (step.word().equals(TAKEN_BACK)) {
			expect(step.reason().matches("Taken back on .* by .*; nothing of ours is left in this step"),
					"why: " + step.reason());
			expect(step.text().contains("Plan again") != step.acts(), "the step, taken back, acts: " + step.acts());
		}
		same("rail", step.word(), step.rail());
		same("organization", step.word(), this.said.organization().words().get(place));
		same("organization, why", step.reason(), this.said.organization().reasons().get(place));
		expect(!NEEDS_SOMEBODY.contains(step.word()) || !step.headings().contains("Everything is as it should be"),
				"the step needs somebody, and its page calls everything as it should be");
	}

	/** The page leads on, or says what it waits for; what it leads to is there. */
	private void onward() {
		expect(!this.said.step().next().isEmpty(), "the page of the step has no way onward");
		expect(this.said.step().nowhere().isEmpty(), "the page leads to nothing at " + this.said.step().nowhere());
	}

	/** One page leads one way. */
	private void mains() {
		this.said.mains()
			.forEach((page, mains) -> expect(mains.size() <= 1, "the page " + page + " has the main buttons " + mains));
	}

	/** Whether there is a plan, the page shows: no word may say something else of it. */
	private void plan() {
		Said.OfStep step = this.said.step();
		expect(!step.word().toLowerCase(Locale.ROOT).contains("plan"),
				"the step is " + step.word() + ", and its page shows " + step.headings());
	}

	/** Over another connection nothing is known, whatever was proved before. */
	private void elsewhere(State state) {
		if (state.name().endsWith("leads elsewhere")) {
			same("steps, when others are reached", Set.of("Not started"), Set.copyOf(this.said.organization().words()));
			same("dashboard, when others are reached", "Not started", this.said.dashboard().word());
			expect(this.said.step().headings().contains("Nothing is known of this step yet"),
					"the step begins with: " + this.said.step().headings());
		}
		if (state.name().endsWith("the ladder breaks")) {
			String told = "ex1.fabrikam.com: The account is not let in";
			same("servers, when the ladder breaks", told,
					this.said.organization().reasons().get(STEPS.indexOf("Servers")));
			expect(this.said.organization().text().contains(told), "the organization has nothing of the ladder");
			expect((this.said.dashboard().more() + this.said.dashboard().action()).contains("See how far it gets"),
					"the dashboard has nothing of it");
		}
		if (state.name().contains("leads elsewhere")) {
			expect(this.said.organization()
				.hops()
				.stream()
				.noneMatch(
						(hop) -> hop.word().equals("In effect") && hop != this.said.organization().hops().getFirst()),
					"the path is proved by what was");
		}
	}

	/**
	 * Who waits for an earlier step proposes nothing, and the page leads to that step.
	 */
	private void waiting() {
		Said.OfStep step = this.said.step();
		if (step.word().equals("Cannot start yet")) {
			expect(!step.acts(), "the step waits, and its page offers to change or prove something");
			expect(!this.said.organization().next().endsWith("/push-proxy"), "the organization leads to who waits");
		}
	}

	/** The dashboard and the main button are about the same step, in its words. */
	private void leading() {
		Said.OfOrganization organization = this.said.organization();
		Said.OfDashboard dashboard = this.said.dashboard();
		if (TAKEN_BACK.equals(dashboard.word())) {
			takenBack();
			return;
		}
		if (organization.next().isEmpty()) {
			same("dashboard, when all is done", "In effect", dashboard.word());
			expect(dashboard.next().isEmpty(), "dashboard leads on when all is done");
			return;
		}
		// Who must sign in first is led there, and the list to the step that needs it.
		String step = organization.next().endsWith("/sign-in") ? dashboard.next() : organization.next();
		int place = List.of("tenant", "servers", "oauth", "push-proxy").indexOf(step.replaceAll(".*/", ""));
		if (place < 0) {
			same("dashboard, where to go on", organization.next(), dashboard.next());
			expect(organization.words().contains(dashboard.word()), "dashboard says " + dashboard.word());
			return;
		}
		same("dashboard", organization.words().get(place), dashboard.word());
		if (!dashboard.reason().isEmpty()) {
			same("dashboard, why", STEPS.get(place) + ": " + organization.reasons().get(place), dashboard.reason());
		}
		// A list knows of no phone: all is in effect, and the organization asks for a
		// look.
		boolean phone = dashboard.next().isEmpty() && organization.heading().endsWith("the phone");
		expect(phone || dashboard.next().equals(step) || dashboard.next().startsWith("/runs/"),
				"dashboard leads to " + dashboard.next() + ", organization to " + organization.next());
	}

	/** Who took back is told so first, and led to the run, not to do it once more. */
	private void takenBack() {
		same("organization, when taken back", "", this.said.organization().next());
		expect(this.said.organization().heading().endsWith("was taken back"),
				"organization begins with: " + this.said.organization().heading());
		expect(this.said.dashboard().next().startsWith("/runs/"), "dashboard leads to " + this.said.dashboard().next());
	}

	/** Who says that something runs is right, and nobody says that nothing does. */
	private void underWay() {
		boolean runs = this.said.run() != null && this.said.run().running();
		boolean told = this.said.organization().words().stream().anyMatch(UNDER_WAY::contains)
				|| UNDER_WAY.contains(this.said.step().word());
		expect(runs == told, runs ? "nobody says that a run is under way" : "something is told to run");
		boolean parked = runs && this.said.run().word().equals(PARKED);
		expect((runs && !parked) == this.said.dashboard().lead().contains("being checked or changed"),
				"dashboard says: " + this.said.dashboard().lead());
		if (parked) {
			same("step, while its run waits", PARKED, this.said.step().word());
			expect(!this.said.organization().text().contains("being worked on")
					&& !this.said.organization().text().contains("being checked"),
					"organization says that something is done while nothing is");
		}
		if (!runs) {
			expect(!this.said.organization().text().contains("checking")
					&& !this.said.organization().text().contains("being worked on"),
					"organization says that it checks");
			expect(!this.said.dashboard().action().equals("Watch the run"), "dashboard has a run to watch");
		}
	}

	/** Where the headline has a break, the drawing has one, and one only. */
	private void path() {
		String heading = this.said.organization().heading();
		List<Hop> hops = this.said.organization().hops();
		long broken = hops.stream().filter((hop) -> hop.line().equals("is-broken")).count();
		expect(broken <= 1, "the path is broken " + broken + " times");
		if (heading.startsWith("Notifications stop") || heading.startsWith("The auth certificate has expired")) {
			expect(broken == 1, "the path is whole under: " + heading);
		}
		boolean nothingKnown = Set.of("Not started", "Unknown").containsAll(this.said.organization().words());
		if (nothingKnown || heading.endsWith("for the first time")) {
			expect(hops.stream().allMatch((hop) -> hop.word().isEmpty()),
					"the path has a result where nothing is known");
		}
		boolean carries = heading.equals("Push notifications arrive");
		same("path, when all of it is proved", carries,
				hops.stream().allMatch((hop) -> hop.line().equals("is-proved")));
		if (heading.startsWith("The auth certificate has expired")) {
			same("path in an outage", "is-broken", hops.get(1).line());
		}
	}

	/** Nobody calls proved what the push proxy’s own word does not. */
	private void proof() {
		boolean inEffect = Set.of("In effect", "Old data").contains(this.said.organization().words().getLast());
		if (!inEffect) {
			String text = this.said.step().text();
			expect(!text.contains("Proved on 2 of 2") || UNDER_WAY.contains(this.said.step().word())
					|| text.contains("Cannot start yet") || this.said.step().word().equals("Unknown"),
					"the step says that it is proved");
			expect(!this.said.organization().text().contains("saw the badge number appear"),
					"the organization has a device test that fell");
		}
	}

	/** The page of the push proxy knows it when all of it is proved. */
	private void complete(StepName step) {
		if (step == StepName.PUSH_PROXY && this.said.organization().heading().equals("Push notifications arrive")) {
			expect(this.said.step().headings().stream().anyMatch((heading) -> heading.endsWith(" is done")),
					"all of it is proved, and the step does not say so");
		}
	}

	/** The run’s end has one heading, and its words in list and record fit it. */
	private void run() {
		Said.OfRun run = this.said.run();
		if (run == null || run.running()) {
			return;
		}
		List<String> shown = this.said.step().headings();
		String heading = run.heading();
		String all = String.join(" | ", shown) + " | " + heading + " | " + run.record();
		same("changed since the plan", run.word().equals("Out of date"),
				all.contains("changed since") || all.contains("had changed"));
		same("could not be checked", run.word().equals("Could not be checked"),
				all.contains("could not be checked") || all.contains("could be checked")
						|| all.contains("could not be seen") || all.contains("could be asked"));
		if (heading.contains("was made") || heading.contains("is made") || heading.contains("are made")
				|| heading.contains("taken back") && run.word().equals("Done")) {
			expect(shown.getFirst().equals(heading)
					|| Set.of("Cannot start yet", "Not started").contains(this.said.step().word()),
					"the step begins with: " + shown.getFirst() + ", the run: " + heading);
		}
		expect(!this.said.step().text().contains("there is nothing to apply") || !run.word().equals("Done"),
				"the step calls a change nothing");
		if (run.word().equals("Needs attention") || run.word().equals("Conflict")) {
			expect(Set.of("Needs attention", "Conflict", "Cannot start yet", TAKEN_BACK)
				.contains(this.said.step().word()) || this.said.step().reason().startsWith("ex1.fabrikam.com: "),
					"the run needs somebody, the step is " + this.said.step().word());
		}
		if (run.word().equals("As it should be")) {
			expect(!this.said.step().word().equals("Conflict"), "the run found all well, the step is in conflict");
		}
	}

	private void same(String what, Object expected, Object found) {
		expect(expected.equals(found), what + " says “" + found + "”, not “" + expected + "”");
	}

	private void expect(boolean right, String contradiction) {
		if (!right) {
			this.contradictions.add(contradiction);
		}
	}

}
