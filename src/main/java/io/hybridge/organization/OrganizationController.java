package io.hybridge.organization;

import jakarta.validation.Valid;

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
import io.hybridge.organization.DomainReading.Refused;
import io.hybridge.security.account.SignedIn;

/** The form for a new organization. */
@Controller
class OrganizationController {

	private final Registration registration;

	OrganizationController(Registration registration) {
		this.registration = registration;
	}

	@GetMapping("/organizations/new")
	String form(@RequestParam(defaultValue = "lab") String environment, Model model) {
		model.addAttribute("live", environment.equals("live"));
		model.addAttribute("form", OrganizationForm.FABRIKAM);
		return "organization/form";
	}

	@PostMapping("/organizations")
	String register(@Valid @ModelAttribute("form") OrganizationForm form, BindingResult errors,
			@AuthenticationPrincipal SignedIn person, Model model, RedirectAttributes redirect) {
		if (!person.role().mayChange()) {
			throw new AccessDeniedException("An auditor registers no organization");
		}
		Accepted accepted = domain(form, errors, model);
		try {
			if (!errors.hasErrors()) {
				OrganizationId id = this.registration.register(form.plainName(), accepted.domain(),
						typed(form, accepted), Environment.LAB, person);
				redirect.addFlashAttribute("notes", accepted.notes().stream().map(Note::code).toList());
				return "redirect:/organizations/" + id + "/enablement/tenant";
			}
		}
		catch (DomainTaken ex) {
			errors.rejectValue("domain", "organization.domain.rule.known", new Object[] { ex.by() }, null);
		}
		catch (NotRegistered ex) {
			errors.reject(ex.code());
		}
		model.addAttribute("live", false);
		return "organization/form";
	}

	private static Accepted domain(OrganizationForm form, BindingResult errors, Model model) {
		return switch (DomainName.parse(form.domain())) {
			case Refused refused -> {
				errors.rejectValue("domain", refused.rule().code(), new Object[] { refused.example() }, null);
				yield null;
			}
			case Accepted accepted -> {
				ask(accepted, form, errors, model);
				yield accepted;
			}
		};
	}

	private static void ask(Accepted accepted, OrganizationForm form, BindingResult errors, Model model) {
		if (accepted.notes().contains(Note.MIXED_SCRIPT)) {
			model.addAttribute("mixedScript", true);
			if (!Boolean.TRUE.equals(form.lettersCompared())) {
				errors.rejectValue("domain", Note.MIXED_SCRIPT.code(),
						new Object[] { accepted.shown(), accepted.domain().value() }, null);
			}
		}
	}

	private static String typed(OrganizationForm form, Accepted accepted) {
		return (form.domain().length() <= DomainName.LONGEST) ? form.domain() : accepted.shown();
	}

}
