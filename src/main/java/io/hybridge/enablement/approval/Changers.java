package io.hybridge.enablement.approval;

import java.util.Arrays;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.hybridge.organization.OrganizationId;
import io.hybridge.security.account.Role;

/** Who may change something at an organization now, and so approve a plan there. */
@Component
class Changers {

	private static final List<String> ROLES = Arrays.stream(Role.values())
		.filter(Role::mayChange)
		.map(Enum::name)
		.toList();

	private final JdbcClient jdbc;

	Changers(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	boolean several(OrganizationId organization) {
		return accounts(organization).size() > 1;
	}

	boolean include(long account, OrganizationId organization) {
		return accounts(organization).contains(account);
	}

	private List<Long> accounts(OrganizationId organization) {
		return this.jdbc.sql("""
				select distinct a.id from account a join visible_organization v on v.account_id = a.id
				where a.active and a.role in (:roles) and v.organization_id = :organization""")
			.param("roles", ROLES)
			.param("organization", organization.value())
			.query(Long.class)
			.list();
	}

}
