package io.hybridge.audit.reading;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Rows as RFC 4180 wants them. A cell that a spreadsheet would take for a formula gets an
 * apostrophe before it.
 */
final class Csv {

	private static final String FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

	private Csv() {
	}

	static String row(List<?> cells) {
		return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
	}

	private static String cell(Object value) {
		String text = (value != null) ? value.toString() : "";
		String safe = (!text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0) ? "'" + text : text;
		return '"' + safe.replace("\"", "\"\"") + '"';
	}

}
