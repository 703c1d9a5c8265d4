package io.hybridge.enablement;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

import io.hybridge.organization.OrganizationId;
import io.hybridge.security.account.SignedIn;

/** Checks all four steps of an organization and stays on its page. */
@Controller
class OrganizationCheckController {

	private final Enablement enablement;

	OrganizationCheckController(Enablement enablement) {
		this.enablement = enablement;
	}

	@PostMapping("/organizations/{id}/check")
	String check(@PathVariable long id, @AuthenticationPrincipal SignedIn person) {
		this.enablement.checkAll(new OrganizationId(id), person.actor());
		return "redirect:/organizations/{id}";
	}

}
