package io.hybridge.security.user;

import java.util.Locale;

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
import org.springframework.web.bind.annotation.ResponseStatus;

import io.hybridge.security.account.DisplayName;
import io.hybridge.security.account.PasswordHashing;
import io.hybridge.security.account.PasswordRules;
import io.hybridge.web.NotFound;

/**
 * Where an invited person chooses name and password. Unknown, used and ended look alike.
 */
@Controller
@RequestMapping("/invitations/{token}")
class InvitationController {

	private final Invitations invitations;

	private final InvitationAcceptance joining;

	InvitationController(Invitations invitations, InvitationAcceptance joining) {
		this.invitations = invitations;
		this.joining = joining;
	}

	@GetMapping
	String show(@PathVariable String token, Model model) {
		Invitation invitation = require(token);
		model.addAttribute("form", new JoinForm("", ""));
		return page(invitation, model);
	}

	@PostMapping
	String join(@PathVariable String token, @ModelAttribute("form") JoinForm form, BindingResult errors, Locale locale,
			Model model, HttpServletResponse response) {
		Invitation invitation = require(token);
		form.check(invitation, errors);
		if (!errors.hasErrors()) {
			try {
				this.joining.redeem(token, form.name().strip(), form.password(), locale);
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
	@ResponseStatus(HttpStatus.NOT_FOUND)
	String notHere() {
		return "security/invitation-over";
	}

	private Invitation require(String token) {
		return this.invitations.find(token).orElseThrow(NotFound::new);
	}

	private String page(Invitation invitation, Model model) {
		model.addAttribute("invitation", invitation);
		return "security/invitation";
	}

	/**
	 * What an invited person chooses.
	 *
	 * @param name as shown; not asked for where the account exists
	 * @param password never shown again
	 */
	record JoinForm(String name, String password) {

		JoinForm {
			name = (name != null) ? name : "";
			password = (password != null) ? password : "";
		}

		void check(Invitation invitation, Errors errors) {
			if (invitation.forNewAccount()) {
				DisplayName.check(this.name, errors);
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
