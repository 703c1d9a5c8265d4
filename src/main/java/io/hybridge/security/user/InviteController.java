package io.hybridge.security.user;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.hybridge.security.account.Role;
import io.hybridge.security.account.SignedIn;
import io.hybridge.security.account.UserName;
import io.hybridge.security.reach.Reach;
import io.hybridge.security.reach.ReachNames;

/** Invites somebody, and takes it back. */
@Controller
@RequestMapping("/settings/users/invitations")
class InviteController {

	private final InvitationAdministration invitations;

	private final ReachNames names;

	private final UsersPage page;

	InviteController(InvitationAdministration invitations, ReachNames names, UsersPage page) {
		this.invitations = invitations;
		this.names = names;
		this.page = page;
	}

	@PostMapping
	String invite(@ModelAttribute("form") InvitationForm form, BindingResult errors,
			@AuthenticationPrincipal SignedIn person, RedirectAttributes once, Model model,
			HttpServletResponse response) {
		form.check(errors);
		Reach reach = form.limit().read(form.role(), this.names, errors);
		if (!errors.hasErrors()) {
			try {
				UserName invited = UserName.of(form.userName());
				return this.page.lead(this.invitations.invite(invited, Role.valueOf(form.role()), reach, person),
						invited, once);
			}
			catch (InvitationAdministration.UserNameTaken ex) {
				errors.rejectValue("userName", "account.userName.taken");
			}
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return this.page.fill(person, model);
	}

	@PostMapping("/{id}/withdraw")
	String withdraw(@PathVariable long id, @AuthenticationPrincipal SignedIn person) {
		this.invitations.withdraw(id, person);
		return UsersPage.BACK;
	}

}
