package io.hybridge.audit.reading;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Rows as RFC 4180 wants them. What a spreadsheet would take for a formula gets an
 * apostrophe before it, also behind what a spreadsheet of another country takes for the
 * end of a cell.
 */
final class Csv {

	private static final Pattern FORMULA = Pattern
		.compile("(^|[;\t\r\n])([ \"']*)(?=[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20])");

	private static final Pattern BLANK_BEGINNING = Pattern.compile("^(?=[\t\r\n])");

	private Csv() {
	}

	static String row(List<?> cells) {
		return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
	}

	private static String cell(Object value) {
		String text = (value != null) ? value.toString() : "";
		String safe = BLANK_BEGINNING.matcher(FORMULA.matcher(text).replaceAll("$1$2'")).replaceFirst("'");
		return '"' + safe.replace("\"", "\"\"") + '"';
	}

}
