package io.hybridge.audit.search;

/**
 * One thing that a person asks for.
 *
 * @param negative whether to leave out what has it
 * @param field or null for words
 * @param value as typed, without quotes
 */
record SearchTerm(boolean negative, SearchField field, String value) {

	static SearchTerm of(SearchField field, String value) {
		return new SearchTerm(false, field, value);
	}

	/** As it stands in the line. */
	String text() {
		return (this.negative ? "-" : "") + ((this.field != null) ? this.field.key() + ":" : "") + quoted();
	}

	private String quoted() {
		boolean plain = this.value.matches("[^\\s\"]+")
				&& (this.field != null || !this.value.startsWith("-") && this.value.indexOf(':') < 0);
		return plain ? this.value : '"' + this.value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
	}

}
