package io.hybridge.monitoring;

import java.util.List;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import io.hybridge.audit.AuditTrail;
import io.hybridge.enablement.Proofs;
import io.hybridge.enablement.StepName;
import io.hybridge.enablement.StepState;
import io.hybridge.enablement.StepStatus;
import io.hybridge.enablement.StepStatuses;
import io.hybridge.organization.Organization;
import io.hybridge.organization.OrganizationId;
import io.hybridge.organization.Organizations;
import io.hybridge.web.Hop;
import io.hybridge.web.PageScope;

/** The page of one organization: the path, the four steps, what happened last. */
@Controller
class OrganizationPage {

	private static final int RECENT = 6;

	private final Organizations organizations;

	private final StepStatuses statuses;

	private final Proofs proofs;

	private final AuditTrail audit;

	private final Paths paths;

	OrganizationPage(Organizations organizations, StepStatuses statuses, Proofs proofs, AuditTrail audit, Paths paths) {
		this.organizations = organizations;
		this.statuses = statuses;
		this.proofs = proofs;
		this.audit = audit;
		this.paths = paths;
	}

	@GetMapping("/organizations/{id}")
	String show(@PathVariable long id, Model model) {
		Organization organization = this.organizations.require(new OrganizationId(id));
		List<StepStatus> steps = this.statuses.of(organization.id());
		List<PathView.View> path = PathView.of(steps, seen(organization.id()));
		model.addAttribute("scope", new PageScope(organization.name(), organization.environment().name()));
		model.addAttribute("organization", organization);
		model.addAttribute("line", new OrganizationLine(id, organization.name(), organization.typedDomain(),
				organization.environment().name(), Standing.ATTENTION, steps));
		model.addAttribute("steps", steps);
		model.addAttribute("next", next(steps));
		model.addAttribute("hops", this.paths.draw(path));
		model.addAttribute("heading", heading(steps, path));
		model.addAttribute("recent", this.audit.recent(id, RECENT));
		return "monitoring/organization";
	}

	private Boolean seen(OrganizationId organization) {
		return this.proofs.newestDeviceTest(organization)
			.filter((test) -> !test.answer().equals("not-yet"))
			.map((test) -> test.answer().equals("yes"))
			.orElse(null);
	}

	/** The first step that is not done, where the main button leads. */
	private static StepName next(List<StepStatus> steps) {
		return steps.stream()
			.filter((step) -> step.state() != StepState.IN_EFFECT)
			.map(StepStatus::step)
			.findFirst()
			.orElse(null);
	}

	private static String heading(List<StepStatus> steps, List<PathView.View> path) {
		if (steps.stream().allMatch((step) -> step.checkedAt() == null)) {
			return "never";
		}
		return path.stream()
			.filter((hop) -> hop.state() != Hop.State.PROVED)
			.map((hop) -> hop.place().getIcon() + ((hop.state() == Hop.State.BROKEN) ? ".broken" : ".open"))
			.findFirst()
			.orElse("carries");
	}

}
