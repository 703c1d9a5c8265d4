package io.hybridge.audit.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the search line:
 * {@code actor:petra -action:sign-in organization:"Fabrikam AG" words}.
 */
final class SearchLine {

	static final int LONGEST = 500;

	static final int MOST = 20;

	private final String line;

	private final String property;

	private final List<SearchProblem> problems;

	private final List<SearchTerm> terms = new ArrayList<>();

	private int at;

	private SearchLine(String line, String property, List<SearchProblem> problems) {
		this.line = line;
		this.property = property;
		this.problems = problems;
	}

	/**
	 * Reads what can be read.
	 * @param line as typed
	 * @param property of the form it was typed into
	 * @param problems get what cannot
	 */
	static List<SearchTerm> read(String line, String property, List<SearchProblem> problems) {
		if (line.length() > LONGEST) {
			problems.add(SearchProblem.at(property, "long", line));
			return List.of();
		}
		return new SearchLine(line, property, problems).terms();
	}

	private List<SearchTerm> terms() {
		for (skipBlanks(); this.at < this.line.length(); skipBlanks()) {
			if (this.terms.size() == MOST) {
				problem("many", this.line.substring(this.at));
				break;
			}
			term();
		}
		return this.terms;
	}

	private void term() {
		int begin = this.at;
		boolean negative = this.line.startsWith("-", this.at) && this.at + 1 < this.line.length()
				&& !Character.isWhitespace(this.line.charAt(this.at + 1));
		this.at += negative ? 1 : 0;
		String name = name();
		Optional<SearchField> field = SearchField.named(name);
		this.at += name.isEmpty() ? 0 : name.length() + 1;
		String value = value(begin);
		if (!name.isEmpty() && field.isEmpty()) {
			problem("field", name + ":");
		}
		else if (value != null) {
			this.terms.add(new SearchTerm(negative, field.orElse(null), value));
		}
	}

	/** Letters before a colon, or nothing. */
	private String name() {
		int end = this.at;
		while (end < this.line.length() && Character.isLetter(this.line.charAt(end))) {
			end++;
		}
		return (end < this.line.length() && this.line.charAt(end) == ':') ? this.line.substring(this.at, end) : "";
	}

	private String value(int begin) {
		String value = this.line.startsWith("\"", this.at) ? quoted(begin) : bare();
		if (value != null && value.isBlank()) {
			problem("empty", this.line.substring(begin, this.at));
			return null;
		}
		return value;
	}

	private String bare() {
		int begin = this.at;
		while (this.at < this.line.length() && !Character.isWhitespace(this.line.charAt(this.at))) {
			this.at++;
		}
		return this.line.substring(begin, this.at);
	}

	private String quoted(int begin) {
		StringBuilder value = new StringBuilder();
		for (this.at++; this.at < this.line.length(); this.at++) {
			char c = this.line.charAt(this.at);
			if (c == '"') {
				this.at++;
				return value.toString();
			}
			if (c == '\\' && this.at + 1 < this.line.length()) {
				c = this.line.charAt(++this.at);
			}
			value.append(c);
		}
		problem("quote", this.line.substring(begin));
		return null;
	}

	private void skipBlanks() {
		while (this.at < this.line.length() && Character.isWhitespace(this.line.charAt(this.at))) {
			this.at++;
		}
	}

	private void problem(String rule, String part) {
		this.problems.add(SearchProblem.at(this.property, rule, part));
	}

}
