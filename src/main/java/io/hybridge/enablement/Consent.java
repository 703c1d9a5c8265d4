package io.hybridge.enablement;

import java.util.Optional;

import org.springframework.stereotype.Component;

import io.hybridge.audit.AuditActor;
import io.hybridge.enablement.Enablement.ExposureNotAccepted;
import io.hybridge.enablement.approval.Approval;
import io.hybridge.enablement.approval.Approvals;
import io.hybridge.organization.OrganizationId;
import io.hybridge.run.plan.Plan;

/** What people have to say to a plan before it is carried out. */
@Component
class Consent {

	private final Approvals approvals;

	private final Confirmations confirmations;

	Consent(Approvals approvals, Confirmations confirmations) {
		this.approvals = approvals;
		this.confirmations = confirmations;
	}

	/**
	 * A second person's approval first, then what the person accepts and types.
	 * @return the approval that the plan is carried out with, where it needs one
	 */
	Optional<Approval.Given> require(Plan plan, AuditActor person, ApplyForm form) {
		Optional<Approval.Given> approval = this.approvals.require(plan, person);
		if (plan.content().exposure() && !form.exposureAccepted()) {
			throw new ExposureNotAccepted();
		}
		this.confirmations.require(plan, form.confirmation());
		return approval;
	}

	void requireName(OrganizationId organization, String typed) {
		this.confirmations.require(organization, typed);
	}

}
