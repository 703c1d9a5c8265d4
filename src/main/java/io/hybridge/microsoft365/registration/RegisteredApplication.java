package io.hybridge.microsoft365.registration;

import java.net.URI;
import java.util.Optional;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import io.hybridge.audit.AuditActor;
import io.hybridge.microsoft365.Clouds;
import io.hybridge.microsoft365.signin.SignIns;
import io.hybridge.microsoft365.signin.SignIns.Attempt.SignedInAs;
import io.hybridge.organization.Environment;
import io.hybridge.organization.Organization;
import io.hybridge.organization.OrganizationId;
import io.hybridge.organization.Organizations;
import io.hybridge.security.address.ConsoleAddress;
import io.hybridge.web.NotFound;

/** What the page says of the application of a real organization. */
@Component
class RegisteredApplication {

	private final Organizations organizations;

	private final AppRegistrations registrations;

	private final SignIns signIns;

	private final ConsoleAddress address;

	private final Clouds clouds;

	RegisteredApplication(Organizations organizations, AppRegistrations registrations, SignIns signIns,
			ConsoleAddress address, Clouds clouds) {
		this.organizations = organizations;
		this.registrations = registrations;
		this.signIns = signIns;
		this.address = address;
		this.clouds = clouds;
	}

	/**
	 * Finds the organization.
	 * @throws NotFound for one of the lab, which brings its own application
	 */
	Organization require(long id) {
		Organization organization = this.organizations.require(new OrganizationId(id));
		if (organization.environment() == Environment.LAB) {
			throw new NotFound();
		}
		return organization;
	}

	void describe(Organization organization, AuditActor person, Model model) {
		URI redirect = URI.create(this.address.of(SignIns.RETURN));
		boolean local = "localhost".equals(redirect.getHost());
		model.addAttribute("scope", organization.scope());
		model.addAttribute("organizationId", organization.id().value());
		model.addAttribute("own", this.registrations.clientId(organization.id()).orElse(null));
		model.addAttribute("fallback", this.clouds.defaultApplication(organization));
		model.addAttribute("redirect", redirect.toString());
		model.addAttribute("local", local);
		model.addAttribute("plain", !local && "http".equals(redirect.getScheme()));
		model.addAttribute("refusal", this.signIns.refusal(organization.id(), person).orElse(null));
		model.addAttribute("seen", seen(organization, person).orElse(null));
	}

	/** Entra shows the two ids side by side. */
	boolean isTenant(Organization organization, AuditActor person, String clientId) {
		return seen(organization, person).filter((signedIn) -> signedIn.tenantId().equalsIgnoreCase(clientId))
			.isPresent();
	}

	private Optional<SignedInAs> seen(Organization organization, AuditActor person) {
		return this.signIns.current(organization.id(), person)
			.filter(SignedInAs.class::isInstance)
			.map(SignedInAs.class::cast);
	}

}
