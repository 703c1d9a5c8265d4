package io.hybridge.enablement.bundle;

import java.util.List;
import java.util.Optional;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

import io.hybridge.enablement.BroughtForm;
import io.hybridge.enablement.run.RunViews;
import io.hybridge.exchange.bundle.Bundle;
import io.hybridge.exchange.bundle.Bundles;
import io.hybridge.exchange.bundle.RefusedAnswer;
import io.hybridge.run.StepRun;
import io.hybridge.run.StepRuns;
import io.hybridge.run.execution.EarlyWake;
import io.hybridge.security.account.SignedIn;
import io.hybridge.web.NotFound;

/** The page of the bundle that a run waits for. */
@Controller
@RequestMapping("/runs/{id}/bundle")
class BundleController {

	private static final String TEMPLATE = "enablement/bundle";

	private final StepRuns runs;

	private final RunViews views;

	private final Bundles bundles;

	private final BundleDesk desk;

	private final EarlyWake early;

	BundleController(StepRuns runs, RunViews views, Bundles bundles, BundleDesk desk, EarlyWake early) {
		this.runs = runs;
		this.views = views;
		this.bundles = bundles;
		this.desk = desk;
		this.early = early;
	}

	@GetMapping
	String show(@PathVariable long id, @ModelAttribute("broughtForm") BroughtForm form, Model model) {
		fill(id, model);
		return TEMPLATE;
	}

	@GetMapping("/{number}/file")
	ResponseEntity<byte[]> download(@PathVariable long id, @PathVariable long number,
			@AuthenticationPrincipal SignedIn person) {
		if (!person.role().mayChange()) {
			throw new AccessDeniedException("Only who may make plans carries bundles");
		}
		Bundle bundle = this.bundles.ofRun(id)
			.stream()
			.filter((each) -> each.id() == number)
			.findFirst()
			.orElseThrow(NotFound::new);
		return ResponseEntity.ok()
			.contentType(MediaType.parseMediaType("application/zip"))
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename(bundle.fileName()).build().toString())
			.body(this.bundles.archive(number));
	}

	@PostMapping
	String bring(@PathVariable long id, @ModelAttribute("broughtForm") BroughtForm form, BindingResult errors,
			@AuthenticationPrincipal SignedIn person, Model model, HttpServletResponse response) {
		if (form.empty() || form.tooLong()) {
			errors.rejectValue(form.field(), form.empty() ? "bundle.answer.missing" : "bundle.answer.too-long");
		}
		else {
			try {
				this.desk.bring(id, form.text(), person.actor());
			}
			catch (RefusedAnswer ex) {
				errors.rejectValue(form.field(), ex.reason(), ex.values(), null);
			}
		}
		if (errors.hasErrors()) {
			fill(id, model);
			model.addAttribute("refused", true);
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return TEMPLATE;
		}
		this.early.ifBrought(id);
		return "redirect:/runs/{id}" + (this.bundles.openOf(id).isPresent() ? "/bundle" : "");
	}

	@PostMapping("/discard")
	String discard(@PathVariable long id, @AuthenticationPrincipal SignedIn person) {
		this.desk.discard(id, person.actor());
		this.early.ifBrought(id);
		return "redirect:/runs/{id}";
	}

	private void fill(long id, Model model) {
		StepRun run = this.runs.require(id);
		List<Bundle> all = this.bundles.ofRun(id);
		Optional<Bundle> open = run.state().ended() ? Optional.empty() : this.bundles.openOf(id);
		model.addAttribute("run", this.views.of(run));
		model.addAttribute("scope", this.views.of(run).subject().scope());
		model.addAttribute("bundle", open.orElse(null));
		model.addAttribute("bundles", all);
	}

}
