package io.hybridge.audit.search;

/**
 * What could not be read.
 *
 * @param property of the form it stands beside
 * @param code of the message
 * @param part of what was typed that it is about
 */
public record SearchProblem(String property, String code, String part) {

	private static final int LONGEST = 60;

	public SearchProblem {
		part = (part.length() > LONGEST) ? part.substring(0, part.offsetByCodePoints(0, LONGEST / 2)) + "…" : part;
	}

	static SearchProblem at(String property, String rule, String part) {
		return new SearchProblem(property, "audit.search.error." + rule, part);
	}

}
