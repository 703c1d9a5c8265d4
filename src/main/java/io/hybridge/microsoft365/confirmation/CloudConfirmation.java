package io.hybridge.microsoft365.confirmation;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.hybridge.audit.AuditActor;
import io.hybridge.audit.AuditEntry;
import io.hybridge.audit.AuditKind;
import io.hybridge.audit.AuditLog;
import io.hybridge.audit.AuditOutcome;
import io.hybridge.microsoft365.KnownCloud;
import io.hybridge.microsoft365.TenantDiscovery;
import io.hybridge.microsoft365.signin.SignIns;
import io.hybridge.organization.Organization;
import io.hybridge.organization.OrganizationHistory;
import io.hybridge.organization.Organizations;
import io.hybridge.web.NotFound;

/** Keeps the cloud that a person confirmed, and ends the sign-in in the former. */
@Component
class CloudConfirmation {

	private final StoredClouds clouds;

	private final Organizations organizations;

	private final OrganizationHistory history;

	private final SignIns signIns;

	private final AuditLog audit;

	CloudConfirmation(StoredClouds clouds, Organizations organizations, OrganizationHistory history, SignIns signIns,
			AuditLog audit) {
		this.clouds = clouds;
		this.organizations = organizations;
		this.history = history;
		this.signIns = signIns;
		this.audit = audit;
	}

	/**
	 * Confirms what Microsoft just said of the domain that the organization has.
	 * @param found what it said
	 */
	@Transactional
	void confirm(Organization organization, KnownCloud cloud, TenantDiscovery.Found found, AuditActor person) {
		this.history.held(organization.id());
		if (this.organizations.domainInUse(organization.id().value())
			.filter(organization.domain().value()::equals)
			.isEmpty()) {
			throw new NotFound();
		}
		if (this.clouds.of(organization.id()) != cloud) {
			this.signIns.endAll(organization.id(), person);
		}
		if (this.clouds.confirmed(organization.id()).filter((former) -> former == cloud).isEmpty()) {
			this.clouds.put(organization.id(), cloud);
			this.audit.append(AuditEntry.of(AuditKind.CLOUD_CONFIRMED, AuditOutcome.DONE, person)
				.about(organization.id().value(), organization.name())
				.with("cloud", cloud.getTitle())
				.with("tenant", found.tenantId())
				.seen(found.evidence()));
		}
	}

}
