package io.hybridge.security.demand;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

import io.hybridge.security.account.SignedIn;

/** Lets an administrator demand a second factor of everybody, and lift that again. */
@Controller
@RequestMapping("/settings/users/factor-demand")
class FactorDemandController {

	private static final String BACK = "redirect:/settings/users";

	private final FactorDemand demand;

	FactorDemandController(FactorDemand demand) {
		this.demand = demand;
	}

	@PostMapping
	String make(@AuthenticationPrincipal SignedIn person) {
		this.demand.make(person);
		return BACK;
	}

	@PostMapping("/lift")
	String lift(@AuthenticationPrincipal SignedIn person) {
		this.demand.lift(person);
		return BACK;
	}

}
