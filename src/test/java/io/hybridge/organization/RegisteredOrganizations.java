package io.hybridge.organization;

import java.time.ZoneOffset;

import org.springframework.jdbc.core.simple.JdbcClient;

import io.hybridge.support.MutableClock;

/** Puts organizations into the database of a test that is not about registering them. */
public final class RegisteredOrganizations {

	private RegisteredOrganizations() {
	}

	/**
	 * Adds an organization of the lab; one that an earlier test gave the domain to gives
	 * it up.
	 */
	public static OrganizationId add(JdbcClient jdbc, String name, String domain) {
		jdbc.sql("update organization set domain = 'former-' || id || '.example' where domain = ?")
			.param(domain)
			.update();
		jdbc.sql("""
				insert into organization (name, domain, typed_domain, environment, registered_at)
				values (:name, :domain, :domain, 'LAB', :now)""")
			.param("name", name)
			.param("domain", domain)
			.param("now", MutableClock.START.atOffset(ZoneOffset.UTC))
			.update();
		return new OrganizationId(jdbc.sql("select max(id) from organization").query(Long.class).single());
	}

	public static OrganizationId addFabrikam(JdbcClient jdbc) {
		return add(jdbc, "Fabrikam", "fabrikam.com");
	}

}
