package io.hybridge.microsoft365.confirmation;

import java.util.Optional;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.hybridge.microsoft365.ConfirmedClouds;
import io.hybridge.microsoft365.KnownCloud;
import io.hybridge.organization.Organization;
import io.hybridge.organization.OrganizationId;

/** Keeps what people confirmed. */
@Component
class StoredClouds implements ConfirmedClouds {

	private final JdbcClient jdbc;

	StoredClouds(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public Optional<KnownCloud> confirmed(OrganizationId organization) {
		return this.jdbc.sql("select cloud from confirmed_cloud where organization_id = ?")
			.param(organization.value())
			.query(String.class)
			.optional()
			.map(KnownCloud::valueOf);
	}

	void put(OrganizationId organization, KnownCloud cloud) {
		remove(organization);
		this.jdbc.sql("insert into confirmed_cloud (organization_id, cloud) values (?, ?)")
			.param(organization.value())
			.param(cloud.name())
			.update();
	}

	private void remove(OrganizationId organization) {
		this.jdbc.sql("delete from confirmed_cloud where organization_id = ?").param(organization.value()).update();
	}

	/** Another domain may be in another cloud. */
	@EventListener
	void moved(Organization.Moved moved) {
		remove(moved.organization());
	}

	@EventListener
	void removed(Organization.Removed removed) {
		remove(removed.organization());
	}

}
