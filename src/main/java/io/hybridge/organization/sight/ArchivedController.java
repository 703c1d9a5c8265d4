package io.hybridge.organization.sight;

import java.util.List;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import io.hybridge.organization.Organization;

/** The list of organizations that are archived. */
@Controller
class ArchivedController {

	private static final int PAGE = 50;

	private final VisibleOrganizations organizations;

	ArchivedController(VisibleOrganizations organizations) {
		this.organizations = organizations;
	}

	/** Those that stand in no other list, a page at a time. */
	@GetMapping("/organizations/archived")
	String archived(@RequestParam(defaultValue = "0") long after, Model model) {
		List<Organization> page = this.organizations.archived(after, PAGE + 1);
		List<Organization> shown = page.subList(0, Math.min(page.size(), PAGE));
		model.addAttribute("organizations", shown);
		model.addAttribute("further", (page.size() > PAGE) ? shown.getLast().id() : null);
		return "organization/archived";
	}

}
