package io.hybridge.security.user;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.hybridge.security.account.SignedIn;
import io.hybridge.security.account.UserName;
import io.hybridge.security.address.ConsoleAddress;
import io.hybridge.security.demand.FactorDemand;
import io.hybridge.security.reach.ReachNames;

/** The page of all users, and what it shows only once. */
@Component
class UsersPage {

	static final String BACK = "redirect:/settings/users";

	private final UsersView view;

	private final FactorDemand demand;

	private final ReachNames names;

	private final ConsoleAddress address;

	UsersPage(UsersView view, FactorDemand demand, ReachNames names, ConsoleAddress address) {
		this.view = view;
		this.demand = demand;
		this.names = names;
		this.address = address;
	}

	String fill(SignedIn person, Model model) {
		this.view.addTo(model, person);
		model.addAttribute("demanded", this.demand.made());
		model.addAttribute("groups", this.names.groups());
		return "security/users";
	}

	String lead(String token, UserName userName, RedirectAttributes once) {
		once.addFlashAttribute("link", this.address.of("/invitations/" + token));
		once.addFlashAttribute("invited", userName.value());
		return BACK;
	}

}
