package io.hybridge.organization;

import java.util.List;

import jakarta.validation.Valid;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.hybridge.organization.DomainReading.Accepted;
import io.hybridge.organization.DomainReading.Note;
import io.hybridge.security.account.SignedIn;
import io.hybridge.web.LayoutModel;

/** The form for a new organization, and the list of those that are archived. */
@Controller
class OrganizationController {

	private static final int PAGE = 50;

	private final Organizations organizations;

	private final Registration registration;

	private final ApplicationEventPublisher events;

	private final LayoutModel layout;

	OrganizationController(Organizations organizations, Registration registration, ApplicationEventPublisher events,
			LayoutModel layout) {
		this.organizations = organizations;
		this.registration = registration;
		this.events = events;
		this.layout = layout;
	}

	/** One of the lab where there is a lab, unless a real one is asked for. */
	@GetMapping("/organizations/new")
	String form(@RequestParam(defaultValue = "lab") String environment, Model model) {
		boolean live = !this.layout.labPresent() || environment.equals("live");
		model.addAttribute("live", live);
		model.addAttribute("form", live ? OrganizationForm.EMPTY : OrganizationForm.FABRIKAM);
		return "organization/form";
	}

	/** Those that stand in no other list, a page at a time. */
	@GetMapping("/organizations/archived")
	String archived(@RequestParam(defaultValue = "0") long after, Model model) {
		List<Organization> page = this.organizations.archived(after, Limit.of(PAGE + 1));
		List<Organization> shown = page.subList(0, Math.min(page.size(), PAGE));
		model.addAttribute("organizations", shown);
		model.addAttribute("further", (page.size() > PAGE) ? shown.getLast().id() : null);
		return "organization/archived";
	}

	/**
	 * Registers, and leads to the page of the new organization.
	 * @param check whether its four steps are looked at right away
	 */
	@PostMapping("/organizations")
	String register(@Valid @ModelAttribute("form") OrganizationForm form, BindingResult errors,
			@RequestParam(defaultValue = "false") boolean check, @RequestParam(defaultValue = "lab") String environment,
			@AuthenticationPrincipal SignedIn person, Model model, RedirectAttributes redirect) {
		if (!person.role().mayChange()) {
			throw new AccessDeniedException("An auditor registers no organization");
		}
		boolean live = environment.equals("live");
		Accepted accepted = TypedDomain.read(form, errors, model);
		try {
			if (!errors.hasErrors()) {
				OrganizationId id = this.registration.register(form.plainName(), accepted.domain(),
						TypedDomain.shown(form, accepted), live ? Environment.LIVE : Environment.LAB, person);
				redirect.addFlashAttribute("notes", accepted.notes().stream().map(Note::code).toList());
				if (check) {
					this.events.publishEvent(new Organization.CheckAsked(id, person.actor()));
				}
				return "redirect:/organizations/" + id + (live ? "/connection" : "");
			}
		}
		catch (DomainTaken ex) {
			TypedDomain.taken(ex, errors, model);
		}
		catch (NotRegistered ex) {
			errors.reject(ex.code());
		}
		model.addAttribute("live", live);
		return "organization/form";
	}

}
