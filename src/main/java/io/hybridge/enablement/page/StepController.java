package io.hybridge.enablement.page;

import java.time.Duration;
import java.util.Optional;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import io.hybridge.enablement.ApplyForm;
import io.hybridge.enablement.Approving;
import io.hybridge.enablement.Discards;
import io.hybridge.enablement.Enablement;
import io.hybridge.enablement.Enablement.ExposureNotAccepted;
import io.hybridge.enablement.Enablement.NotConfirmed;
import io.hybridge.enablement.Enablement.PlanExpired;
import io.hybridge.enablement.approval.Approvals.NotApproved;
import io.hybridge.organization.OrganizationId;
import io.hybridge.run.UnknownStep;
import io.hybridge.run.plan.Plan;
import io.hybridge.run.plan.Plans;
import io.hybridge.security.account.SignedIn;
import io.hybridge.step.StepName;
import io.hybridge.web.PageSwap;

/** The pages of the four steps. Asking for something is a post that leads to its run. */
@Controller
@RequestMapping("/organizations/{id}/enablement/{step}")
class StepController {

	private final Enablement enablement;

	private final Plans plans;

	private final Discards discards;

	private final Approving approving;

	private final StepPage page;

	StepController(Enablement enablement, Plans plans, Discards discards, Approving approving, StepPage page) {
		this.enablement = enablement;
		this.plans = plans;
		this.discards = discards;
		this.approving = approving;
		this.page = page;
	}

	@GetMapping
	String show(@PathVariable long id, @PathVariable String step, @AuthenticationPrincipal SignedIn person,
			Model model) {
		this.page.fill(new OrganizationId(id), name(step), person.actor(), model);
		return StepPage.TEMPLATE;
	}

	/**
	 * The part that changes while a run is worked on; when it has ended, the whole step.
	 */
	@GetMapping("/progress")
	String progress(@PathVariable long id, @PathVariable String step, @AuthenticationPrincipal SignedIn person,
			Model model, HttpServletResponse response) {
		OrganizationId organization = new OrganizationId(id);
		if (this.page.fillProgress(organization, name(step), model)) {
			return "enablement/step/working :: stage";
		}
		this.page.fill(organization, name(step), person.actor(), model);
		PageSwap.of(response, "step");
		return StepPage.TEMPLATE;
	}

	@PostMapping("/check")
	String check(@PathVariable long id, @PathVariable String step, @AuthenticationPrincipal SignedIn person,
			@RequestParam(required = false) String certificate, @RequestParam(defaultValue = "false") boolean again) {
		String choice = (certificate != null && certificate.matches("[0-9A-F]{40}")) ? certificate : null;
		if (again) {
			this.enablement.planAgain(new OrganizationId(id), name(step), person.actor());
		}
		else {
			this.enablement.check(new OrganizationId(id), name(step), person.actor(), choice);
		}
		return back(id, step);
	}

	@PostMapping("/check-undo")
	String checkUndo(@PathVariable long id, @PathVariable String step, @AuthenticationPrincipal SignedIn person) {
		this.enablement.checkUndo(new OrganizationId(id), name(step), person.actor());
		return back(id, step);
	}

	@PostMapping("/apply")
	String apply(@PathVariable long id, @PathVariable String step, @AuthenticationPrincipal SignedIn person,
			@ModelAttribute("applyForm") ApplyForm form, BindingResult errors, Model model,
			HttpServletResponse response) {
		Optional<Plan> plan = ofStep(id, step, form.plan());
		try {
			if (plan.isEmpty() || errors.hasErrors()) {
				errors.reject("enablement.plan-unknown");
			}
			else if (form.reasonTooLong()) {
				errors.rejectValue("reason", "enablement.too-long", new Object[] { ApplyForm.LONGEST_REASON }, null);
			}
			else {
				this.enablement.apply(plan.get(), person.actor(), form);
				return back(id, step);
			}
		}
		catch (NotApproved ex) {
			errors.reject("enablement.approval.missing");
		}
		catch (ExposureNotAccepted ex) {
			errors.rejectValue("accepted", "enablement.accept-first");
		}
		catch (NotConfirmed ex) {
			errors.rejectValue("confirmation", ex.key(), new Object[] { ex.name() }, null);
		}
		catch (PlanExpired ex) {
			Duration validity = Duration.between(plan.get().madeAt(), plan.get().validUntil());
			errors.reject("enablement.plan-expired", new Object[] { validity.toMinutes() }, null);
		}
		response.setStatus(422);
		return show(id, step, person, model);
	}

	/** For somebody else to apply. */
	@PostMapping("/approve")
	String approve(@PathVariable long id, @PathVariable String step, @AuthenticationPrincipal SignedIn person,
			@RequestParam(required = false) Long plan) {
		ofStep(id, step, plan).ifPresent((found) -> this.approving.approve(found, person.actor()));
		return back(id, step);
	}

	@PostMapping("/discard")
	String discard(@PathVariable long id, @PathVariable String step, @AuthenticationPrincipal SignedIn person,
			@RequestParam(required = false) Long plan) {
		ofStep(id, step, plan).ifPresent((found) -> this.discards.discard(found, person.actor()));
		return back(id, step);
	}

	private Optional<Plan> ofStep(long id, String step, Long plan) {
		return Optional.ofNullable(plan)
			.flatMap(this.plans::find)
			.filter((found) -> found.organization().value() == id && found.step() == name(step));
	}

	@PostMapping("/verify")
	String verify(@PathVariable long id, @PathVariable String step, @AuthenticationPrincipal SignedIn person) {
		this.enablement.verify(new OrganizationId(id), name(step), person.actor());
		return back(id, step) + "#verify";
	}

	private static StepName name(String slug) {
		return StepName.ofSlug(slug).orElseThrow(() -> new UnknownStep(slug));
	}

	private static String back(long id, String step) {
		return "redirect:/organizations/" + id + "/enablement/" + name(step).slug();
	}

}
