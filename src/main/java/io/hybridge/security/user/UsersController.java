package io.hybridge.security.user;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.hybridge.security.account.Role;
import io.hybridge.security.account.SignedIn;

/** The people of this console, for its administrators. */
@Controller
@RequestMapping("/settings/users")
class UsersController {

	private final AccountAdministration administration;

	private final InvitationAdministration invitations;

	private final UsersView view;

	private final UsersPage page;

	UsersController(AccountAdministration administration, InvitationAdministration invitations, UsersView view,
			UsersPage page) {
		this.administration = administration;
		this.invitations = invitations;
		this.view = view;
		this.page = page;
	}

	@GetMapping
	String show(@AuthenticationPrincipal SignedIn person, Model model) {
		model.addAttribute("form", new InvitationForm("", Role.OPERATOR.name(), null, null));
		return this.page.fill(person, model);
	}

	@PostMapping("/{id}/role")
	String changeRole(@PathVariable long id, @RequestParam Role newRole, @AuthenticationPrincipal SignedIn person) {
		this.administration.changeRole(id, newRole, person);
		return UsersPage.BACK;
	}

	@PostMapping("/{id}/deactivate")
	String deactivate(@PathVariable long id, @AuthenticationPrincipal SignedIn person) {
		this.administration.deactivate(id, person);
		return UsersPage.BACK;
	}

	@PostMapping("/{id}/activate")
	String activate(@PathVariable long id, @AuthenticationPrincipal SignedIn person) {
		this.administration.activate(id, person);
		return UsersPage.BACK;
	}

	@PostMapping("/{id}/factors/remove")
	String takeFactors(@PathVariable long id, @AuthenticationPrincipal SignedIn person) {
		this.administration.takeFactors(id, person);
		return UsersPage.BACK;
	}

	@PostMapping("/{id}/sessions/end")
	String endSessions(@PathVariable long id, @AuthenticationPrincipal SignedIn person) {
		this.administration.endSessions(id, person);
		return UsersPage.BACK;
	}

	@PostMapping("/{id}/renew")
	String renew(@PathVariable long id, @AuthenticationPrincipal SignedIn person, RedirectAttributes once) {
		return this.page.lead(this.invitations.renew(id, person), this.view.userName(id), once);
	}

	@ExceptionHandler(AdministratorTurns.OwnAccount.class)
	String ownAccount(RedirectAttributes once) {
		once.addFlashAttribute("refused", "users.own");
		return UsersPage.BACK;
	}

}
