package io.hybridge.enablement.look;

import java.util.Optional;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

import io.hybridge.enablement.BroughtForm;
import io.hybridge.exchange.FirstLook;
import io.hybridge.exchange.download.DownloadScript;
import io.hybridge.exchange.download.DownloadScripts;
import io.hybridge.exchange.powershell.FirstLookReader;
import io.hybridge.organization.Organization;
import io.hybridge.organization.OrganizationId;
import io.hybridge.organization.Organizations;
import io.hybridge.remote.RemoteFailure;

/** The page of the first look. Nothing that is brought is kept. */
@Controller
@RequestMapping("/organizations/{id}/first-look")
class FirstLookController {

	private static final String TEMPLATE = "enablement/look";

	private final Organizations organizations;

	private final FirstLookViews views;

	FirstLookController(Organizations organizations, FirstLookViews views) {
		this.organizations = organizations;
		this.views = views;
	}

	@GetMapping
	String show(@PathVariable long id, @ModelAttribute("firstLookForm") BroughtForm form, Model model) {
		fill(id, model);
		return TEMPLATE;
	}

	@GetMapping("/script")
	ResponseEntity<byte[]> download(@PathVariable long id) {
		this.organizations.require(new OrganizationId(id));
		DownloadScript script = DownloadScripts.firstLook();
		return ResponseEntity.ok()
			.contentType(MediaType.TEXT_PLAIN)
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename(script.fileName()).build().toString())
			.body(script.file());
	}

	@PostMapping
	String read(@PathVariable long id, @ModelAttribute("firstLookForm") BroughtForm form, BindingResult errors,
			Model model, HttpServletResponse response) {
		OrganizationId organization = new OrganizationId(id);
		fill(id, model);
		Optional<FirstLook> look = looked(form, errors);
		if (look.isEmpty()) {
			response.setStatus(422);
			return TEMPLATE;
		}
		model.addAttribute("look", this.views.of(organization, look.get()));
		return TEMPLATE;
	}

	private static Optional<FirstLook> looked(BroughtForm form, BindingResult errors) {
		String field = form.field();
		if (form.empty() || form.tooLong()) {
			errors.rejectValue(field, form.empty() ? "look.answer.missing" : "look.answer.too-long");
			return Optional.empty();
		}
		try {
			Optional<FirstLook> look = FirstLookReader.in(form.text());
			if (look.isEmpty()) {
				errors.rejectValue(field, "look.answer.none");
			}
			return look;
		}
		catch (RemoteFailure failure) {
			errors.rejectValue(field, "failure." + failure.code(), new Object[] { failure.subject() }, null);
			return Optional.empty();
		}
	}

	private void fill(long id, Model model) {
		Organization organization = this.organizations.require(new OrganizationId(id));
		model.addAttribute("scope", organization.scope());
		model.addAttribute("organizationId", id);
		model.addAttribute("script", DownloadScripts.firstLook());
	}

}
