package io.hybridge.monitoring;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import io.hybridge.audit.reading.AuditFeed;
import io.hybridge.organization.sight.VisibleOrganizations;
import io.hybridge.run.ActiveRuns;

/** How all organizations stand, worst first, and the same by name. */
@Controller
class DashboardController {

	private static final int SIZE = 50;

	private static final int BESIDE = 5;

	private final VisibleOrganizations organizations;

	private final OrganizationOverview overview;

	private final PathRenderer paths;

	private final ActiveRuns runs;

	private final AuditFeed audit;

	DashboardController(VisibleOrganizations organizations, OrganizationOverview overview, PathRenderer paths,
			ActiveRuns runs, AuditFeed audit) {
		this.organizations = organizations;
		this.overview = overview;
		this.paths = paths;
		this.runs = runs;
		this.audit = audit;
	}

	@GetMapping("/")
	String dashboard(@RequestParam(required = false) String state, @RequestParam(required = false) String after,
			@RequestParam(required = false) String q, Model model) {
		Map<OverallState, Long> counts = this.overview.counts(null);
		long all = counts.values().stream().mapToLong(Long::longValue).sum();
		if (all == 0) {
			model.addAttribute("archived", this.organizations.archived());
			model.addAttribute("hops", this.paths.draw(PathView.unbuilt()));
			return "monitoring/empty";
		}
		OverallState only = OverallState.ofStatus(state).orElse(null);
		List<OrganizationLine> lines = this.overview.worst(found(q), only, OrganizationOverview.After.of(after),
				SIZE + 1);
		model.addAttribute("q", found(q));
		Map<OverallState, Long> of = (found(q) != null) ? this.overview.counts(found(q)) : counts;
		model.addAttribute("filters", filters(of, only));
		model.addAttribute("only", (only != null) ? only.status() : null);
		model.addAttribute("all", all);
		model.addAttribute("heading", heading(counts, all));
		model.addAttribute("beside", after == null && found(q) == null);
		if (after == null && found(q) == null) {
			model.addAttribute("underWay", this.runs.newest(BESIDE));
			model.addAttribute("recent", this.audit.changes(null, BESIDE));
		}
		model.addAttribute("checked", this.overview.beingWorkedOn());
		model.addAttribute("inEffect", (all > 1) ? count(counts, OverallState.IN_EFFECT) : 0);
		model.addAttribute("single", (all == 1) ? this.overview.worst(null, null, null, 1).getFirst().name() : null);
		page(lines, model);
		return "monitoring/dashboard";
	}

	@GetMapping("/organizations")
	String organizations(@RequestParam(required = false) String after, @RequestParam(required = false) String q,
			Model model) {
		model.addAttribute("q", found(q));
		page(this.overview.byName(found(q), OrganizationOverview.After.of(after), SIZE + 1), model);
		model.addAttribute("further", after != null);
		model.addAttribute("archived", this.organizations.archived());
		return "monitoring/organizations";
	}

	private static void page(List<OrganizationLine> lines, Model model) {
		if (lines.size() > SIZE) {
			OrganizationLine last = lines.get(SIZE - 1);
			model.addAttribute("after", last.getStatus() + "." + last.id());
			lines = lines.subList(0, SIZE);
		}
		model.addAttribute("lines", lines);
	}

	private static String found(String q) {
		return (q != null && !q.isBlank()) ? q.strip() : null;
	}

	private static List<Filter> filters(Map<OverallState, Long> counts, OverallState only) {
		List<Filter> filters = new ArrayList<>();
		long all = counts.values().stream().mapToLong(Long::longValue).sum();
		filters.add(new Filter(null, all, only == null));
		Map<OverallState, Long> shown = new EnumMap<>(OverallState.class);
		shown.putAll(counts);
		if (only != null) {
			shown.putIfAbsent(only, 0L);
		}
		shown.forEach((standing, count) -> filters.add(new Filter(standing.status(), count, standing == only)));
		return filters;
	}

	/** What the page says first: the worst that is true of any organization. */
	private static Heading heading(Map<OverallState, Long> counts, long all) {
		long attention = count(counts, OverallState.CONFLICT) + count(counts, OverallState.ATTENTION);
		long unseen = count(counts, OverallState.UNSEEN);
		long old = count(counts, OverallState.OLD);
		long parked = count(counts, OverallState.PARKED);
		long working = count(counts, OverallState.RUNNING) + count(counts, OverallState.UNKNOWN);
		long inEffect = count(counts, OverallState.IN_EFFECT);
		if (attention > 0) {
			return new Heading("attention", attention, all);
		}
		if (unseen > 0) {
			return new Heading("unseen", unseen, all);
		}
		if (old > 0) {
			return new Heading("old", old, all);
		}
		if (parked > 0) {
			return new Heading("parked", parked, all);
		}
		if (working > 0) {
			return new Heading("working", working, all);
		}
		if (all == 1 && count(counts, OverallState.TAKEN_BACK) == 1) {
			return new Heading("taken-back", 1, all);
		}
		return new Heading((inEffect == all) ? "in-effect" : "fine", inEffect, all);
	}

	private static long count(Map<OverallState, Long> counts, OverallState standing) {
		return counts.getOrDefault(standing, 0L);
	}

	/**
	 * The sentence at the top.
	 *
	 * @param key below {@code monitoring.heading.}, with {@code .only} where there is one
	 * organization
	 * @param count of how many it is true
	 * @param all organizations
	 */
	record Heading(String key, long count, long all) {

		public String code() {
			return "monitoring.heading." + this.key + ((this.all == 1) ? ".only" : "");
		}

	}

	/**
	 * One filter of the dashboard.
	 *
	 * @param status key of the status word, null for all
	 * @param count how many
	 * @param current whether it is chosen
	 */
	record Filter(String status, long count, boolean current) {
	}

}
