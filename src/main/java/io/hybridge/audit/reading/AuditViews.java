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

import io.hybridge.audit.search.Search;
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
	 * Words the entries of a page.
	 * @param groups newest first
	 * @param most as many deeds as are shown of one run
	 * @return a day each, in the same order
	 */
	List<AuditDay> days(List<AuditGroup> groups, int most) {
		ZoneId zone = LocaleContextHolder.getTimeZone().toZoneId();
		Map<LocalDate, List<AuditGroup>> days = new LinkedHashMap<>();
		groups.forEach((group) -> days
			.computeIfAbsent(group.shown().at().atZone(zone).toLocalDate(), (day) -> new ArrayList<>())
			.add(group));
		return days.values().stream().map((day) -> day(day, most)).toList();
	}

	/** Words entries under which nothing stands. */
	List<AuditView> of(List<AuditGroup> groups) {
		return groups.stream().map((group) -> view(group, 0)).toList();
	}

	private AuditDay day(List<AuditGroup> groups, int most) {
		return new AuditDay(this.times.day(groups.getFirst().shown().at()),
				groups.stream().map((group) -> view(group, most)).toList());
	}

	private AuditView view(AuditGroup group, int most) {
		AuditSummary summary = group.shown();
		List<AuditGroup> children = group.children();
		String all = (children.size() > most) ? Search.addressOf("run:" + summary.runId()) : null;
		return new AuditView(summary.id(), summary.at(), this.times.full(summary.at()), this.times.minute(summary.at()),
				this.sentences.parts(summary.sentence()), summary.runId(), run(summary), summary.reason(),
				organization(summary), this.words.status(summary.status(), outcome(summary)), halves(group),
				of(children.stream().limit(most).toList()), all);
	}

	/** What stands by itself needs no list of its records. */
	private List<AuditView.Half> halves(AuditGroup group) {
		return (group.records().size() < 2) ? List.of() : group.records()
			.stream()
			.map((half) -> new AuditView.Half(half.id(), half.at(), this.times.second(half.at()), outcome(half)))
			.toList();
	}

	private String outcome(AuditSummary summary) {
		return text("audit.outcome." + summary.outcomeKey());
	}

	private String run(AuditSummary summary) {
		return (summary.runId() != null) ? text("audit.run", summary.runId().toString()) : null;
	}

	private String organization(AuditSummary summary) {
		return (summary.organization() != null) ? summary.organization() : text("audit.console");
	}

	private String text(String code, Object... values) {
		return this.messages.getMessage(code, values, LocaleContextHolder.getLocale());
	}

}
