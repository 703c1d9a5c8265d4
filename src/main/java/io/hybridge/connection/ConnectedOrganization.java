package io.hybridge.connection;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import io.hybridge.organization.Environment;
import io.hybridge.organization.Organization;
import io.hybridge.organization.OrganizationId;
import io.hybridge.organization.Organizations;
import io.hybridge.web.NotFound;

/** The real organization that a page of its connection is about. */
@Component
class ConnectedOrganization {

	private final Organizations organizations;

	ConnectedOrganization(Organizations organizations) {
		this.organizations = organizations;
	}

	/**
	 * Finds it, and tells the page.
	 * @throws NotFound for one of the lab, whose servers the lab itself connects
	 */
	Organization require(long id, Model model) {
		Organization organization = this.organizations.require(new OrganizationId(id));
		if (organization.environment() == Environment.LAB) {
			throw new NotFound();
		}
		model.addAttribute("scope", organization.scope());
		model.addAttribute("organization", organization);
		model.addAttribute("organizationId", id);
		return organization;
	}

}
