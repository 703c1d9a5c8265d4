package io.hybridge.enablement;

import java.time.Clock;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.hybridge.audit.AuditActor;
import io.hybridge.audit.AuditEntry;
import io.hybridge.audit.AuditKind;
import io.hybridge.audit.AuditLog;
import io.hybridge.audit.AuditOutcome;
import io.hybridge.enablement.offer.NotOffered;
import io.hybridge.organization.Organizations;
import io.hybridge.run.plan.Plan;
import io.hybridge.run.plan.Plans;

/** Puts a plan aside that nobody wants to apply, and records who did. */
@Component
public class Discards {

	private final Plans plans;

	private final Admission admission;

	private final Organizations organizations;

	private final AuditLog audit;

	private final Clock clock;

	Discards(Plans plans, Admission admission, Organizations organizations, AuditLog audit, Clock clock) {
		this.plans = plans;
		this.admission = admission;
		this.organizations = organizations;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Puts it aside once.
	 * @param plan that the person saw
	 * @throws NotOffered when it is not the one that can be applied now
	 */
	@Transactional
	public void discard(Plan plan, AuditActor person) {
		this.admission.hold(plan);
		if (this.plans.discard(plan, this.clock.instant())) {
			this.audit.append(AuditEntry.of(AuditKind.PLAN, AuditOutcome.DONE, person)
				.about(plan.organization().value(), this.organizations.require(plan.organization()).name())
				.with("step", plan.step().name())
				.with("changes", Integer.toString(plan.content().required().size()))
				.with("runKind", "discard"));
		}
	}

}
