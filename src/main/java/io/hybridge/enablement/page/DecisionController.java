package io.hybridge.enablement.page;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

import io.hybridge.enablement.DecisionForm;
import io.hybridge.enablement.Decisions;
import io.hybridge.enablement.Enablement.NotConfirmed;
import io.hybridge.organization.OrganizationId;
import io.hybridge.run.UnknownStep;
import io.hybridge.security.account.SignedIn;
import io.hybridge.step.StepName;

/** Takes what a person decides about a value that somebody else has set. */
@Controller
class DecisionController {

	private final Decisions decisions;

	private final StepPage page;

	DecisionController(Decisions decisions, StepPage page) {
		this.decisions = decisions;
		this.page = page;
	}

	@PostMapping("/organizations/{id}/enablement/{step}/decide")
	String decide(@PathVariable long id, @PathVariable String step, @AuthenticationPrincipal SignedIn person,
			@ModelAttribute("decisionForm") DecisionForm form, BindingResult errors, Model model,
			HttpServletResponse response) {
		OrganizationId organization = new OrganizationId(id);
		StepName name = StepName.ofSlug(step).orElseThrow(() -> new UnknownStep(step));
		try {
			if (this.decisions.decide(organization, name, form, person.actor())) {
				return "redirect:/organizations/" + id + "/enablement/" + name.slug();
			}
			errors.rejectValue("choice", "enablement.decision.missing");
		}
		catch (NotConfirmed ex) {
			errors.rejectValue("confirmation", ex.key(), new Object[] { ex.name() }, null);
		}
		this.page.fill(organization, name, person.actor(), model);
		response.setStatus(422);
		return StepPage.TEMPLATE;
	}

}
