package io.hybridge.monitoring;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import io.hybridge.audit.reading.AuditFeed;
import io.hybridge.organization.Organization;
import io.hybridge.organization.OrganizationId;
import io.hybridge.organization.Organizations;
import io.hybridge.run.plan.StepStatus;
import io.hybridge.run.plan.StepStatuses;
import io.hybridge.run.probe.ProbeResults;
import io.hybridge.step.StepName;
import io.hybridge.step.StepState;
import io.hybridge.web.PageScope;
import io.hybridge.web.PathHop;

/** The page of one organization: the path, the four steps, what happened last. */
@Controller
class OrganizationPageController {

	private static final int RECENT = 6;

	private final Organizations organizations;

	private final StepStatuses statuses;

	private final ProbeResults proofs;

	private final AuditFeed audit;

	private final PathRenderer paths;

	private final MonitoringSettings settings;

	private final Clock clock;

	OrganizationPageController(Organizations organizations, StepStatuses statuses, ProbeResults proofs, AuditFeed audit,
			PathRenderer paths, MonitoringSettings settings, Clock clock) {
		this.organizations = organizations;
		this.statuses = statuses;
		this.proofs = proofs;
		this.audit = audit;
		this.paths = paths;
		this.settings = settings;
		this.clock = clock;
	}

	@GetMapping("/organizations/{id}")
	String show(@PathVariable long id, Model model) {
		Organization organization = this.organizations.require(new OrganizationId(id));
		List<StepStatus> steps = this.statuses.of(organization.id());
		Instant oldBefore = this.clock.instant().minus(this.settings.oldAfter());
		List<PathView.View> path = PathView.of(steps, this.proofs.newestProbes(organization.id()),
				this.proofs.newestDeviceTest(organization.id()).orElse(null), oldBefore);
		model.addAttribute("scope", new PageScope(organization.name(), organization.environment().name()));
		model.addAttribute("organization", organization);
		model.addAttribute("line", new OrganizationLine(id, organization.name(), organization.typedDomain(),
				organization.environment().name(), OverallState.ATTENTION, steps));
		model.addAttribute("steps", steps.stream().map((step) -> new StepLine(step, old(step, oldBefore))).toList());
		model.addAttribute("next", next(steps));
		model.addAttribute("stalest", stalest(steps));
		model.addAttribute("hops", this.paths.draw(path));
		model.addAttribute("heading", heading(steps, path));
		model.addAttribute("recent", this.audit.changes(id, RECENT));
		return "monitoring/organization";
	}

	/** The first step that is not done, where the main button leads. */
	private static StepName next(List<StepStatus> steps) {
		return steps.stream()
			.filter((step) -> step.state() != StepState.IN_EFFECT)
			.map(StepStatus::step)
			.findFirst()
			.orElse(null);
	}

	/** The step whose look is the oldest, for the button that checks. */
	private static StepName stalest(List<StepStatus> steps) {
		return steps.stream()
			.min(Comparator.comparing(StepStatus::checkedAt, Comparator.nullsFirst(Comparator.naturalOrder())))
			.map(StepStatus::step)
			.orElseThrow();
	}

	private static boolean old(StepStatus step, Instant oldBefore) {
		return step.checkedAt() != null && step.checkedAt().isBefore(oldBefore) && switch (step.state()) {
			case IN_EFFECT, APPLIED, READY_TO_PLAN -> true;
			case CONFLICT, NEEDS_ATTENTION, UNKNOWN, RUNNING, CANNOT_START, NOT_STARTED -> false;
		};
	}

	private static String heading(List<StepStatus> steps, List<PathView.View> path) {
		if (steps.stream().allMatch((step) -> step.checkedAt() == null)) {
			return "never";
		}
		for (PathView.View hop : path) {
			if (hop.state() == PathHop.State.BROKEN || hop.state() == PathHop.State.UNKNOWN) {
				return hop.place().getIcon() + ((hop.state() == PathHop.State.BROKEN) ? ".broken" : ".unknown");
			}
			if (hop.state() != PathHop.State.PROVED && !hop.old()) {
				return hop.place().getIcon() + ".open";
			}
		}
		return path.stream().anyMatch(PathView.View::old) ? "old" : "carries";
	}

	/**
	 * One row of the steps.
	 *
	 * @param kept how it stands
	 * @param old whether what was seen is old
	 */
	record StepLine(StepStatus kept, boolean old) {

		public String status() {
			return this.old ? "old" : this.kept.state().status();
		}

	}

}
