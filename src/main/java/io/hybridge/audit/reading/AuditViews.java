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
	 * Words the records of a page.
	 * @param summaries newest first
	 * @param nested the changes to show under the result of their run, by run
	 * @param most as many as are shown of one run
	 * @return a day each, in the same order
	 */
	List<AuditDay> days(List<AuditSummary> summaries, Map<Long, List<AuditSummary>> nested, int most) {
		ZoneId zone = LocaleContextHolder.getTimeZone().toZoneId();
		Map<LocalDate, List<AuditSummary>> days = new LinkedHashMap<>();
		summaries.forEach(
				(summary) -> days.computeIfAbsent(summary.at().atZone(zone).toLocalDate(), (day) -> new ArrayList<>())
					.add(summary));
		return days.values().stream().map((day) -> day(day, nested, most)).toList();
	}

	/** Words records that stand by themselves. */
	List<AuditView> of(List<AuditSummary> summaries) {
		return summaries.stream().map((summary) -> view(summary, null, null)).toList();
	}

	private AuditDay day(List<AuditSummary> summaries, Map<Long, List<AuditSummary>> nested, int most) {
		return new AuditDay(this.times.day(summaries.getFirst().at()),
				summaries.stream().map((summary) -> view(summary, nested, most)).toList());
	}

	private AuditView view(AuditSummary summary, Map<Long, List<AuditSummary>> nested, int most) {
		if (!summary.endsRun() || !nested.containsKey(summary.runId())) {
			return view(summary, null, null);
		}
		List<AuditSummary> changes = nested.get(summary.runId());
		String all = Search.addressOf("run:" + summary.runId() + " action:change -outcome:attempted");
		return view(summary, of(changes.stream().limit(most).toList()), (changes.size() > most) ? all : null);
	}

	private AuditView view(AuditSummary summary, List<AuditView> changes, String allChanges) {
		return new AuditView(summary.id(), summary.at(), this.times.full(summary.at()), this.times.minute(summary.at()),
				this.sentences.parts(summary.sentence()), summary.runId(), run(summary), summary.reason(),
				organization(summary),
				this.words.status(summary.status(), text("audit.outcome." + summary.outcomeKey())), changes,
				allChanges);
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
