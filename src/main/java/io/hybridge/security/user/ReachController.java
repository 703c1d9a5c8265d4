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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.hybridge.security.account.Account;
import io.hybridge.security.account.Accounts;
import io.hybridge.security.account.Role;
import io.hybridge.security.account.SignedIn;
import io.hybridge.security.reach.Reach;
import io.hybridge.security.reach.ReachForm;
import io.hybridge.security.reach.ReachNames;
import io.hybridge.web.NotFound;

/** The page on which an administrator says which organizations an account may see. */
@Controller
@RequestMapping("/settings/users/{id}/reach")
class ReachController {

	private static final String PAGE = "security/reach";

	private final Accounts accounts;

	private final ReachAdministration administration;

	private final ReachNames names;

	ReachController(Accounts accounts, ReachAdministration administration, ReachNames names) {
		this.accounts = accounts;
		this.administration = administration;
		this.names = names;
	}

	@GetMapping
	String show(@PathVariable long id, Model model) {
		Account account = describe(id, model);
		model.addAttribute("form", ReachForm.of(this.administration.of(account), this.names));
		return PAGE;
	}

	@PostMapping
	String limit(@PathVariable long id, @ModelAttribute("form") ReachForm form, BindingResult errors,
			@AuthenticationPrincipal SignedIn person, Model model, HttpServletResponse response) {
		Account account = describe(id, model);
		Reach reach = form.read(account.role().name(), this.names, errors);
		if (errors.hasErrors()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return PAGE;
		}
		this.administration.limit(id, reach, person);
		return "redirect:/settings/users";
	}

	@ExceptionHandler(AdministratorTurns.OwnAccount.class)
	String ownAccount(RedirectAttributes once) {
		once.addFlashAttribute("refused", "users.own");
		return "redirect:/settings/users";
	}

	/** Whoever administers the console is limited to nothing. */
	private Account describe(long id, Model model) {
		Account account = this.accounts.require(id);
		if (account.role() == Role.ADMINISTRATOR) {
			throw new NotFound();
		}
		model.addAttribute("account", id);
		model.addAttribute("name", account.displayName());
		model.addAttribute("groups", this.names.groups());
		return account;
	}

}
