package io.hybridge.enablement.offer;

import io.hybridge.organization.OrganizationId;
import io.hybridge.step.StepName;

/** Somebody asked a step for what it does not offer now; nothing was done. */
public class NotOffered extends RuntimeException {

	private final OrganizationId organization;

	private final StepName step;

	private final Refusal refusal;

	public NotOffered(OrganizationId organization, StepName step, Refusal refusal) {
		super("Step " + step + " of organization " + organization + ": " + refusal);
		this.organization = organization;
		this.step = step;
		this.refusal = refusal;
	}

	/**
	 * Refuses what was asked of an organization as a whole.
	 * @param refusal why
	 */
	public NotOffered(OrganizationId organization, Refusal refusal) {
		this(organization, null, refusal);
	}

	/** Where the person finds what is offered. */
	public String page() {
		String home = "/organizations/" + this.organization;
		return (this.step != null) ? home + "/enablement/" + this.step.slug() : home;
	}

	public Refusal refusal() {
		return this.refusal;
	}

}
