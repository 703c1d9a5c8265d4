package io.hybridge.security.setup;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.SessionAttribute;

import io.hybridge.security.account.SignedIn;
import io.hybridge.security.profile.PreferenceChoices;
import io.hybridge.security.profile.PreferencesForm;
import io.hybridge.security.profile.Profile;
import io.hybridge.web.NotFound;

/**
 * The two last steps of the set-up, for the session that created the administrator and
 * for no other.
 */
@Controller
@RequestMapping("/setup")
class WelcomeController {

	static final String WELCOME = "setup.welcome";

	private final Profile profile;

	private final PreferenceChoices choices;

	WelcomeController(Profile profile, PreferenceChoices choices) {
		this.profile = profile;
		this.choices = choices;
	}

	@ModelAttribute
	void onlyRightAfter(@SessionAttribute(name = WELCOME, required = false) Boolean welcome,
			@AuthenticationPrincipal SignedIn person) {
		if (welcome == null || person == null) {
			throw new NotFound();
		}
	}

	@GetMapping("/language")
	String askForLanguage(@AuthenticationPrincipal SignedIn person, Model model) {
		model.addAttribute("form", PreferencesForm.of(this.profile.preferences(person)));
		return languagePage(model);
	}

	@PostMapping("/language")
	String takeLanguage(@ModelAttribute("form") PreferencesForm form, BindingResult errors,
			@AuthenticationPrincipal SignedIn person, Model model, HttpServletResponse response) {
		form.check(errors);
		if (errors.hasErrors()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return languagePage(model);
		}
		this.profile.prefer(person, form.preferences());
		return "redirect:/setup/choice";
	}

	@GetMapping("/choice")
	String choice() {
		return "security/setup-choice";
	}

	private String languagePage(Model model) {
		this.choices.addTo(model);
		return "security/setup-language";
	}

}
