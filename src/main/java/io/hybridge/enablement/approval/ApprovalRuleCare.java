package io.hybridge.enablement.approval;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.hybridge.audit.AuditActor;
import io.hybridge.audit.AuditEntry;
import io.hybridge.audit.AuditKind;
import io.hybridge.audit.AuditLog;
import io.hybridge.audit.AuditOutcome;
import io.hybridge.organization.Organization;
import io.hybridge.organization.OrganizationHistory;
import io.hybridge.web.NotFound;

/** Changes the rule of an organization, and records who did. */
@Component
class ApprovalRuleCare {

	private final ApprovalRules rules;

	private final OrganizationHistory history;

	private final AuditLog audit;

	ApprovalRuleCare(ApprovalRules rules, OrganizationHistory history, AuditLog audit) {
		this.rules = rules;
		this.history = history;
		this.audit = audit;
	}

	/**
	 * In turn with those who begin runs there, and not where nothing is done any more.
	 */
	@Transactional
	void change(Organization organization, ApprovalRule rule, AuditActor person) {
		this.history.held(organization.id());
		if (organization.isArchived()) {
			throw new NotFound();
		}
		if (this.rules.of(organization) != rule) {
			this.rules.put(organization, rule);
			this.audit.append(AuditEntry.of(AuditKind.APPROVAL_RULE_CHANGED, AuditOutcome.DONE, person)
				.about(organization.id().value(), organization.name())
				.with("rule", rule.slug()));
		}
	}

}
