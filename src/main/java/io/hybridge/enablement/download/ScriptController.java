package io.hybridge.enablement.download;

import java.util.List;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

import io.hybridge.exchange.download.DownloadScript;
import io.hybridge.organization.Organization;
import io.hybridge.organization.OrganizationId;
import io.hybridge.organization.Organizations;
import io.hybridge.run.UnknownStep;
import io.hybridge.step.StepName;

/** The scripts that do by hand what a step does, to read and to take away. */
@Controller
@RequestMapping("/organizations/{id}/enablement/{step}/script")
class ScriptController {

	private final Organizations organizations;

	private final StepScripts scripts;

	ScriptController(Organizations organizations, StepScripts scripts) {
		this.organizations = organizations;
		this.scripts = scripts;
	}

	@GetMapping
	String show(@PathVariable long id, @PathVariable String step, Model model) {
		Organization organization = this.organizations.require(new OrganizationId(id));
		model.addAttribute("scope", organization.scope());
		model.addAttribute("organizationId", id);
		model.addAttribute("step", name(step));
		model.addAttribute("scripts", this.scripts.of(organization, name(step)));
		return "enablement/script";
	}

	@GetMapping("/{number}")
	ResponseEntity<byte[]> download(@PathVariable long id, @PathVariable String step, @PathVariable int number) {
		Organization organization = this.organizations.require(new OrganizationId(id));
		List<DownloadScript> all = this.scripts.of(organization, name(step));
		if (number < 1 || number > all.size()) {
			throw new NothingToTakeAway("script " + number);
		}
		DownloadScript script = all.get(number - 1);
		return ResponseEntity.ok()
			.contentType(MediaType.TEXT_PLAIN)
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename(script.fileName()).build().toString())
			.body(script.file());
	}

	private static StepName name(String slug) {
		return StepName.ofSlug(slug).orElseThrow(() -> new UnknownStep(slug));
	}

}
