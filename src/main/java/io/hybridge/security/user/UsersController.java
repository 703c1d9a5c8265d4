package io.hybridge.security.user;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.hybridge.security.account.Role;
import io.hybridge.security.account.SignedIn;
import io.hybridge.security.account.UserName;
import io.hybridge.security.address.ConsoleAddress;
import io.hybridge.security.demand.FactorDemand;

/** The people of this console, for its administrators. */
@Controller
@RequestMapping("/settings/users")
class UsersController {

	private static final String BACK = "redirect:/settings/users";

	private final AccountAdministration administration;

	private final InvitationAdministration invitations;

	private final UsersView view;

	private final ConsoleAddress address;

	private final FactorDemand demand;

	UsersController(AccountAdministration administration, InvitationAdministration invitations, UsersView view,
			ConsoleAddress address, FactorDemand demand) {
		this.administration = administration;
		this.invitations = invitations;
		this.view = view;
		this.address = address;
		this.demand = demand;
	}

	@GetMapping
	String show(@AuthenticationPrincipal SignedIn person, Model model) {
		model.addAttribute("form", new InvitationForm("", Role.OPERATOR.name()));
		return page(person, model);
	}

	@PostMapping("/invitations")
	String invite(@ModelAttribute("form") InvitationForm form, BindingResult errors,
			@AuthenticationPrincipal SignedIn person, RedirectAttributes once, Model model,
			HttpServletResponse response) {
		form.check(errors);
		if (!errors.hasErrors()) {
			try {
				showOnce(this.invitations.invite(UserName.of(form.userName()), Role.valueOf(form.role()), person),
						UserName.of(form.userName()), once);
				return BACK;
			}
			catch (InvitationAdministration.UserNameTaken ex) {
				errors.rejectValue("userName", "account.userName.taken");
			}
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return page(person, model);
	}

	@PostMapping("/invitations/{id}/withdraw")
	String withdraw(@PathVariable long id, @AuthenticationPrincipal SignedIn person) {
		this.invitations.withdraw(id, person);
		return BACK;
	}

	@PostMapping("/{id}/role")
	String changeRole(@PathVariable long id, @RequestParam Role newRole, @AuthenticationPrincipal SignedIn person) {
		this.administration.changeRole(id, newRole, person);
		return BACK;
	}

	@PostMapping("/{id}/deactivate")
	String deactivate(@PathVariable long id, @AuthenticationPrincipal SignedIn person) {
		this.administration.deactivate(id, person);
		return BACK;
	}

	@PostMapping("/{id}/activate")
	String activate(@PathVariable long id, @AuthenticationPrincipal SignedIn person) {
		this.administration.activate(id, person);
		return BACK;
	}

	@PostMapping("/{id}/factors/remove")
	String takeFactors(@PathVariable long id, @AuthenticationPrincipal SignedIn person) {
		this.administration.takeFactors(id, person);
		return BACK;
	}

	@PostMapping("/{id}/sessions/end")
	String endSessions(@PathVariable long id, @AuthenticationPrincipal SignedIn person) {
		this.administration.endSessions(id, person);
		return BACK;
	}

	@PostMapping("/{id}/renew")
	String renew(@PathVariable long id, @AuthenticationPrincipal SignedIn person, RedirectAttributes once) {
		showOnce(this.invitations.renew(id, person), this.view.userName(id), once);
		return BACK;
	}

	@ExceptionHandler(AdministratorTurns.OwnAccount.class)
	String ownAccount(RedirectAttributes once) {
		once.addFlashAttribute("refused", "users.own");
		return BACK;
	}

	private void showOnce(String token, UserName userName, RedirectAttributes once) {
		once.addFlashAttribute("link", this.address.of("/invitations/" + token));
		once.addFlashAttribute("invited", userName.value());
	}

	private String page(SignedIn person, Model model) {
		this.view.addTo(model, person);
		model.addAttribute("demanded", this.demand.made());
		return "security/users";
	}

}
