package io.hybridge.audit.reading;

import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

import io.hybridge.audit.AuditKind;
import io.hybridge.audit.AuditOutcome;
import io.hybridge.audit.search.AuditFilter;
import io.hybridge.audit.search.OrganizationNames;
import io.hybridge.audit.search.Search;
import io.hybridge.audit.search.SearchForm;
import io.hybridge.audit.search.SearchProblem;
import io.hybridge.web.Choice;
import io.hybridge.web.PageScope;

/** The pages of the audit log: the list under a filter, and one record. */
@Controller
class AuditController {

	private static final int PAGE = 50;

	/** As many deeds as stand under the result of one run. */
	private static final int NESTED = 50;

	private static final int MANY = 1000;

	private static final List<Example> EXAMPLES = List.of(new Example("actor:petra", "actor"),
			new Example("-action:sign-in", "negative"), new Example("organization:fabrikam", "organization"),
			new Example("outcome:refused outcome:not-done", "outcome"), new Example("server:ex1", "server"),
			new Example("since:2026-11-01 until:2026-11-30", "time"),
			new Example("before:\"2026-11-24 14:05\"", "before"), new Example("reason:CHG-20418", "reason"),
			new Example("address:10.20", "address"), new Example("run:118", "run"),
			new Example("\"petra kern\"", "quoted"));

	private final AuditQueries queries;

	private final AuditViews views;

	private final PageScope.Source scopes;

	private final MessageSource messages;

	private final Clock clock;

	AuditController(AuditQueries queries, AuditViews views, PageScope.Source scopes, MessageSource messages,
			Clock clock) {
		this.queries = queries;
		this.views = views;
		this.scopes = scopes;
		this.messages = messages;
		this.clock = clock;
	}

	@GetMapping("/audit")
	String list(SearchForm typed, @RequestParam(required = false) String before,
			@RequestParam(required = false) String after, Model model) {
		Search search = Search.read(typed, zone(), this.queries::organizationsNamed);
		if (typed.fields() && search.problems().isEmpty()) {
			return "redirect:" + search.address();
		}
		show(search, model);
		AuditPage page = page(search.filter(), position(before), position(after));
		model.addAttribute("days", this.views.days(groups(page.summaries(), search.filter()), NESTED));
		search.filter()
			.organization()
			.flatMap(this.scopes::scopeOf)
			.ifPresent((scope) -> model.addAttribute("scope", scope));
		model.addAttribute("hits", search.all() ? null : this.queries.count(search.filter(), MANY));
		model.addAttribute("many", MANY);
		model.addAttribute("exportable", !page.summaries().isEmpty() && search.problems().isEmpty());
		model.addAttribute("beyond", before != null || after != null);
		model.addAttribute("newer", (page.firstId() != null) ? search.address("after", page.firstId()) : null);
		model.addAttribute("older", (page.lastId() != null) ? search.address("before", page.lastId()) : null);
		return "audit/index";
	}

	private void show(Search search, Model model) {
		SearchForm form = search.form();
		BindingResult errors = new BeanPropertyBindingResult(form, "filter");
		for (SearchProblem problem : search.problems()) {
			if (!errors.hasFieldErrors(problem.property())) {
				errors.rejectValue(problem.property(), problem.code(),
						new Object[] { problem.part(), OrganizationNames.MOST }, null);
			}
		}
		model.addAttribute("filter", form);
		model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "filter", errors);
		model.addAttribute("inFields", form.fields());
		model.addAttribute("filtered", !search.all());
		model.addAttribute("newest", search.address());
		model.addAttribute("quick", quick(search));
		model.addAttribute("zone", zone().getId());
		model.addAttribute("utc", zone().normalized().equals(ZoneOffset.UTC));
		List<AuditQueries.Chain> chains = this.queries.organizations();
		model.addAttribute("organizations", organizations(search, chains));
		model.addAttribute("offered", (chains.size() > AuditQueries.OFFERED) ? AuditQueries.OFFERED : null);
		model.addAttribute("kinds", options("kind", AuditKind.values(), form.kind()));
		model.addAttribute("outcomes", options("outcome", AuditOutcome.values(), form.outcome()));
		model.addAttribute("examples", EXAMPLES);
	}

	@GetMapping("/audit/{id:[0-9]{1,18}}")
	String show(@PathVariable long id, Model model) {
		AuditDetail detail = this.queries.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		AuditSummary summary = detail.summary();
		model.addAttribute("scope", scope(summary));
		model.addAttribute("detail", detail);
		model.addAttribute("summary", summary);
		model.addAttribute("changed", detail.changed());
		model.addAttribute("details", details(detail));
		model.addAttribute("runRemoved", summary.runId() != null && this.queries.removed(summary.chain()));
		model.addAttribute("pair", this.queries.pairOf(detail));
		model.addAttribute("byPerson", Search.addressOf(Search.byPerson(summary.actor().name())));
		// Before the next one is looked for, so that one which comes meanwhile is none
		// that is missing.
		model.addAttribute("last", this.queries.lastNumber(summary.chain()));
		model.addAttribute("previous", this.queries.at(summary.chain(), summary.number() - 1).orElse(null));
		model.addAttribute("own", new AuditQueries.Link(id, detail.hash()));
		model.addAttribute("next", this.queries.at(summary.chain(), summary.number() + 1).orElse(null));
		return "audit/show";
	}

	/**
	 * An attempt stands with its result, and what a run did under the run's result; not
	 * where the filter asks for a kind, an outcome or a run, because then each deed
	 * stands for itself.
	 */
	private List<AuditGroup> groups(List<AuditSummary> summaries, AuditFilter filter) {
		List<Long> runs = summaries.stream().filter(AuditSummary::endsRun).map(AuditSummary::runId).toList();
		List<AuditSummary> deeds = filter.splitsRuns() ? List.of() : this.queries.deedsOf(runs, NESTED + 1);
		return AuditGroup.of(summaries, deeds,
				this.queries.pairsOf(Stream.concat(summaries.stream(), deeds.stream()).toList()));
	}

	private AuditPage page(AuditFilter filter, Long before, Long after) {
		if (before != null) {
			return this.queries.olderThan(before, filter, PAGE);
		}
		return (after != null) ? this.queries.newerThan(after, filter, PAGE) : this.queries.newest(filter, PAGE);
	}

	/** A place in the list; an address that was cut or mistyped shows the newest. */
	private static Long position(String typed) {
		return (typed != null && typed.matches("[0-9]{1,18}")) ? Long.valueOf(typed) : null;
	}

	/** An organization that is gone has its name at that time and nothing else. */
	private PageScope scope(AuditSummary summary) {
		if (summary.ofConsole()) {
			return null;
		}
		return this.scopes.scopeOf(summary.chain()).orElseGet(() -> new PageScope(summary.organization(), null, false));
	}

	private List<QuickLink> quick(Search search) {
		Map<String, String> lines = new LinkedHashMap<>();
		lines.put("all", "");
		lines.put("today", "since:" + this.clock.instant().atZone(zone()).toLocalDate());
		lines.put("changes", "action:change");
		lines.put("attention", "outcome:needs-attention");
		lines.put("unknown", "outcome:unknown");
		lines.put("not-done", "outcome:not-done");
		lines.put("sign-ins", "action:sign-in");
		List<QuickLink> links = new ArrayList<>();
		lines.forEach((key, line) -> links
			.add(new QuickLink("audit.quick." + key, Search.addressOf(line), line.equals(search.form().q()))));
		return links;
	}

	private List<Choice> organizations(Search search, List<AuditQueries.Chain> chains) {
		List<Choice> options = new ArrayList<>();
		options.add(Choice.of("", text("audit.filter.organization.all")));
		options.add(Choice.of("0", text("audit.filter.organization.console")));
		chains.stream()
			.limit(AuditQueries.OFFERED)
			.forEach((chain) -> options.add(Choice.of(Long.toString(chain.id()),
					(chain.name() != null) ? chain.name() : Long.toString(chain.id()))));
		return withTyped(options, search.form().organization());
	}

	private List<Choice> options(String name, Enum<?>[] constants, String typed) {
		List<Choice> options = new ArrayList<>();
		options.add(Choice.of("", text("audit.filter." + name + ".all")));
		for (Enum<?> constant : constants) {
			String key = AuditSentence.key(constant);
			options.add(Choice.of(key, text("audit." + name + "." + key)));
		}
		return withTyped(options, typed);
	}

	/** Keeps what stood in the address, even where the list does not offer it. */
	private static List<Choice> withTyped(List<Choice> options, String typed) {
		if (typed != null && options.stream().noneMatch((option) -> option.value().equals(typed))) {
			options.add(Choice.of(typed, typed));
		}
		return options;
	}

	private List<Detail> details(AuditDetail detail) {
		List<Detail> details = new ArrayList<>();
		detail.details()
			.forEach((name, value) -> details.add(new Detail(
					this.messages.getMessage("audit.parameter." + name, null, name, LocaleContextHolder.getLocale()),
					shown(name, value))));
		return details;
	}

	/** Our word for a constant of ours; everything else as recorded. */
	private String shown(String name, String value) {
		String code = switch (name) {
			case "step", "role", "environment" ->
				"audit." + name + "." + value.toLowerCase(Locale.ROOT).replace('_', '-');
			case "way" -> "connection.way." + value;
			case "fault" -> "lab.fault." + value;
			default -> "";
		};
		return this.messages.getMessage(code, null, value, LocaleContextHolder.getLocale());
	}

	private String text(String code) {
		return this.messages.getMessage(code, null, LocaleContextHolder.getLocale());
	}

	private static ZoneId zone() {
		return LocaleContextHolder.getTimeZone().toZoneId();
	}

	/**
	 * A filter that many people want.
	 *
	 * @param code of its text
	 * @param address with the filter
	 * @param current whether it is the one shown
	 */
	record QuickLink(String code, String address, boolean current) {
	}

	/**
	 * One recorded parameter.
	 *
	 * @param label our word for it, or its name
	 * @param value as recorded
	 */
	record Detail(String label, String value) {
	}

	/**
	 * What the line can say.
	 *
	 * @param line to type
	 * @param key of what it finds
	 */
	record Example(String line, String key) {
	}

}
