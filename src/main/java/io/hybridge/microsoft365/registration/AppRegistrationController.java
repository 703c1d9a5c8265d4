package io.hybridge.microsoft365.registration;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.hybridge.organization.Organization;
import io.hybridge.security.account.SignedIn;

/** The page that leads through registering an application, and takes its id. */
@Controller
@RequestMapping("/organizations/{id}/app-registration")
class AppRegistrationController {

	private static final String PAGE = "microsoft365/app-registration";

	private static final String HERE = "redirect:/organizations/{id}/app-registration";

	private final RegisteredApplication applications;

	private final AppRegistrationCare care;

	AppRegistrationController(RegisteredApplication applications, AppRegistrationCare care) {
		this.applications = applications;
		this.care = care;
	}

	@GetMapping
	String show(@PathVariable long id, @AuthenticationPrincipal SignedIn person, Model model) {
		this.applications.describe(this.applications.require(id), person.actor(), model);
		model.addAttribute("form", new AppRegistrationForm(""));
		return PAGE;
	}

	@PostMapping
	String enter(@PathVariable long id, @Valid @ModelAttribute("form") AppRegistrationForm form, BindingResult errors,
			@AuthenticationPrincipal SignedIn person, Model model, HttpServletResponse response,
			RedirectAttributes once) {
		Organization organization = this.applications.require(id);
		if (this.applications.isTenant(organization, person.actor(), form.clientId())) {
			errors.rejectValue("clientId", "microsoft365.app.rule.tenant");
		}
		if (errors.hasErrors()) {
			this.applications.describe(organization, person.actor(), model);
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return PAGE;
		}
		this.care.enter(organization, form.clientId(), person.actor());
		once.addFlashAttribute("done", "microsoft365.app.entered");
		return HERE;
	}

	@PostMapping("/remove")
	String remove(@PathVariable long id, @AuthenticationPrincipal SignedIn person, RedirectAttributes once) {
		this.care.remove(this.applications.require(id), person.actor());
		once.addFlashAttribute("done", "microsoft365.app.removed");
		return HERE;
	}

}
