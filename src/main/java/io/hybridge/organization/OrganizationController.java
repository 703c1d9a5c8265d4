package io.hybridge.organization;

import jakarta.validation.Valid;

import org.springframework.context.ApplicationEventPublisher;
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

/** The form for a new organization, for who is limited to none. */
@Controller
class OrganizationController {

	private final Registration registration;

	private final ApplicationEventPublisher events;

	private final LayoutModel layout;

	OrganizationController(Registration registration, ApplicationEventPublisher events, LayoutModel layout) {
		this.registration = registration;
		this.events = events;
		this.layout = layout;
	}

	/** One of the lab where there is a lab, unless a real one is asked for. */
	@GetMapping("/organizations/new")
	String form(@RequestParam(defaultValue = "lab") String environment, @AuthenticationPrincipal SignedIn person,
			Model model) {
		requireWithoutLimit(person);
		boolean live = !this.layout.labPresent() || environment.equals("live");
		model.addAttribute("live", live);
		model.addAttribute("form", live ? OrganizationForm.EMPTY : OrganizationForm.FABRIKAM);
		return "organization/form";
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
		requireWithoutLimit(person);
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

	/** Nobody would see what they registered, and its domain could be another's. */
	private static void requireWithoutLimit(SignedIn person) {
		if (person.limited()) {
			throw new AccessDeniedException("Who is limited to some organizations registers none");
		}
	}

}
