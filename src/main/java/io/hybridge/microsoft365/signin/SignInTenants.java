package io.hybridge.microsoft365.signin;

import org.springframework.stereotype.Component;

import io.hybridge.microsoft365.Cloud;
import io.hybridge.microsoft365.Clouds;
import io.hybridge.microsoft365.OwnApplications;
import io.hybridge.microsoft365.TenantDiscovery;
import io.hybridge.microsoft365.discovery.DomainLookup;
import io.hybridge.microsoft365.signin.msal.SignInErrorMapper;
import io.hybridge.organization.Organization;
import io.hybridge.organization.OrganizationId;
import io.hybridge.organization.Organizations;
import io.hybridge.remote.RemoteFailure;

/** Finds the tenant that an administrator of an organization signs in to. */
@Component
class SignInTenants {

	private final Organizations organizations;

	private final Clouds clouds;

	private final OwnApplications applications;

	private final DomainLookup lookup;

	SignInTenants(Organizations organizations, Clouds clouds, OwnApplications applications, DomainLookup lookup) {
		this.organizations = organizations;
		this.clouds = clouds;
		this.applications = applications;
		this.lookup = lookup;
	}

	/**
	 * Asks the organization's cloud for the tenant of its domain.
	 * @param id of the organization
	 * @return where to sign in
	 * @throws RemoteFailure when nobody can sign in there
	 */
	SignInTenant require(OrganizationId id) {
		Organization organization = this.organizations.require(id);
		String own = this.applications.clientId(id).orElse("");
		Cloud cloud = this.clouds.require(organization);
		if (cloud.clientId().isBlank()) {
			throw refused("microsoft365.no-client-id", "");
		}
		return switch (this.lookup.find(cloud, organization.domain())) {
			case TenantDiscovery.Found found -> new SignInTenant(organization, cloud, found.tenantId(), own);
			case TenantDiscovery.NotFound missing -> throw refused("microsoft365.unknown-domain", missing.evidence());
			case TenantDiscovery.Refused refused -> throw refused("microsoft365.lookup-refused", refused.evidence());
			case TenantDiscovery.OtherCloud other -> throw refused("microsoft365.other-cloud", other.evidence());
		};
	}

	/** The organization's cloud, without asking anybody. */
	Cloud cloud(OrganizationId id) {
		return this.clouds.require(this.organizations.require(id));
	}

	private static RemoteFailure refused(String code, String evidence) {
		return RemoteFailure.withoutEffect(SignInErrorMapper.SUBJECT, code, evidence);
	}

	/**
	 * Where an administrator signs in.
	 *
	 * @param organization whose administrator
	 * @param cloud in which the tenant is
	 * @param id of the tenant
	 * @param own application of the organization, or empty
	 */
	record SignInTenant(Organization organization, Cloud cloud, String id, String own) {
	}

}
