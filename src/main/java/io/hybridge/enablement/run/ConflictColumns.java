package io.hybridge.enablement.run;

import java.time.Instant;
import java.util.List;

import org.springframework.stereotype.Component;

import io.hybridge.enablement.run.ChangeProgress.Conflict;
import io.hybridge.run.StepRun;
import io.hybridge.run.change.ChangeTimeline.Entry;
import io.hybridge.run.change.JournaledChange;
import io.hybridge.run.plan.Plan;
import io.hybridge.run.plan.Plans;
import io.hybridge.run.plan.Snapshots;
import io.hybridge.step.readback.Place;
import io.hybridge.web.text.MessageRenderer;
import io.hybridge.web.text.Times;

/**
 * Writes the three values of a conflict, and under each when it was read or sent, and
 * where. What nobody knows is left out.
 */
@Component
class ConflictColumns {

	private final Plans plans;

	private final Snapshots snapshots;

	private final ChangeTitles words;

	private final MessageRenderer texts;

	private final Times times;

	ConflictColumns(Plans plans, Snapshots snapshots, ChangeTitles words, MessageRenderer texts, Times times) {
		this.plans = plans;
		this.snapshots = snapshots;
		this.words = words;
		this.texts = texts;
		this.times = times;
	}

	/**
	 * The columns.
	 * @param run that found the third value
	 * @param row the change that stopped there
	 * @param lines what happened to it, in order
	 */
	Conflict of(StepRun run, JournaledChange row, List<Entry> lines) {
		return new Conflict(this.words.value(row.change().before()).noted(planned(run, row)),
				this.words.value(row.change().after()).noted(sent(row)),
				this.words.value(row.evidence().found()).noted(found(lines)));
	}

	/** The value before is that of the look from which the plan was made. */
	private String planned(StepRun run, JournaledChange row) {
		if (run.planId() == null) {
			return null;
		}
		boolean tenant = row.change().place() == Place.MICROSOFT_365;
		return this.plans.find(run.planId())
			.map(Plan::runId)
			.flatMap(this.snapshots::of)
			.map((seen) -> read(seen.takenAt(), tenant ? Place.MICROSOFT_365.label() : seen.examination().answeredBy()))
			.orElse(null);
	}

	private String sent(JournaledChange row) {
		if (!row.touched()) {
			return this.texts.of("run.conflict.not-sent");
		}
		return this.texts.of(row.answerMissing() ? "run.conflict.sent" : "run.conflict.answered",
				when(row.attempts().intentAt()));
	}

	/** The last line of a change in conflict is the look that found the third value. */
	private String found(List<Entry> lines) {
		if (lines.isEmpty()) {
			return null;
		}
		List<String> values = lines.getLast().text().values();
		return read(lines.getLast().at(), (values.size() > 1) ? values.get(1) : null);
	}

	private String read(Instant at, String where) {
		return (where != null && !where.isEmpty()) ? this.texts.of("run.conflict.read-on", when(at), where)
				: this.texts.of("run.conflict.read", when(at));
	}

	/** With the day where that is not today. */
	private String when(Instant at) {
		String day = this.times.at(at);
		String second = this.times.second(at);
		return second.startsWith(day) ? second : day + ", " + second;
	}

}
