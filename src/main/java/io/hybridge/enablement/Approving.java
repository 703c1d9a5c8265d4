package io.hybridge.enablement;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.hybridge.audit.AuditActor;
import io.hybridge.audit.AuditEntry;
import io.hybridge.audit.AuditKind;
import io.hybridge.audit.AuditLog;
import io.hybridge.audit.AuditOutcome;
import io.hybridge.enablement.approval.Approvals;
import io.hybridge.organization.Organizations;
import io.hybridge.run.plan.Plan;

/** Approves a plan for somebody else to apply, and records who did and what. */
@Component
public class Approving {

	private final Approvals approvals;

	private final Admission admission;

	private final Organizations organizations;

	private final AuditLog audit;

	Approving(Approvals approvals, Admission admission, Organizations organizations, AuditLog audit) {
		this.approvals = approvals;
		this.admission = admission;
		this.organizations = organizations;
		this.audit = audit;
	}

	/**
	 * Approves it once.
	 * @param plan that the person saw
	 * @throws NotOffered when it is not the one that can be applied now
	 */
	@Transactional
	public void approve(Plan plan, AuditActor person) {
		this.admission.hold(plan);
		if (this.approvals.give(plan, person)) {
			this.audit.append(AuditEntry.of(AuditKind.APPROVAL, AuditOutcome.DONE, person)
				.about(plan.organization().value(), this.organizations.require(plan.organization()).name())
				.with("step", plan.step().name())
				.with("changes", Integer.toString(plan.content().required().size()))
				.with("plan", Long.toString(plan.id()))
				.with("contentHash", plan.contentHash()));
		}
	}

}
