package io.hybridge.enablement.approval;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.hybridge.organization.Organization;

/** Keeps the rule of each organization. */
@Component
class ApprovalRules {

	private final JdbcClient jdbc;

	ApprovalRules(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	ApprovalRule of(Organization organization) {
		return this.jdbc.sql("select rule from approval_rule where organization_id = ?")
			.param(organization.id().value())
			.query((row, number) -> ApprovalRule.valueOf(row.getString("rule")))
			.optional()
			.orElseGet(() -> ApprovalRule.of(organization.environment()));
	}

	void put(Organization organization, ApprovalRule rule) {
		this.jdbc.sql("delete from approval_rule where organization_id = ?").param(organization.id().value()).update();
		this.jdbc.sql("insert into approval_rule (organization_id, rule) values (?, ?)")
			.params(organization.id().value(), rule.name())
			.update();
	}

}
