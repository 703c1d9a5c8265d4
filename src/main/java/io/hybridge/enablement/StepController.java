package io.hybridge.enablement;

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

import io.hybridge.enablement.Enablement.ExposureNotAccepted;
import io.hybridge.enablement.Enablement.PlanExpired;
import io.hybridge.enablement.download.PublicCertificates;
import io.hybridge.microsoft365.signin.SignIns;
import io.hybridge.organization.Organization;
import io.hybridge.organization.OrganizationId;
import io.hybridge.run.UnknownStep;
import io.hybridge.run.plan.Plan;
import io.hybridge.run.plan.Plans;
import io.hybridge.security.account.SignedIn;
import io.hybridge.step.StepName;
import io.hybridge.step.StepState;
import io.hybridge.web.PageScope;

/** The pages of the four steps. Asking for something is a post that leads to its run. */
@Controller
@RequestMapping("/organizations/{id}/enablement/{step}")
class StepController {

	private static final String PAGE = "enablement/step";

	private final Enablement enablement;

	private final Plans plans;

	private final StepViews views;

	private final DeviceTests deviceTests;

	private final SignIns signIns;

	private final PublicCertificates certificates;

	private final DeviceAnswers deviceAnswers;

	StepController(Enablement enablement, Plans plans, StepViews views, DeviceTests deviceTests, SignIns signIns,
			PublicCertificates certificates, DeviceAnswers deviceAnswers) {
		this.enablement = enablement;
		this.plans = plans;
		this.views = views;
		this.deviceTests = deviceTests;
		this.signIns = signIns;
		this.certificates = certificates;
		this.deviceAnswers = deviceAnswers;
	}

	@GetMapping
	String show(@PathVariable long id, @PathVariable String step, Model model) {
		model.addAttribute("applyForm", new ApplyForm(null, null, null));
		model.addAttribute("deviceTestForm", new DeviceTestForm(null, null));
		return page(id, step, model);
	}

	/**
	 * The part that changes while a run is worked on; when it has ended, the whole step.
	 */
	@GetMapping("/progress")
	String progress(@PathVariable long id, @PathVariable String step, Model model, HttpServletResponse response) {
		show(id, step, model);
		StepView view = (StepView) model.getAttribute("view");
		if (view.busy() || view.verifying()) {
			return PAGE + " :: progress";
		}
		response.setHeader("HX-Retarget", "#step");
		response.setHeader("HX-Reswap", "outerHTML");
		return PAGE + " :: step";
	}

	@PostMapping("/check")
	String check(@PathVariable long id, @PathVariable String step, @AuthenticationPrincipal SignedIn person,
			@RequestParam(required = false) String certificate) {
		String choice = (certificate != null && certificate.matches("[0-9A-F]{40}")) ? certificate : null;
		this.enablement.check(new OrganizationId(id), name(step), person.actor(), choice);
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
		Optional<Plan> plan = Optional.ofNullable(form.plan())
			.flatMap(this.plans::find)
			.filter((found) -> found.organization().value() == id && found.step() == name(step));
		try {
			if (plan.isPresent() && !errors.hasErrors()) {
				this.enablement.apply(plan.get(), person.actor(), form.shortReason(), form.exposureAccepted());
				return back(id, step);
			}
			errors.reject("enablement.plan-unknown");
		}
		catch (ExposureNotAccepted ex) {
			errors.rejectValue("accepted", "enablement.accept-first");
		}
		catch (PlanExpired ex) {
			Duration validity = Duration.between(plan.get().madeAt(), plan.get().validUntil());
			errors.reject("enablement.plan-expired", new Object[] { validity.toMinutes() }, null);
		}
		model.addAttribute("deviceTestForm", new DeviceTestForm(null, null));
		response.setStatus(422);
		return page(id, step, model);
	}

	@PostMapping("/verify")
	String verify(@PathVariable long id, @PathVariable String step, @AuthenticationPrincipal SignedIn person) {
		requirePushProxy(step);
		this.enablement.verify(new OrganizationId(id), person.actor());
		return back(id, step) + "#verify";
	}

	@PostMapping("/device-test")
	String deviceTest(@PathVariable long id, @PathVariable String step, @AuthenticationPrincipal SignedIn person,
			@ModelAttribute("deviceTestForm") DeviceTestForm form, BindingResult errors, Model model,
			HttpServletResponse response) {
		requirePushProxy(step);
		if (!form.answered()) {
			errors.rejectValue("answer", "enablement.device.answer-missing");
			model.addAttribute("applyForm", new ApplyForm(null, null, null));
			response.setStatus(422);
			return page(id, step, model);
		}
		this.deviceTests.record(new OrganizationId(id), form, person.actor());
		return back(id, step) + "#verify";
	}

	private String page(long id, String step, Model model) {
		StepView view = this.views.of(new OrganizationId(id), name(step));
		Organization organization = view.organization();
		model.addAttribute("view", view);
		model.addAttribute("scope", new PageScope(organization.name(), organization.environment().name()));
		model.addAttribute("organizationId", id);
		model.addAttribute("deviceAnswers", this.deviceAnswers.all());
		model.addAttribute("next", next(view));
		model.addAttribute("certificate", this.certificates.of(organization.id()).orElse(null));
		model.addAttribute("signIn", this.signIns.current(organization.id()).orElse(null));
		return PAGE;
	}

	private static String next(StepView view) {
		int next = view.step().ordinal() + 1;
		boolean done = view.status().state() == StepState.IN_EFFECT;
		return (done && next < StepName.values().length)
				? "/organizations/" + view.organization().id() + "/enablement/" + StepName.values()[next].slug() : null;
	}

	private static void requirePushProxy(String step) {
		if (name(step) != StepName.PUSH_PROXY) {
			throw new UnknownStep(step);
		}
	}

	private static StepName name(String slug) {
		return StepName.ofSlug(slug).orElseThrow(() -> new UnknownStep(slug));
	}

	private static String back(long id, String step) {
		return "redirect:/organizations/" + id + "/enablement/" + name(step).slug();
	}

}
