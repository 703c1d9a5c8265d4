package io.hybridge.microsoft365.signin;

import org.springframework.stereotype.Component;

import io.hybridge.microsoft365.ConfirmedClouds;
import io.hybridge.microsoft365.OwnApplications;
import io.hybridge.organization.OrganizationHistory;
import io.hybridge.organization.OrganizationId;
import io.hybridge.organization.Organizations;
import io.hybridge.organization.UnknownOrganization;

/** Knows what became of an organization while somebody signed in for it. */
@Component
class SignInOrganizations {

	private final Organizations organizations;

	private final OrganizationHistory history;

	private final OwnApplications applications;

	private final ConfirmedClouds clouds;

	SignInOrganizations(Organizations organizations, OrganizationHistory history, OwnApplications applications,
			ConfirmedClouds clouds) {
		this.organizations = organizations;
		this.history = history;
		this.applications = applications;
		this.clouds = clouds;
	}

	String name(OrganizationId organization) {
		return this.organizations.require(organization).name();
	}

	/**
	 * Whether it is still there, in use, and under the domain, in the cloud and with the
	 * application that the sign-in began with. Where it is, nobody archives, moves or
	 * removes it until the caller's transaction ends, whichever console they use.
	 */
	boolean stands(SignInRecord record) {
		return unchanged(record) && held(record.organization()) && unchanged(record);
	}

	/** Whoever waited for its turn may find that it was removed meanwhile. */
	private boolean held(OrganizationId organization) {
		try {
			this.history.held(organization);
			return true;
		}
		catch (UnknownOrganization ex) {
			return false;
		}
	}

	private String application(OrganizationId organization) {
		return this.applications.clientId(organization).orElse("");
	}

	private boolean unchanged(SignInRecord record) {
		return this.organizations.domainInUse(record.organization().value())
			.filter((domain) -> domain.equals(record.domain()))
			.filter((domain) -> application(record.organization()).equals(record.application()))
			.filter((domain) -> this.clouds.of(record.organization()) == record.cloud())
			.isPresent();
	}

}
