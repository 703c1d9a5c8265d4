package io.hybridge.enablement.approval;

import java.util.Arrays;
import java.util.List;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

import io.hybridge.organization.Organization;
import io.hybridge.organization.OrganizationId;
import io.hybridge.organization.Organizations;
import io.hybridge.security.account.SignedIn;
import io.hybridge.web.Choice;
import io.hybridge.web.text.MessageRenderer;

/** The page on which an administrator says which plans a second person approves. */
@Controller
@RequestMapping("/organizations/{id}/approval")
class ApprovalRuleController {

	private static final String PAGE = "enablement/approval";

	private final Organizations organizations;

	private final ApprovalRules rules;

	private final ApprovalRuleCare care;

	private final MessageRenderer texts;

	ApprovalRuleController(Organizations organizations, ApprovalRules rules, ApprovalRuleCare care,
			MessageRenderer texts) {
		this.organizations = organizations;
		this.rules = rules;
		this.care = care;
		this.texts = texts;
	}

	@GetMapping
	String show(@PathVariable long id, Model model) {
		ApprovalRule rule = describe(this.organizations.require(new OrganizationId(id)), model);
		model.addAttribute("form", new ApprovalRuleForm(rule.slug()));
		return PAGE;
	}

	@PostMapping
	String change(@PathVariable long id, @ModelAttribute("form") ApprovalRuleForm form, BindingResult errors,
			@AuthenticationPrincipal SignedIn person, Model model, HttpServletResponse response) {
		Organization organization = this.organizations.require(new OrganizationId(id));
		if (form.chosen().isEmpty()) {
			describe(organization, model);
			errors.rejectValue("rule", "enablement.approval.choose");
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return PAGE;
		}
		this.care.change(organization, form.chosen().get(), person.actor());
		return "redirect:/organizations/{id}/settings";
	}

	private ApprovalRule describe(Organization organization, Model model) {
		ApprovalRule rule = this.rules.of(organization);
		model.addAttribute("scope", organization.scope());
		model.addAttribute("organization", organization);
		model.addAttribute("rule", rule);
		model.addAttribute("rules", choices());
		return rule;
	}

	private List<Choice> choices() {
		return Arrays.stream(ApprovalRule.values())
			.map((rule) -> new Choice(rule.slug(), this.texts.of(rule.key()), this.texts.of(rule.key() + ".why")))
			.toList();
	}

}
