package io.hybridge.security.user;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

import io.hybridge.security.account.DisplayName;
import io.hybridge.security.account.PasswordHashing;
import io.hybridge.security.account.PasswordRules;
import io.hybridge.security.account.Preferences;
import io.hybridge.security.profile.PreferenceChoices;
import io.hybridge.security.profile.PreferencesForm;
import io.hybridge.security.signin.KnownDevices;
import io.hybridge.security.stranger.Attempts;
import io.hybridge.security.stranger.DoorWatch;
import io.hybridge.web.NotFound;
import io.hybridge.web.TypedText;

/**
 * Where an invited person chooses name and password. Unknown, used and ended look alike.
 */
@Controller
@RequestMapping("/invitations/{token}")
class InvitationController {

	private final Invitations invitations;

	private final InvitationAcceptance joining;

	private final PreferenceChoices choices;

	private final DoorWatch doors;

	private final KnownDevices devices;

	InvitationController(Invitations invitations, InvitationAcceptance joining, PreferenceChoices choices,
			DoorWatch doors, KnownDevices devices) {
		this.invitations = invitations;
		this.joining = joining;
		this.choices = choices;
		this.doors = doors;
		this.devices = devices;
	}

	@GetMapping
	String show(@PathVariable String token, Locale locale, Model model) {
		Invitation invitation = require(token);
		model.addAttribute("form", JoinForm.in(locale));
		return page(invitation, model);
	}

	@PostMapping
	String join(@PathVariable String token, @ModelAttribute("form") JoinForm form, BindingResult errors, Model model,
			HttpServletRequest request, HttpServletResponse response) {
		Invitation invitation = require(token);
		form.check(invitation, errors);
		if (!errors.hasErrors()) {
			try {
				long account = this.joining.redeem(token, form.name(), form.password(), form.preferred(invitation));
				this.devices.remember(account, request, response);
				return "redirect:/sign-in?joined";
			}
			catch (PasswordHashing.Busy ex) {
				errors.reject("security.busy");
			}
		}
		response.setStatus(errors.hasGlobalErrors() ? HttpStatus.SERVICE_UNAVAILABLE.value()
				: HttpStatus.UNPROCESSABLE_CONTENT.value());
		return page(invitation, model);
	}

	@ExceptionHandler(NotFound.class)
	String notHere(HttpServletRequest request, HttpServletResponse response) throws IOException {
		if (!this.doors.answersWrong(Attempts.Door.INVITATION, request)) {
			response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
			return null;
		}
		response.setStatus(HttpStatus.NOT_FOUND.value());
		return "security/invitation-over";
	}

	private Invitation require(String token) {
		return this.invitations.find(token).orElseThrow(NotFound::new);
	}

	private String page(Invitation invitation, Model model) {
		model.addAttribute("invitation", invitation);
		this.choices.addTo(model);
		return "security/invitation";
	}

	/**
	 * What an invited person chooses.
	 *
	 * @param name as shown; not asked for where the account exists
	 * @param password never shown again
	 * @param language of their pages, asked for together with the name
	 * @param zone in which they read times
	 */
	record JoinForm(String name, String password, String language, String zone) {

		JoinForm {
			name = TypedText.line(name);
			password = (password != null) ? password : "";
		}

		static JoinForm in(Locale language) {
			PreferencesForm usual = PreferencesForm.of(Preferences.of(language));
			return new JoinForm("", "", usual.language(), usual.zone());
		}

		/** Empty where the account exists: it keeps its own. */
		Optional<Preferences> preferred(Invitation invitation) {
			return invitation.forNewAccount() ? Optional.of(preferences().preferences()) : Optional.empty();
		}

		private PreferencesForm preferences() {
			return new PreferencesForm(this.language, this.zone, null);
		}

		void check(Invitation invitation, Errors errors) {
			if (invitation.forNewAccount()) {
				DisplayName.check(this.name, errors);
				preferences().check(errors);
			}
			PasswordRules.fault(this.password, this.name, invitation.userName().value())
				.ifPresent((fault) -> errors.rejectValue("password", fault));
		}

		@Override
		public String toString() {
			return "JoinForm of " + this.name;
		}

	}

}
