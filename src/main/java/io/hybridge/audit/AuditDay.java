package io.hybridge.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The records of one day as the reader's zone sees it.
 *
 * @param at some moment of that day
 * @param rows newest first
 */
record AuditDay(Instant at, List<AuditRow> rows) {

	static List<AuditDay> of(List<AuditRow> rows, ZoneId zone) {
		Map<LocalDate, List<AuditRow>> days = new LinkedHashMap<>();
		rows.forEach((row) -> days.computeIfAbsent(row.at().atZone(zone).toLocalDate(), (day) -> new ArrayList<>())
			.add(row));
		return days.values().stream().map((day) -> new AuditDay(day.getFirst().at(), day)).toList();
	}

}
