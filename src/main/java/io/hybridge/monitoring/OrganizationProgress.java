package io.hybridge.monitoring;

import java.util.List;
import java.util.Optional;

import io.hybridge.run.status.OrganizationStatus;
import io.hybridge.run.status.StepStatus;
import io.hybridge.step.StepName;
import io.hybridge.web.PathHop;
import io.hybridge.web.PathHop.Place;

/**
 * How far an organization has come, and where to go on: the step that leads decides what
 * the page says first.
 *
 * @param status its four steps
 * @param path always four hops, as far as it is known to carry
 */
record OrganizationProgress(OrganizationStatus status, List<HopState> path) {

	List<StepStatus> steps() {
		return this.status.steps();
	}

	/** The step at which it goes on, or null when all is done or was taken back. */
	StepName next() {
		return this.status.leading()
			.map((leading) -> (leading.takenBack() != null) ? null : leading.step())
			.orElse(needsPhone() ? StepName.PUSH_PROXY : null);
	}

	/** The main button, or null where nothing is left to do. */
	Onward onward() {
		return this.status.leading().map(Onward::of).orElseGet(this::phoneFirst);
	}

	private Onward phoneFirst() {
		StepStatus push = this.status.steps().getLast();
		return needsPhone() ? new Onward(Onward.from(push), "monitoring.phone") : null;
	}

	/** Every step with the way onward from it. */
	List<StepLine> lines() {
		return steps().stream().map((step) -> new StepLine(step, Onward.from(step), Onward.word(step))).toList();
	}

	/** Whether only a look at a phone is missing. */
	boolean needsPhone() {
		return this.status.leading().isEmpty() && !phone().equals("carries");
	}

	/** What the page says first: a key below {@code monitoring.path.}. */
	String heading() {
		return this.status.leading().map(this::heading).orElseGet(this::phone);
	}

	private String heading(StepStatus leading) {
		return switch (leading.state()) {
			case OUTAGE -> "outage";
			case PARKED -> "parked";
			case RUNNING -> this.status.nothingKnown() ? "first" : "running";
			case OLD -> this.path.stream().allMatch(HopState::carried) ? "old" : "aged";
			case NOT_STARTED, CANNOT_START -> this.status.neverLooked() ? "never" : place(leading) + ".open";
			case READY_TO_PLAN -> place(leading) + ".open";
			case APPLIED -> place(leading) + ".waiting";
			case UNKNOWN -> place(leading) + ".unknown";
			case UNSEEN -> (leading.unreached() != null) ? "unreached" : place(leading) + ".unseen";
			case TAKEN_BACK -> nothingOfOurs() ? "taken-back.all" : "taken-back";
			case CONFLICT, NEEDS_ATTENTION -> leading.needsSignIn() ? "sign-in" : broken(leading);
			case IN_EFFECT -> throw new IllegalStateException("What is in effect leads nowhere");
		};
	}

	/** Whether all that we ever changed was taken back. */
	private boolean nothingOfOurs() {
		return steps().stream().allMatch((step) -> step.changedAt() == null || step.takenBack() != null);
	}

	/** A failed probe says itself where the path stops. */
	private String broken(StepStatus leading) {
		if (leading.certificateEnds()) {
			return "expires";
		}
		if (leading.certificateEnded()) {
			return "expired";
		}
		Optional<Place> stop = this.path.stream()
			.filter((hop) -> hop.state() == PathHop.State.BROKEN)
			.map(HopState::place)
			.findFirst();
		return ((leading.step() == StepName.PUSH_PROXY) ? stop.map(Place::getIcon).orElse("cloud") : place(leading))
				+ ".broken";
	}

	/** The steps are in effect; the last hop is for a person to look at. */
	private String phone() {
		return switch (this.path.getLast().state()) {
			case PROVED -> "carries";
			case BROKEN -> "phone.broken";
			case UNKNOWN, WAITING, NOT_REACHED -> "phone.open";
		};
	}

	/**
	 * A step in the list of an organization.
	 *
	 * @param status how it stands
	 * @param address where it goes on
	 * @param word what the link says, a key below {@code monitoring.next.}, or null where
	 * nothing is left to do
	 */
	public record StepLine(StepStatus status, String address, String word) {
	}

	private static String place(StepStatus step) {
		return switch (step.step()) {
			case TENANT -> "tenant";
			case SERVERS -> "server";
			case OAUTH -> "token";
			case PUSH_PROXY -> "cloud";
		};
	}

}
