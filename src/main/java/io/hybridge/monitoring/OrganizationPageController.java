package io.hybridge.monitoring;

import java.util.List;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import io.hybridge.audit.reading.AuditFeed;
import io.hybridge.organization.Organization;
import io.hybridge.organization.OrganizationId;
import io.hybridge.organization.Organizations;
import io.hybridge.run.CheckSequences;
import io.hybridge.run.CheckSequences.Begun;
import io.hybridge.run.status.StepStatus;
import io.hybridge.step.StepName;
import io.hybridge.web.PageSwap;

/** The page of one organization: the path, the four steps, what happened last. */
@Controller
class OrganizationPageController {

	private static final int RECENT = 6;

	private final Organizations organizations;

	private final ProgressReader progress;

	private final CheckSequences checks;

	private final PathRenderer paths;

	private final AuditFeed audit;

	OrganizationPageController(Organizations organizations, ProgressReader progress, CheckSequences checks,
			PathRenderer paths, AuditFeed audit) {
		this.organizations = organizations;
		this.progress = progress;
		this.checks = checks;
		this.paths = paths;
		this.audit = audit;
	}

	@GetMapping("/organizations/{id}")
	String show(@PathVariable long id, Model model) {
		Organization organization = this.organizations.require(new OrganizationId(id));
		OrganizationProgress progress = this.progress.of(organization.id());
		model.addAttribute("scope", organization.scope());
		model.addAttribute("organization", organization);
		model.addAttribute("organizationId", id);
		model.addAttribute("line", new OrganizationLine(id, organization.name(), organization.typedDomain(),
				organization.environment().name(), OverallState.of(progress.status().state()), progress.status()));
		model.addAttribute("steps", progress.lines());
		model.addAttribute("next", progress.next());
		model.addAttribute("onward", progress.onward());
		model.addAttribute("checking", CheckLine.of(this.checks.current(organization.id()), progress.steps()));
		model.addAttribute("hops", this.paths.draw(progress.path()));
		model.addAttribute("heading", progress.heading());
		model.addAttribute("leading", progress.status().leading().orElse(null));
		model.addAttribute("saw", progress.status().leading().map(StepStatus::step).orElse(StepName.PUSH_PROXY));
		model.addAttribute("recent", this.audit.changes(id, RECENT));
		return "monitoring/organization";
	}

	/** The part that changes while all steps are checked; after that, the whole page. */
	@GetMapping("/organizations/{id}/progress")
	String progress(@PathVariable long id, Model model, HttpServletResponse response) {
		OrganizationId organization = new OrganizationId(id);
		List<Begun> begun = this.checks.current(organization);
		if (!begun.isEmpty()) {
			model.addAttribute("organizationId", id);
			model.addAttribute("checking", CheckLine.of(begun, this.progress.steps(organization)));
			return "monitoring/organization :: checking";
		}
		show(id, model);
		PageSwap.of(response, "organization");
		return "monitoring/organization";
	}

}
