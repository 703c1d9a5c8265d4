package io.hybridge.microsoft365.signin;

import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import io.hybridge.organization.OrganizationId;
import io.hybridge.organization.Organizations;
import io.hybridge.security.account.SignedIn;

/**
 * Where Microsoft sends a browser back. Whatever comes is led on at once, so that no code
 * stays in the address.
 */
@Controller
class SignInReturnController {

	private final Organizations organizations;

	private final NewestSignIns signIns;

	SignInReturnController(Organizations organizations, NewestSignIns signIns) {
		this.organizations = organizations;
		this.signIns = signIns;
	}

	@GetMapping(SignIns.RETURN)
	String back(@RequestParam(required = false) String state, @RequestParam(required = false) String code,
			@RequestParam(required = false) String error,
			@RequestParam(name = "error_description", required = false) String description,
			@AuthenticationPrincipal SignedIn person, HttpServletRequest request) {
		BrowserAnswer answer = new BrowserAnswer(state, code, error, description);
		Optional<OrganizationId> organization = answer.organization();
		if (organization.isEmpty()) {
			return "redirect:/organizations";
		}
		String home = "redirect:/organizations/" + this.organizations.require(organization.get()).id();
		Optional<String> place = person.role().mayChange()
				? this.signIns.returned(organization.get(), person.actor(), request.getSession().getId(), answer)
				: Optional.empty();
		if (place.isEmpty()) {
			return home + "/sign-in?returned=unexpected";
		}
		return home
				+ (this.signIns.refusal(organization.get(), person.actor()).isEmpty() ? way(place.get()) : "/sign-in");
	}

	/** Only pages that are known: the place comes from a form. */
	private static String way(String place) {
		return switch (place) {
			case "servers", "oauth", "push-proxy" -> "/enablement/" + place;
			default -> "/enablement/tenant";
		};
	}

}
