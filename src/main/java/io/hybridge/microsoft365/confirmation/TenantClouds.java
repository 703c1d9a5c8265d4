package io.hybridge.microsoft365.confirmation;

import java.util.List;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import io.hybridge.microsoft365.Clouds;
import io.hybridge.microsoft365.KnownCloud;
import io.hybridge.microsoft365.discovery.DomainLookup;
import io.hybridge.organization.Organization;
import io.hybridge.organization.OrganizationId;
import io.hybridge.organization.Organizations;
import io.hybridge.remote.RemoteFailure;
import io.hybridge.web.NotFound;

/** Asks clouds for the tenant of an organization. */
@Component
class TenantClouds {

	private final Organizations organizations;

	private final StoredClouds confirmed;

	private final Clouds clouds;

	private final DomainLookup lookup;

	TenantClouds(Organizations organizations, StoredClouds confirmed, Clouds clouds, DomainLookup lookup) {
		this.organizations = organizations;
		this.confirmed = confirmed;
		this.clouds = clouds;
		this.lookup = lookup;
	}

	Organization require(long id) {
		return this.organizations.require(new OrganizationId(id));
	}

	/** For one that is archived nobody is asked any more. */
	Organization inUse(long id) {
		Organization organization = require(id);
		if (organization.isArchived()) {
			throw new NotFound();
		}
		return organization;
	}

	CloudAnswer ask(Organization organization, KnownCloud known) {
		try {
			return CloudAnswer.of(known,
					this.lookup.find(this.clouds.require(organization, known), organization.domain()));
		}
		catch (RemoteFailure ex) {
			return CloudAnswer.failed(known, ex.code(), ex.evidence());
		}
	}

	void describe(Organization organization, Model model) {
		model.addAttribute("scope", organization.scope());
		model.addAttribute("organizationId", organization.id().value());
		model.addAttribute("domain", organization.domain().value());
		model.addAttribute("cloud", this.confirmed.of(organization.id()));
		model.addAttribute("confirmed", this.confirmed.confirmed(organization.id()).isPresent());
		model.addAttribute("clouds", List.of(KnownCloud.values()));
	}

}
