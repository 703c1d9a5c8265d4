package io.hybridge.audit.reading;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import io.hybridge.web.StatusWords;
import io.hybridge.web.text.Times;

/** Puts the records of a list into the reader's language and zone, day by day. */
@Component
class AuditViews {

	private final AuditSentences sentences;

	private final StatusWords words;

	private final Times times;

	private final MessageSource messages;

	AuditViews(AuditSentences sentences, StatusWords words, Times times, MessageSource messages) {
		this.sentences = sentences;
		this.words = words;
		this.times = times;
		this.messages = messages;
	}

	/**
	 * Says the records of a page.
	 * @param rows newest first
	 * @param nested the changes to show under the result of their run, by run
	 * @return a day each, in the order of the rows
	 */
	List<AuditDay> days(List<AuditSummary> rows, Map<Long, List<AuditSummary>> nested) {
		ZoneId zone = LocaleContextHolder.getTimeZone().toZoneId();
		Map<LocalDate, List<AuditSummary>> days = new LinkedHashMap<>();
		rows.forEach((row) -> days.computeIfAbsent(row.at().atZone(zone).toLocalDate(), (day) -> new ArrayList<>())
			.add(row));
		return days.values().stream().map((day) -> day(day, nested)).toList();
	}

	/** Says records that stand by themselves. */
	List<AuditView> lines(List<AuditSummary> rows) {
		return rows.stream().map((row) -> line(row, null)).toList();
	}

	private AuditDay day(List<AuditSummary> rows, Map<Long, List<AuditSummary>> nested) {
		return new AuditDay(this.times.day(rows.getFirst().at()),
				rows.stream().map((row) -> line(row, changes(row, nested))).toList());
	}

	private List<AuditView> changes(AuditSummary row, Map<Long, List<AuditSummary>> nested) {
		if (!row.endsRun() || !nested.containsKey(row.runId())) {
			return null;
		}
		return lines(nested.get(row.runId()));
	}

	private AuditView line(AuditSummary row, List<AuditView> changes) {
		return new AuditView(row.id(), row.at(), this.times.full(row.at()), this.times.minute(row.at()),
				this.sentences.parts(row.sentence()), row.runId(), run(row), organization(row),
				this.words.status(row.status(), text("audit.outcome." + row.outcomeKey())), changes);
	}

	private String run(AuditSummary row) {
		return (row.runId() != null) ? text("audit.run", row.runId().toString()) : null;
	}

	private String organization(AuditSummary row) {
		return (row.organization() != null) ? row.organization() : text("audit.console");
	}

	private String text(String code, Object... values) {
		return this.messages.getMessage(code, values, LocaleContextHolder.getLocale());
	}

}
