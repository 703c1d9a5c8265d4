package io.hybridge.microsoft365.signin;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ModelMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import io.hybridge.organization.Organization;
import io.hybridge.organization.OrganizationId;
import io.hybridge.organization.Organizations;
import io.hybridge.security.account.SignedIn;
import io.hybridge.security.address.ConsoleAddress;
import io.hybridge.web.RailStep;

/** The page on which an administrator of a tenant signs in. */
@Controller
@RequestMapping("/organizations/{id}/sign-in")
class TenantSignInController {

	private static final String STEP = "/organizations/{id}/enablement/tenant";

	private final Organizations organizations;

	private final SignIns signIns;

	private final ConsoleAddress address;

	private final RailStep.Source rail;

	TenantSignInController(Organizations organizations, SignIns signIns, ConsoleAddress address, RailStep.Source rail) {
		this.organizations = organizations;
		this.signIns = signIns;
		this.address = address;
		this.rail = rail;
	}

	/**
	 * Whoever says that the code is entered is led on to the step, or told that nothing
	 * has come of it yet.
	 */
	@GetMapping
	String show(@PathVariable long id, @RequestParam(required = false) String entered,
			@RequestParam(required = false) String returned, @AuthenticationPrincipal SignedIn person, ModelMap model) {
		Organization organization = organization(id);
		if (entered != null && signedIn(organization, person)) {
			return "redirect:" + STEP;
		}
		describe(organization, person, model);
		model.addAttribute("early", entered != null);
		model.addAttribute("unexpected", returned != null && !signedIn(organization, person));
		model.addAttribute("rail", this.rail.railOf(id, "tenant"));
		return "microsoft365/sign-in";
	}

	/**
	 * Answers nothing while the code that the page shows is still waiting, and leads on
	 * to the step, which looks by itself, once somebody is signed in.
	 */
	@GetMapping("/panel")
	Object panel(@PathVariable long id, @RequestParam(required = false) Long expires,
			@AuthenticationPrincipal SignedIn person, HttpServletResponse response) {
		Organization organization = organization(id);
		if (expires != null && signedIn(organization, person)) {
			response.setHeader("HX-Redirect", STEP.replace("{id}", Long.toString(id)));
		}
		if (expires != null && stillWaiting(organization.id(), person, Instant.ofEpochMilli(expires))) {
			return ResponseEntity.status(HttpStatus.NO_CONTENT).build();
		}
		ModelAndView panel = new ModelAndView("microsoft365/sign-in :: state");
		describe(organization, person, panel.getModelMap());
		return panel;
	}

	@PostMapping
	String start(@PathVariable long id, @AuthenticationPrincipal SignedIn person, HttpServletRequest request) {
		if (!signedIn(organization(id), person) && !organization(id).isArchived()) {
			this.signIns.start(organization(id).id(), person.actor(), request.getSession().getId());
		}
		return "redirect:/organizations/{id}/sign-in";
	}

	/**
	 * Sends the browser to Microsoft. The page that answers does so by itself: the form's
	 * own page lets no form lead anywhere else.
	 */
	@PostMapping("/browser")
	String leave(@PathVariable long id, @RequestParam(defaultValue = SignIns.STEP) String place,
			@AuthenticationPrincipal SignedIn person, HttpServletRequest request, HttpServletResponse response,
			ModelMap model) {
		Organization organization = organization(id);
		String page = "/organizations/" + id + "/sign-in";
		Optional<URI> microsoft = Optional.empty();
		if (!this.address.isOf(request.getServerName())) {
			model.addAttribute("address", this.address.of(page));
			describe(organization, person, model);
			return "microsoft365/leaving";
		}
		if (!organization.isArchived()) {
			microsoft = this.signIns.leave(organization.id(), person.actor(),
					new SignIns.Visit(request.getSession().getId(), this.address.of(SignIns.RETURN), place));
		}
		if (microsoft.isEmpty()) {
			return "redirect:" + page;
		}
		response.setHeader("Refresh", "0;url=" + microsoft.get());
		model.addAttribute("microsoft", microsoft.get().toString());
		describe(organization, person, model);
		return "microsoft365/leaving";
	}

	@PostMapping("/end")
	String end(@PathVariable long id, @AuthenticationPrincipal SignedIn person) {
		if (signedIn(organization(id), person)) {
			this.signIns.signOut(organization(id).id(), person.actor());
		}
		return "redirect:/organizations/{id}/sign-in";
	}

	private Organization organization(long id) {
		return this.organizations.require(new OrganizationId(id));
	}

	private void describe(Organization organization, SignedIn person, ModelMap model) {
		model.addAttribute("scope", organization.scope());
		model.addAttribute("organizationId", organization.id().value());
		model.addAttribute("signIn", this.signIns.current(organization.id(), person.actor()).orElse(null));
		model.addAttribute("others", this.signIns.others(organization.id(), person.actor()));
		model.addAttribute("refusal", this.signIns.refusal(organization.id(), person.actor()).orElse(null));
	}

	/** The page offers to sign in to nobody who is, and to end only what there is. */
	private boolean signedIn(Organization organization, SignedIn person) {
		return this.signIns.current(organization.id(), person.actor())
			.filter((attempt) -> attempt instanceof SignIns.Attempt.SignedInAs)
			.isPresent();
	}

	private boolean stillWaiting(OrganizationId organization, SignedIn person, Instant expires) {
		return this.signIns.current(organization, person.actor())
			.filter((attempt) -> attempt instanceof SignIns.Attempt.Waiting waiting
					&& waiting.expiresAt().toEpochMilli() == expires.toEpochMilli())
			.isPresent();
	}

}
