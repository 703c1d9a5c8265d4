package io.hybridge.enablement.run;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.springframework.web.util.UriComponentsBuilder;

import io.hybridge.run.RunKind;
import io.hybridge.run.RunState;
import io.hybridge.step.StepName;

/**
 * Which runs a person wants to see, as it stands in the address; what is not understood
 * filters nothing.
 *
 * @param of number of the organization
 * @param organization part of a name or domain
 * @param step slug of a step
 * @param kind slug of a kind
 * @param result slug of a tab, or of a state
 * @param from first day, such as 2026-11-24
 * @param until last day
 */
record RunFilter(String of, String organization, String step, String kind, String result, String from, String until) {

	/** Something newer of the step has ended, so what was to be done is over. */
	static final String OVERTAKEN = """
			exists (select 1 from step_run n where n.organization_id = r.organization_id and n.step = r.step
			  and n.id > r.id and n.ended_at is not null
			  and (r.kind <> 'VERIFY' or n.kind not in ('CHECK', 'CHECK_UNDO')))""";

	/** Conditions on {@code step_run r}, each with what it asks for. */
	Map<String, Map<String, ?>> conditions(ZoneId zone) {
		Map<String, Map<String, ?>> conditions = new LinkedHashMap<>();
		number().ifPresent((id) -> conditions.put("r.organization_id = :of", Map.of("of", id)));
		if (given(this.organization)) {
			conditions
				.put("""
						r.organization_id in (select n.id from organization n where position(:organization in lower(n.name)) > 0
						  or position(:organization in n.domain) > 0 or position(:organization in lower(n.typed_domain)) > 0)""",
						Map.of("organization", this.organization.strip().toLowerCase(Locale.ROOT)));
		}
		StepName.ofSlug(this.step).ifPresent((found) -> conditions.put("r.step = :step", Map.of("step", found.name())));
		chosenKind().ifPresent((found) -> conditions.put("r.kind = :kind", Map.of("kind", found.name())));
		List<String> states = states();
		if (!states.isEmpty()) {
			conditions.put("r.state in (:states)", Map.of("states", states));
		}
		if (tab().filter(RunTab.OPEN::equals).isPresent()) {
			conditions.put("not " + OVERTAKEN, Map.of());
		}
		if (tab().filter(RunTab.COMPLETED::equals).isPresent()) {
			conditions.put("(r.state in (:smooth) or " + OVERTAKEN + ")", Map.of("smooth", RunTab.SMOOTH));
		}
		day(this.from).ifPresent((day) -> conditions.put("r.requested_at >= :from", at("from", day, zone)));
		day(this.until)
			.ifPresent((day) -> conditions.put("r.requested_at < :until", at("until", day.plusDays(1), zone)));
		return conditions;
	}

	boolean any() {
		return number().isPresent() || given(this.result) || fields();
	}

	/** Whether the form has anything to clear. */
	boolean fields() {
		return given(this.organization) || given(this.step) || given(this.kind) || given(this.from)
				|| given(this.until);
	}

	/** The address of the list with this filter. */
	String address(Long before) {
		UriComponentsBuilder address = UriComponentsBuilder.fromPath("/runs");
		Map<String, String> values = new LinkedHashMap<>();
		values.put("of", this.of);
		values.put("organization", this.organization);
		values.put("step", this.step);
		values.put("kind", this.kind);
		values.put("result", this.result);
		values.put("from", this.from);
		values.put("until", this.until);
		values.values().removeIf((value) -> !given(value));
		if (before != null) {
			values.put("before", before.toString());
		}
		values.keySet().forEach((name) -> address.queryParam(name, "{" + name + "}"));
		return address.encode().buildAndExpand(values).toUriString();
	}

	/** The organization whose runs these are, where the address names one. */
	Optional<Long> number() {
		return (given(this.of) && this.of.matches("[0-9]{1,18}")) ? Optional.of(Long.valueOf(this.of))
				: Optional.empty();
	}

	private Optional<RunKind> chosenKind() {
		return Arrays.stream(RunKind.values()).filter((each) -> each.slug().equals(this.kind)).findFirst();
	}

	Optional<RunTab> tab() {
		return RunTab.ofSlug(this.result);
	}

	/** The same runs, as far as they are under a tab. */
	RunFilter under(RunTab tab) {
		return new RunFilter(this.of, this.organization, this.step, this.kind, tab.slug(), this.from, this.until);
	}

	boolean shows(RunTab tab) {
		return given(this.result) ? tab().filter(tab::equals).isPresent() : tab == RunTab.ALL;
	}

	/** The tab stays where only the form is emptied. */
	RunFilter cleared() {
		return new RunFilter(this.of, null, null, null, this.result, null, null);
	}

	/** Several states may be told in one word. */
	private List<String> states() {
		if (tab().isPresent()) {
			return tab().get().states();
		}
		return Arrays.stream(RunState.values())
			.filter((state) -> state.slug().equals(this.result))
			.map(Enum::name)
			.collect(Collectors.toList());
	}

	private static Map<String, ?> at(String name, LocalDate day, ZoneId zone) {
		Instant start = day.atStartOfDay(zone).toInstant();
		return Map.of(name, start.atOffset(ZoneOffset.UTC));
	}

	/** A year of four digits is one that every database has. */
	private static Optional<LocalDate> day(String text) {
		try {
			return (given(text) && text.strip().matches("[0-9]{4}-.*")) ? Optional.of(LocalDate.parse(text.strip()))
					: Optional.empty();
		}
		catch (DateTimeException ex) {
			return Optional.empty();
		}
	}

	private static boolean given(String text) {
		return text != null && !text.isBlank();
	}

}
