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

	/** A second person's approval first, then what the person accepts and types. */
	void require(Plan plan, AuditActor person, ApplyForm form) {
		this.approvals.require(plan, person);
		if (plan.content().exposure() && !form.exposureAccepted()) {
			throw new ExposureNotAccepted();
		}
		this.confirmations.require(plan, form.confirmation());
	}

	void requireName(OrganizationId organization, String typed) {
		this.confirmations.require(organization, typed);
	}

	/** The approval that a plan is carried out with, where it needs one. */
	Optional<Approval.Given> approval(Plan plan) {
		return (this.approvals.of(plan) instanceof Approval.Given given) ? Optional.of(given) : Optional.empty();
	}

}
