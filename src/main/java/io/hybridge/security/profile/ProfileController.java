package io.hybridge.security.profile;

import jakarta.servlet.http.HttpServletRequest;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.hybridge.security.account.PasswordHashing;
import io.hybridge.security.account.SignedIn;
import io.hybridge.security.factor.Factors;

/** One's own account: how pages look, and the password. */
@Controller
@RequestMapping("/settings")
class ProfileController {

	private static final String BACK = "redirect:/settings/profile";

	private final Profile profile;

	private final PasswordChange passwords;

	private final PreferenceChoices choices;

	private final Factors factors;

	ProfileController(Profile profile, PasswordChange passwords, PreferenceChoices choices, Factors factors) {
		this.profile = profile;
		this.passwords = passwords;
		this.choices = choices;
		this.factors = factors;
	}

	@GetMapping
	String settings() {
		return BACK;
	}

	@GetMapping("/profile")
	String show(@AuthenticationPrincipal SignedIn person, Model model) {
		return page(person, model);
	}

	@PostMapping("/profile")
	String prefer(@ModelAttribute("form") PreferencesForm form, BindingResult errors,
			@AuthenticationPrincipal SignedIn person, RedirectAttributes once, Model model,
			HttpServletResponse response) {
		form.check(errors);
		if (errors.hasErrors()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return page(person, model);
		}
		this.profile.prefer(person, form.preferences());
		once.addFlashAttribute("done", "profile.saved");
		return BACK;
	}

	@PostMapping("/profile/password")
	String changePassword(@ModelAttribute("change") PasswordForm change, BindingResult errors,
			@AuthenticationPrincipal SignedIn person, RedirectAttributes once, Model model, HttpServletRequest request,
			HttpServletResponse response) {
		try {
			this.passwords.change(person, change, errors, request);
		}
		catch (PasswordHashing.Busy ex) {
			errors.reject("security.busy");
		}
		if (errors.hasErrors()) {
			response.setStatus(errors.hasGlobalErrors() ? HttpStatus.SERVICE_UNAVAILABLE.value()
					: HttpStatus.UNPROCESSABLE_CONTENT.value());
			return page(person, model);
		}
		once.addFlashAttribute("done", "profile.password.changed");
		return BACK;
	}

	private String page(SignedIn person, Model model) {
		if (!model.containsAttribute("form")) {
			model.addAttribute("form", PreferencesForm.of(this.profile.preferences(person)));
		}
		if (!model.containsAttribute("change")) {
			model.addAttribute("change", new PasswordForm("", ""));
		}
		model.addAttribute("userName", this.profile.account(person).userName().value());
		model.addAttribute("hasFactor", this.factors.awaits(person.accountId()));
		this.choices.addTo(model);
		return "security/profile";
	}

}
