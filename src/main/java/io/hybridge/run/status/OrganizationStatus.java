package io.hybridge.run.status;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import io.hybridge.organization.OrganizationId;
import io.hybridge.step.StepName;
import io.hybridge.step.examination.StepState;

/**
 * How an organization stands: its four steps, and which of them leads. The headline, the
 * line of the dashboard and the main button are all about the one that leads.
 *
 * @param steps always four, in the article's order
 */
public record OrganizationStatus(List<StepStatus> steps) {

	/** What needs somebody, worst first; else the steps in the order they are taken. */
	private static final Comparator<StepStatus> LEADING = Comparator
		.comparing((StepStatus step) -> step.state().presses() ? step.state().ordinal() : Integer.MAX_VALUE)
		.thenComparing(StepStatus::step);

	public OrganizationStatus {
		steps = List.copyOf(steps);
	}

	/**
	 * The steps of an organization, also those that nobody has looked at.
	 * @param kept those that are kept
	 */
	public static OrganizationStatus of(OrganizationId organization, List<StepStatus> kept) {
		return new OrganizationStatus(Arrays.stream(StepName.values())
			.map((step) -> kept.stream()
				.filter((status) -> status.step() == step)
				.findFirst()
				.orElseGet(() -> StepStatus.never(organization, step)))
			.toList());
	}

	/**
	 * The step that decides how the organization stands and where to go on. Where our
	 * changes were taken back, nobody has to look again at what was good.
	 * @return the step, or empty when all are in effect
	 */
	public Optional<StepStatus> leading() {
		boolean takenBack = this.steps.stream().anyMatch((step) -> step.state() == StepState.TAKEN_BACK);
		return this.steps.stream().filter((step) -> !step.inEffect() && !(takenBack && step.old())).min(LEADING);
	}

	public StepState state() {
		return leading().map(StepStatus::state).orElse(StepState.IN_EFFECT);
	}

	/** The server that could not be asked, or null. */
	public Unreached unreached() {
		return this.steps.stream().map(StepStatus::unreached).filter(Objects::nonNull).findFirst().orElse(null);
	}

	/** The step whose look is the oldest, for the button that checks. */
	public StepStatus stalest() {
		return this.steps.stream()
			.min(Comparator.comparing(StepStatus::checkedAt, Comparator.nullsFirst(Comparator.naturalOrder())))
			.orElseThrow();
	}

	public boolean neverLooked() {
		return this.steps.stream().allMatch((step) -> step.checkedAt() == null);
	}

	/** Whether no look has come to anything, so that there is no result to show. */
	public boolean nothingKnown() {
		return this.steps.stream().noneMatch(OrganizationStatus::known);
	}

	private static boolean known(StepStatus step) {
		return step.checkedAt() != null && step.state() != StepState.UNSEEN && step.state() != StepState.CANNOT_START
				&& !step.needsSignIn();
	}

	/** When the whole was seen last, or null while a step was never looked at. */
	public Instant checkedAt() {
		return stalest().checkedAt();
	}

}
