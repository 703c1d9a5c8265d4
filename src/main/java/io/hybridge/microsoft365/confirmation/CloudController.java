package io.hybridge.microsoft365.confirmation;

import java.util.Optional;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.hybridge.microsoft365.KnownCloud;
import io.hybridge.microsoft365.TenantDiscovery;
import io.hybridge.organization.Organization;
import io.hybridge.security.account.SignedIn;
import io.hybridge.web.NotFound;

/** The page on which a person confirms in which cloud a tenant is. */
@Controller
@RequestMapping("/organizations/{id}/cloud")
class CloudController {

	private static final String PAGE = "microsoft365/cloud";

	private final TenantClouds tenants;

	private final CloudConfirmation confirmation;

	CloudController(TenantClouds tenants, CloudConfirmation confirmation) {
		this.tenants = tenants;
		this.confirmation = confirmation;
	}

	@GetMapping
	String show(@PathVariable long id, Model model) {
		this.tenants.describe(this.tenants.require(id), model);
		return PAGE;
	}

	/** Asks one cloud for the domain, and changes nothing. */
	@PostMapping("/look")
	String look(@PathVariable long id, @RequestParam String cloud, Model model) {
		Organization organization = this.tenants.inUse(id);
		this.tenants.describe(organization, model);
		model.addAttribute("answer", this.tenants.ask(organization, known(cloud)));
		return PAGE;
	}

	/** What was shown is asked for again: a form proves nothing. */
	@PostMapping
	String confirm(@PathVariable long id, @RequestParam String cloud, @AuthenticationPrincipal SignedIn person,
			Model model, RedirectAttributes once) {
		Organization organization = this.tenants.inUse(id);
		KnownCloud known = known(cloud);
		CloudAnswer answer = this.tenants.ask(organization, known);
		Optional<TenantDiscovery.Found> found = answer.tenantIn(known);
		if (found.isEmpty()) {
			this.tenants.describe(organization, model);
			model.addAttribute("answer", answer);
			return PAGE;
		}
		this.confirmation.confirm(organization, known, found.get(), person.actor());
		once.addFlashAttribute("done", true);
		return "redirect:/organizations/{id}/cloud";
	}

	private static KnownCloud known(String name) {
		return KnownCloud.named(name).orElseThrow(NotFound::new);
	}

}
