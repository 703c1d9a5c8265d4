package io.hybridge.audit.search;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.hybridge.audit.AuditChain;
import io.hybridge.audit.AuditKind;
import io.hybridge.audit.AuditOutcome;
import io.hybridge.audit.AuditWords;

/**
 * Makes conditions of terms. Terms of one field are alternatives, words must all be
 * there, and each term with a minus leaves out what has it.
 */
class SearchReader {

	private static final String CONSOLE = "console";

	private final ZoneId zone;

	private final OrganizationNames organizations;

	private final List<SearchProblem> problems;

	private final boolean fields;

	private final List<AuditFilter.Condition> conditions = new ArrayList<>();

	private final Map<SearchField, Set<Object>> alternatives = new EnumMap<>(SearchField.class);

	private Instant since;

	SearchReader(ZoneId zone, OrganizationNames organizations, List<SearchProblem> problems, boolean fields) {
		this.zone = zone;
		this.organizations = organizations;
		this.problems = problems;
		this.fields = fields;
	}

	AuditFilter filter(List<SearchTerm> terms) {
		for (SearchTerm term : terms) {
			try {
				read(term);
			}
			catch (IllegalArgumentException | DateTimeException ex) {
				problem(term, rule(term));
			}
		}
		this.alternatives.forEach((field, values) -> this.conditions.add(condition(field, values, false)));
		return new AuditFilter(List.copyOf(this.conditions));
	}

	private void read(SearchTerm term) {
		switch (term.field()) {
			case null -> this.conditions.add(condition(null, List.of(row(term)), term.negative()));
			case SINCE, UNTIL, BEFORE -> moment(term);
			case ORGANIZATION -> organizations(term);
			case ACTION -> among(term, List.of(constant(AuditKind.values(), term.value())));
			case OUTCOME -> among(term, List.of(constant(AuditOutcome.values(), term.value())));
			case RUN -> among(term, List.of(number(term.value())));
			case ACTOR, SERVER, ADDRESS, REASON -> among(term, List.of(row(term)));
		}
	}

	private void among(SearchTerm term, Collection<?> values) {
		if (term.negative()) {
			this.conditions.add(condition(term.field(), values, true));
		}
		else {
			this.alternatives.computeIfAbsent(term.field(), (field) -> new LinkedHashSet<>()).addAll(values);
		}
	}

	private static AuditFilter.Condition condition(SearchField field, Collection<?> values, boolean negative) {
		return switch (field) {
			case ORGANIZATION -> oneOf(AuditFilter.Column.CHAIN, values, negative);
			case ACTION -> oneOf(AuditFilter.Column.KIND, values, negative);
			case OUTCOME -> oneOf(AuditFilter.Column.OUTCOME, values, negative);
			case RUN -> oneOf(AuditFilter.Column.RUN, values, negative);
			case null, default ->
				new AuditFilter.Text(values.stream().map(AuditFilter.Row.class::cast).toList(), negative);
		};
	}

	private static AuditFilter.Condition oneOf(AuditFilter.Column column, Collection<?> values, boolean negative) {
		return new AuditFilter.OneOf(column, List.copyOf(values), negative);
	}

	private static AuditFilter.Row row(SearchTerm term) {
		List<String> words = AuditWords.split(term.value());
		if (words.isEmpty()) {
			throw new IllegalArgumentException("No word");
		}
		return new AuditFilter.Row((term.field() != null) ? term.field().key() + ":" : "", words);
	}

	private void moment(SearchTerm term) {
		if (term.negative()) {
			throw new IllegalArgumentException("A time cannot be left out");
		}
		Instant at = (term.field() == SearchField.UNTIL) ? SearchDates.end(term.value(), this.zone)
				: SearchDates.begin(term.value(), this.zone);
		boolean end = term.field() != SearchField.SINCE;
		if (!end) {
			this.since = at;
		}
		else if (this.since != null && !this.since.isBefore(at)) {
			problem(term, "order");
			return;
		}
		this.conditions.add(new AuditFilter.Moment(at, end));
	}

	private void organizations(SearchTerm term) {
		List<Long> chains = chains(term);
		if (chains.size() > OrganizationNames.MOST) {
			problem(term, "organizations");
			return;
		}
		among(term, chains);
	}

	private List<Long> chains(SearchTerm term) {
		if (term.value().equalsIgnoreCase(CONSOLE)) {
			return List.of(AuditChain.CONSOLE);
		}
		if (term.value().matches("[0-9]+")) {
			return List.of(number(term.value()));
		}
		List<Long> chains = this.organizations.beginning(term.value().toLowerCase(Locale.ROOT));
		if (chains.isEmpty()) {
			throw new IllegalArgumentException("Nobody has this name");
		}
		return chains;
	}

	private static Long number(String typed) {
		if (!typed.matches("[0-9]{1,18}")) {
			throw new IllegalArgumentException(typed);
		}
		return Long.valueOf(typed);
	}

	/** With or without what joins its words: {@code sign-in}, {@code signin}. */
	private static String constant(Enum<?>[] constants, String typed) {
		String name = typed.replaceAll("[-_ ]", "");
		return Arrays.stream(constants)
			.map(Enum::name)
			.filter((constant) -> constant.replace("_", "").equalsIgnoreCase(name))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException(typed));
	}

	private static String rule(SearchTerm term) {
		return switch (term.field()) {
			case null -> "word";
			case SINCE, UNTIL, BEFORE -> "time";
			case ORGANIZATION -> "organization";
			case ACTION -> "kind";
			case OUTCOME -> "outcome";
			case RUN -> "run";
			case ACTOR, SERVER, ADDRESS, REASON -> "word";
		};
	}

	private void problem(SearchTerm term, String rule) {
		String property = !this.fields ? "q" : (term.field() != null) ? term.field().property() : "words";
		this.problems.add(SearchProblem.at(property, rule, term.text()));
	}

}
