package io.hybridge.enablement;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import io.hybridge.enablement.offer.NotOffered;
import io.hybridge.enablement.offer.Refusal;
import io.hybridge.enablement.offer.StepConditions;
import io.hybridge.enablement.offer.Verb;
import io.hybridge.organization.OrganizationId;
import io.hybridge.organization.Organizations;
import io.hybridge.run.Leases;
import io.hybridge.run.plan.Plan;
import io.hybridge.step.StepName;

/**
 * Admits whoever writes something of a step that is no run: what the step offers, in turn
 * with those who begin runs there, and nothing at an archived organization.
 */
@Component
class Admission {

	private final Leases leases;

	private final Organizations organizations;

	private final StepConditions conditions;

	Admission(Leases leases, Organizations organizations, StepConditions conditions) {
		this.leases = leases;
		this.organizations = organizations;
		this.conditions = conditions;
	}

	/**
	 * Refuses what is not offered at this moment.
	 * @throws NotOffered with the reason
	 */
	void require(OrganizationId organization, StepName step, Verb verb) {
		requireOpen(organization, step);
		this.conditions.require(organization, step, verb);
	}

	/**
	 * The same, and it stays so until the caller's transaction ends.
	 * @throws NotOffered with the reason
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void hold(OrganizationId organization, StepName step, Verb verb) {
		this.leases.queueUp(organization);
		require(organization, step, verb);
	}

	/**
	 * Refuses a plan that cannot be applied any more; one that can be stays so until the
	 * caller's transaction ends.
	 * @throws NotOffered with the reason
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void hold(Plan plan) {
		this.leases.queueUp(plan.organization());
		requireOpen(plan.organization(), plan.step());
		this.conditions.require(plan);
	}

	private void requireOpen(OrganizationId organization, StepName step) {
		if (this.organizations.require(organization).isArchived()) {
			throw new NotOffered(organization, step, Refusal.ARCHIVED);
		}
	}

}
