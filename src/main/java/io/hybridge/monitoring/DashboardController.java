package io.hybridge.monitoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How all organizations stand, worst first, and the same by name. */
@Controller
class DashboardController {

	private static final int SIZE = 50;

	private final Overview overview;

	private final Paths paths;

	DashboardController(Overview overview, Paths paths) {
		this.overview = overview;
		this.paths = paths;
	}

	@GetMapping("/")
	String dashboard(@RequestParam(required = false) String state, @RequestParam(required = false) String after,
			Model model) {
		Map<Standing, Long> counts = this.overview.counts();
		long all = counts.values().stream().mapToLong(Long::longValue).sum();
		if (all == 0) {
			model.addAttribute("hops", this.paths.draw(PathView.unbuilt()));
			return "monitoring/empty";
		}
		Standing only = Standing.ofStatus(state).orElse(null);
		List<OrganizationLine> lines = this.overview.worst(only, Overview.After.of(after), SIZE + 1);
		model.addAttribute("filters", filters(counts, all, only));
		model.addAttribute("only", (only != null) ? only.status() : null);
		model.addAttribute("all", all);
		model.addAttribute("attention", count(counts, Standing.CONFLICT) + count(counts, Standing.ATTENTION));
		model.addAttribute("checked", count(counts, Standing.RUNNING) + count(counts, Standing.UNKNOWN));
		model.addAttribute("inEffect", count(counts, Standing.IN_EFFECT));
		page(lines, model);
		return "monitoring/dashboard";
	}

	@GetMapping("/organizations")
	String organizations(@RequestParam(required = false) String after, Model model) {
		page(this.overview.byName(Overview.After.of(after), SIZE + 1), model);
		model.addAttribute("further", after != null);
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

	private static List<Filter> filters(Map<Standing, Long> counts, long all, Standing only) {
		List<Filter> filters = new ArrayList<>();
		filters.add(new Filter(null, all, only == null));
		counts.forEach((standing, count) -> filters.add(new Filter(standing.status(), count, standing == only)));
		return filters;
	}

	private static long count(Map<Standing, Long> counts, Standing standing) {
		return counts.getOrDefault(standing, 0L);
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
