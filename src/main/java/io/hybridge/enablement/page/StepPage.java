package io.hybridge.enablement.page;

import java.util.Optional;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import io.hybridge.audit.AuditActor;
import io.hybridge.enablement.ApplyForm;
import io.hybridge.enablement.DecisionForm;
import io.hybridge.enablement.Decisions;
import io.hybridge.enablement.DeviceAnswers;
import io.hybridge.enablement.DeviceTestForm;
import io.hybridge.enablement.download.PublicCertificates;
import io.hybridge.microsoft365.signin.SignIns;
import io.hybridge.organization.OrganizationId;
import io.hybridge.step.StepName;

/** Gives the page of a step what it needs. */
@Component
public class StepPage {

	public static final String TEMPLATE = "enablement/step";

	private final StepViews views;

	private final SignIns signIns;

	private final PublicCertificates certificates;

	private final DeviceAnswers deviceAnswers;

	private final Decisions decisions;

	StepPage(StepViews views, SignIns signIns, PublicCertificates certificates, DeviceAnswers deviceAnswers,
			Decisions decisions) {
		this.views = views;
		this.signIns = signIns;
		this.certificates = certificates;
		this.deviceAnswers = deviceAnswers;
		this.decisions = decisions;
	}

	/**
	 * Fills the model; forms that a person has filled in stay as they are.
	 * @param person who looks at it, and sees that person's own sign-in
	 * @param model of the page
	 */
	public StepView fill(OrganizationId organization, StepName step, AuditActor person, Model model) {
		StepView view = this.views.of(organization, step);
		model.addAttribute("view", view);
		model.addAttribute("scope", view.scope());
		model.addAttribute("organizationId", organization.value());
		model.addAttribute("deviceAnswers", this.deviceAnswers.all());
		model.addAttribute("signIn", this.signIns.current(organization, person).orElse(null));
		model.addAttribute("others", this.signIns.others(organization, person));
		if (step == StepName.OAUTH) {
			model.addAttribute("certificate", this.certificates.of(organization).orElse(null));
		}
		if (!model.containsAttribute("applyForm")) {
			model.addAttribute("applyForm", new ApplyForm(null, null, null, null, null));
		}
		model.addAttribute("decisions", this.decisions);
		if (!model.containsAttribute("decisionForm")) {
			model.addAttribute("decisionForm", new DecisionForm(null, null));
		}
		if (!model.containsAttribute("deviceTestForm")) {
			model.addAttribute("deviceTestForm", new DeviceTestForm(null, seen(model), null));
		}
		return view;
	}

	/** The number to which the phone of the lab has just risen, or null. */
	private static String seen(Model model) {
		return Boolean.TRUE.equals(model.getAttribute("risen")) ? String.valueOf(model.getAttribute("badge")) : null;
	}

	/**
	 * Fills the model with what is being done in a step.
	 * @param model of the part that changes by itself
	 * @return false when nothing is
	 */
	boolean fillProgress(OrganizationId organization, StepName step, Model model) {
		Optional<StepViews.Progress> progress = this.views.progress(organization, step);
		progress.ifPresent((view) -> model.addAttribute("view", view));
		return progress.isPresent();
	}

}
