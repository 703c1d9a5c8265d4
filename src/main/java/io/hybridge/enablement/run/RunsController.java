package io.hybridge.enablement.run;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import io.hybridge.audit.reading.AuditFeed;
import io.hybridge.exchange.bundle.Bundles;
import io.hybridge.run.StepRuns;
import io.hybridge.web.PageSwap;

/** The page of each run; several people may watch the same. */
@Controller
class RunsController {

	private final StepRuns runs;

	private final RunViews views;

	private final AuditFeed audit;

	private final Bundles bundles;

	RunsController(StepRuns runs, RunViews views, AuditFeed audit, Bundles bundles) {
		this.runs = runs;
		this.views = views;
		this.audit = audit;
		this.bundles = bundles;
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
		model.addAttribute("bundles", this.bundles.ofRun(run.subject().id()));
		model.addAttribute("entries", trail.views());
		model.addAttribute("recorded", trail.records());
		model.addAttribute("allEntries", trail.all());
		model.addAttribute("scope", run.subject().scope());
		return "enablement/run";
	}

}
