package io.hybridge.organization;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.hybridge.organization.DomainReading.Accepted;
import io.hybridge.organization.OrganizationCare.Correction;
import io.hybridge.security.account.SignedIn;

/** The page on which an organization is corrected, archived, brought back and removed. */
@Controller
@RequestMapping("/organizations/{id}")
class OrganizationCareController {

	private static final String SETTINGS = "redirect:/organizations/{id}/settings";

	private final Organizations organizations;

	private final OrganizationHistory history;

	private final OrganizationCare care;

	private final FreeDomains domains;

	OrganizationCareController(Organizations organizations, OrganizationHistory history, OrganizationCare care,
			FreeDomains domains) {
		this.organizations = organizations;
		this.history = history;
		this.care = care;
		this.domains = domains;
	}

	@GetMapping("/settings")
	String settings(@PathVariable long id, @AuthenticationPrincipal SignedIn person, Model model) {
		Organization organization = describe(id, person, model);
		model.addAttribute("form", new OrganizationForm(organization.name(), organization.typedDomain(), null));
		return "organization/settings";
	}

	@PostMapping("/settings")
	String correct(@PathVariable long id, @RequestParam long version,
			@Valid @ModelAttribute("form") OrganizationForm form, BindingResult errors,
			@AuthenticationPrincipal SignedIn person, Model model, HttpServletResponse response) {
		Organization organization = describe(id, person, model);
		if (organization.isArchived()) {
			throw StillInUse.archived();
		}
		Correction wanted = wanted(organization, form, errors, model);
		try {
			if (!errors.hasErrors()) {
				this.domains.claim(wanted.domain(), organization.environment(), organization.id(), () -> {
					this.care.correct(organization.id(), version, wanted, person.actor());
					return wanted;
				});
				return "redirect:/organizations/{id}";
			}
		}
		catch (DomainTaken ex) {
			TypedDomain.taken(ex, errors, model);
		}
		catch (StillInUse ex) {
			errors.reject(ex.code());
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return "organization/settings";
	}

	@PostMapping("/archive")
	String archive(@PathVariable long id, @RequestParam long version, @AuthenticationPrincipal SignedIn person) {
		this.care.archive(new OrganizationId(id), version, person.actor());
		return "redirect:/organizations/{id}";
	}

	@PostMapping("/restore")
	String restore(@PathVariable long id, @RequestParam long version, @AuthenticationPrincipal SignedIn person) {
		this.care.restore(new OrganizationId(id), version, person.actor());
		return "redirect:/organizations/{id}";
	}

	@GetMapping("/remove")
	String ask(@PathVariable long id, @AuthenticationPrincipal SignedIn person, Model model) {
		describe(id, person, model);
		return "organization/remove";
	}

	@PostMapping("/remove")
	String remove(@PathVariable long id, @RequestParam long version, @AuthenticationPrincipal SignedIn person,
			RedirectAttributes once) {
		once.addFlashAttribute("removed", this.care.remove(new OrganizationId(id), version, person.actor()));
		return "redirect:/organizations";
	}

	@ExceptionHandler
	String stillInUse(StillInUse ex, RedirectAttributes once) {
		once.addFlashAttribute("refused", ex.code());
		return SETTINGS;
	}

	private Organization describe(long id, SignedIn person, Model model) {
		Organization organization = this.organizations.require(new OrganizationId(id));
		model.addAttribute("scope", organization.scope());
		model.addAttribute("organization", organization);
		model.addAttribute("use", this.history.of(organization.id()));
		model.addAttribute("mayChange", person.role().mayChange());
		return organization;
	}

	/** A domain that has to stay is not asked for. */
	private static Correction wanted(Organization organization, OrganizationForm form, BindingResult errors,
			Model model) {
		if (form.domain() == null || form.domain().equals(organization.typedDomain())) {
			return new Correction(form.plainName(), organization.domain(), organization.typedDomain());
		}
		Accepted accepted = TypedDomain.read(form, errors, model);
		return (accepted != null)
				? new Correction(form.plainName(), accepted.domain(), TypedDomain.shown(form, accepted)) : null;
	}

}
