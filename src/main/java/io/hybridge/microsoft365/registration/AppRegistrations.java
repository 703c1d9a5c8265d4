package io.hybridge.microsoft365.registration;

import java.util.Optional;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.hybridge.microsoft365.OwnApplications;
import io.hybridge.organization.Organization;
import io.hybridge.organization.OrganizationId;

/** Keeps them. */
@Component
class AppRegistrations implements OwnApplications {

	private final JdbcClient jdbc;

	AppRegistrations(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public Optional<String> clientId(OrganizationId organization) {
		return this.jdbc.sql("select client_id from app_registration where organization_id = ?")
			.param(organization.value())
			.query(String.class)
			.optional();
	}

	void put(OrganizationId organization, String clientId) {
		remove(organization);
		this.jdbc.sql("insert into app_registration (organization_id, client_id) values (?, ?)")
			.param(organization.value())
			.param(clientId)
			.update();
	}

	void remove(OrganizationId organization) {
		this.jdbc.sql("delete from app_registration where organization_id = ?").param(organization.value()).update();
	}

	@EventListener
	void removed(Organization.Removed removed) {
		remove(removed.organization());
	}

}
