package io.hybridge.enablement.run;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

import io.hybridge.organization.Organizations;

/** The list of runs, under its tabs and its filter. */
@Controller
class RunListController {

	private final RunList lines;

	private final RunContents contents;

	private final RunChoices choices;

	private final Organizations organizations;

	RunListController(RunList lines, RunContents contents, RunChoices choices, Organizations organizations) {
		this.lines = lines;
		this.contents = contents;
		this.choices = choices;
		this.organizations = organizations;
	}

	@GetMapping("/runs")
	String index(@ModelAttribute("filter") RunFilter filter, BindingResult ignored,
			@RequestParam(required = false) Long before, Model model) {
		ZoneId zone = LocaleContextHolder.getTimeZone().toZoneId();
		List<RunList.RunLine> page = this.lines.before(filter, before, zone);
		model.addAttribute("runs", page);
		model.addAttribute("contents", this.contents.of(page));
		model.addAttribute("tabs", tabs(filter, zone));
		model.addAttribute("older", (page.size() == RunList.PAGE) ? filter.address(page.getLast().id()) : null);
		model.addAttribute("newer", (before != null) ? filter.address(null) : null);
		model.addAttribute("filtered", filter.any());
		model.addAttribute("cleared", filter.fields() ? filter.cleared().address(null) : null);
		this.choices.addTo(model);
		filter.number().flatMap(this.organizations::scopeOf).ifPresent((scope) -> model.addAttribute("scope", scope));
		return "enablement/runs";
	}

	private List<Tab> tabs(RunFilter filter, ZoneId zone) {
		return Arrays.stream(RunTab.values()).map((tab) -> {
			RunFilter under = filter.under(tab);
			int count = this.lines.count(under, zone);
			return new Tab(tab.key(), under.address(null), Math.min(count, RunList.MANY), count > RunList.MANY,
					filter.shows(tab));
		}).toList();
	}

	/**
	 * A tab above the list.
	 *
	 * @param key of its words
	 * @param address of the list under it
	 * @param count how many runs are there, at most
	 * @param more whether there are more
	 * @param current whether it is the one shown
	 */
	record Tab(String key, String address, int count, boolean more, boolean current) {
	}

}
