package io.hybridge.organization.group;

import java.util.Set;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;

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

import io.hybridge.organization.group.Groups.Group;
import io.hybridge.security.account.SignedIn;
import io.hybridge.web.NotFound;

/** The pages of groups, for administrators like all that is about users. */
@Controller
@RequestMapping("/settings/users/groups")
class GroupsController {

	private static final String BACK = "redirect:/settings/users/groups";

	private final Groups groups;

	private final TypedNames names;

	GroupsController(Groups groups, TypedNames names) {
		this.groups = groups;
		this.names = names;
	}

	@GetMapping
	String list(Model model) {
		model.addAttribute("form", GroupForm.EMPTY);
		return list(model, this.groups);
	}

	@PostMapping
	String make(@Valid @ModelAttribute("form") GroupForm form, BindingResult errors,
			@AuthenticationPrincipal SignedIn person, Model model, HttpServletResponse response) {
		Set<Long> organizations = read(form, 0, errors);
		if (errors.hasErrors()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return list(model, this.groups);
		}
		this.groups.make(form.name(), organizations, person.actor());
		return BACK;
	}

	@GetMapping("/{id}")
	String show(@PathVariable long id, Model model) {
		Group group = require(id);
		model.addAttribute("group", group);
		model.addAttribute("form", new GroupForm(group.name(), String.join("\n", this.names.members(id))));
		return "organization/group";
	}

	@PostMapping("/{id}")
	String change(@PathVariable long id, @Valid @ModelAttribute("form") GroupForm form, BindingResult errors,
			@AuthenticationPrincipal SignedIn person, Model model, HttpServletResponse response) {
		Group group = require(id);
		Set<Long> organizations = read(form, id, errors);
		if (errors.hasErrors()) {
			model.addAttribute("group", group);
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return "organization/group";
		}
		this.groups.change(group, form.name(), organizations, person.actor());
		return BACK;
	}

	@PostMapping("/{id}/remove")
	String remove(@PathVariable long id, @AuthenticationPrincipal SignedIn person) {
		this.groups.remove(require(id), person.actor());
		return BACK;
	}

	private Set<Long> read(GroupForm form, long self, BindingResult errors) {
		if (this.groups.taken(form.name(), self)) {
			errors.rejectValue("name", "group.name.taken");
		}
		return form.read(this.names, errors);
	}

	private Group require(long id) {
		return this.groups.find(id).orElseThrow(NotFound::new);
	}

	private static String list(Model model, Groups groups) {
		model.addAttribute("groups", groups.all());
		return "organization/groups";
	}

}
