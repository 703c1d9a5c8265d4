package io.hybridge.audit.search;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.springframework.web.util.UriComponentsBuilder;

/**
 * A search as it was read.
 *
 * @param form line and fields, both saying the same
 * @param filter of what could be read
 * @param problems with what could not
 */
public record Search(SearchForm form, AuditFilter filter, List<SearchProblem> problems) {

	/**
	 * Reads a search, and leaves out of it what cannot be read.
	 * @param typed line or fields
	 * @param zone of the person
	 * @param organizations who knows the organizations by name
	 */
	public static Search read(SearchForm typed, ZoneId zone, OrganizationNames organizations) {
		List<SearchProblem> problems = new ArrayList<>();
		boolean fields = typed.fields();
		String line = (typed.q() != null) ? typed.q().strip() : "";
		List<SearchTerm> terms = fields ? typed.parts(problems) : SearchLine.read(line, "q", problems);
		AuditFilter filter = new SearchReader(zone, organizations, problems, fields).filter(terms);
		if (!fields) {
			return new Search(SearchForm.filled(line, terms), filter, List.copyOf(problems));
		}
		if (SearchForm.text(terms).length() > SearchLine.LONGEST || terms.size() > SearchLine.MOST) {
			problems.add(SearchProblem.at("words", "long", ""));
		}
		return new Search(typed, filter, List.copyOf(problems));
	}

	/** Whether everything is asked for. */
	public boolean all() {
		return this.form.line().isEmpty();
	}

	public String address() {
		return address(null, null);
	}

	/**
	 * The list under this search, at a place of it.
	 * @param position {@code before} or {@code after}
	 * @param id of a record, or null for the newest
	 */
	public String address(String position, Long id) {
		UriComponentsBuilder address = UriComponentsBuilder.fromPath("/audit");
		if (!all()) {
			address.queryParam("q", "{q}").uriVariables(Map.of("q", this.form.line()));
		}
		if (id != null) {
			address.queryParam(position, id);
		}
		return address.encode().build().toUriString().replace("%3A", ":");
	}

	/** Address of the list under a line. */
	public static String addressOf(String line) {
		return new Search(SearchForm.of(line), AuditFilter.ALL, List.of()).address();
	}

	/** The line for everything under a person's name. */
	public static String byPerson(String name) {
		return SearchTerm.of(SearchField.ACTOR, name).text();
	}

}
