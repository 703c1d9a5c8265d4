package io.hybridge.audit.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.util.StringUtils;

/**
 * What a person looks for as typed: the line, or the fields that write one.
 *
 * @param q the line
 * @param organization id of one, 0 for the console
 * @param person a name or some words of it
 * @param kind as {@code sign-in}
 * @param outcome as {@code not-done}
 * @param server a name or its beginning
 * @param from day
 * @param until day that is included
 * @param words and whatever else the line can say
 */
public record SearchForm(String q, String organization, String person, String kind, String outcome, String server,
		String from, String until, String words) {

	/** Of a line alone. */
	public static SearchForm of(String line) {
		return new SearchForm(line, null, null, null, null, null, null, null, null);
	}

	/** Whether the fields were sent and not the line. */
	public boolean fields() {
		return this.q == null && Stream
			.of(this.organization, this.person, this.kind, this.outcome, this.server, this.from, this.until, this.words)
			.anyMatch(Objects::nonNull);
	}

	/** The line, as typed or as the fields write it. */
	public String line() {
		return (this.q != null) ? this.q : text(parts(new ArrayList<>()));
	}

	/** What the fields ask for, in the order of the form. */
	List<SearchTerm> parts(List<SearchProblem> problems) {
		List<SearchTerm> terms = new ArrayList<>();
		add(terms, SearchField.ORGANIZATION, this.organization);
		add(terms, SearchField.ACTOR, this.person);
		add(terms, SearchField.ACTION, this.kind);
		add(terms, SearchField.OUTCOME, this.outcome);
		add(terms, SearchField.SERVER, this.server);
		add(terms, SearchField.SINCE, this.from);
		add(terms, SearchField.UNTIL, this.until);
		if (StringUtils.hasText(this.words)) {
			terms.addAll(SearchLine.read(this.words, "words", problems));
		}
		return terms;
	}

	private static void add(List<SearchTerm> terms, SearchField field, String value) {
		if (StringUtils.hasText(value)) {
			terms.add(SearchTerm.of(field, value.strip()));
		}
	}

	/**
	 * The form as a line fills it; what has no field of its own stands among the words.
	 */
	static SearchForm filled(String line, List<SearchTerm> terms) {
		List<SearchTerm> rest = new ArrayList<>(terms);
		return new SearchForm(line, take(rest, SearchField.ORGANIZATION), take(rest, SearchField.ACTOR),
				take(rest, SearchField.ACTION), take(rest, SearchField.OUTCOME), take(rest, SearchField.SERVER),
				take(rest, SearchField.SINCE), take(rest, SearchField.UNTIL), text(rest));
	}

	static String text(List<SearchTerm> terms) {
		return terms.stream().map(SearchTerm::text).collect(Collectors.joining(" "));
	}

	private static String take(List<SearchTerm> terms, SearchField field) {
		for (SearchTerm term : terms) {
			if (term.field() == field && !term.negative() && holds(term)) {
				terms.remove(term);
				return term.value();
			}
		}
		return null;
	}

	/** A field for a day has no room for a time. */
	private static boolean holds(SearchTerm term) {
		return switch (term.field()) {
			case SINCE, UNTIL -> term.value().length() == SearchDates.DAY_LENGTH;
			default -> true;
		};
	}

}
