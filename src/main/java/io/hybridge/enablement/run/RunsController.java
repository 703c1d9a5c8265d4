package io.hybridge.enablement.run;

import java.time.ZoneId;
import java.util.List;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import io.hybridge.audit.reading.AuditFeed;
import io.hybridge.run.StepRuns;
import io.hybridge.web.PageSwap;

/** The list of runs, and the page of each; several people may watch the same. */
@Controller
class RunsController {

	private final StepRuns runs;

	private final RunList lines;

	private final RunViews views;

	private final RunChoices choices;

	private final AuditFeed audit;

	RunsController(StepRuns runs, RunList lines, RunViews views, RunChoices choices, AuditFeed audit) {
		this.runs = runs;
		this.lines = lines;
		this.views = views;
		this.choices = choices;
		this.audit = audit;
	}

	@GetMapping("/runs")
	String index(@ModelAttribute("filter") RunFilter filter, BindingResult ignored,
			@RequestParam(required = false) Long before, Model model) {
		ZoneId zone = LocaleContextHolder.getTimeZone().toZoneId();
		List<RunList.RunLine> page = this.lines.before(filter, before, zone);
		model.addAttribute("runs", page);
		model.addAttribute("older", (page.size() == RunList.PAGE) ? filter.address(page.getLast().id()) : null);
		model.addAttribute("newer", (before != null) ? filter.address(null) : null);
		model.addAttribute("filtered", filter.any());
		this.choices.addTo(model);
		return "enablement/runs";
	}

	@GetMapping("/runs/{id}")
	@Transactional(readOnly = true)
	public String show(@PathVariable long id, Model model) {
		return show(this.views.of(this.runs.require(id)), model);
	}

	/** The part that changes while it is worked on; after that, the whole run. */
	@GetMapping("/runs/{id}/progress")
	@Transactional(readOnly = true)
	public String progress(@PathVariable long id, Model model, HttpServletResponse response) {
		RunView run = this.views.of(this.runs.require(id));
		if (!run.ended()) {
			model.addAttribute("run", run);
			return "enablement/run :: progress";
		}
		show(run, model);
		PageSwap.of(response, "run");
		return "enablement/run";
	}

	private String show(RunView run, Model model) {
		model.addAttribute("run", run);
		AuditFeed.Trail trail = this.audit.ofRun(run.subject().id());
		model.addAttribute("entries", trail.views());
		model.addAttribute("allEntries", trail.all());
		model.addAttribute("scope", run.subject().scope());
		return "enablement/run";
	}

}
