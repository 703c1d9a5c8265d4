package io.hybridge.enablement.run;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import io.hybridge.enablement.run.ChangeProgress.Conflict;
import io.hybridge.enablement.run.ChangeProgress.Line;
import io.hybridge.enablement.run.ChangeProgress.Next;
import io.hybridge.enablement.run.ChangeProgress.Standing;
import io.hybridge.enablement.run.ChangeProgress.Timeline;
import io.hybridge.run.StepRun;
import io.hybridge.run.change.ChangeJson;
import io.hybridge.run.change.ChangeState;
import io.hybridge.run.change.ChangeTimeline;
import io.hybridge.run.change.ChangeTimeline.Entry;
import io.hybridge.run.change.JournaledChange;
import io.hybridge.run.change.JournaledChanges;
import io.hybridge.step.change.Change;

/** Writes the changes of a run, as the journal has them, in the reader's words. */
@Component
class ChangeProgressViews {

	private final JournaledChanges journal;

	private final ChangeTimeline timeline;

	private final ChangeTitles words;

	private final ConflictColumns conflicts;

	ChangeProgressViews(JournaledChanges journal, ChangeTimeline timeline, ChangeTitles words,
			ConflictColumns conflicts) {
		this.journal = journal;
		this.timeline = timeline;
		this.words = words;
		this.conflicts = conflicts;
	}

	List<ChangeProgress> of(StepRun run) {
		Map<Long, List<Entry>> lines = this.timeline.of(run.id())
			.stream()
			.collect(Collectors.groupingBy(Entry::change));
		List<JournaledChange> changes = this.journal.of(run.id());
		return changes.stream().map((row) -> {
			Standing standing = new Standing(row.state(), row.accepted(), row == changes.getFirst(),
					run.state().ended());
			return progress(run, row, standing, lines.getOrDefault(row.id(), List.of()));
		}).toList();
	}

	private ChangeProgress progress(StepRun run, JournaledChange row, Standing standing, List<Entry> lines) {
		Change change = row.change();
		return new ChangeProgress(this.words.view(change), change.place().label(), standing,
				new Timeline(lines(lines), next(run, row), lines.stream().anyMatch(Entry::refusedToAccount)),
				conflict(run, row, lines), ChangeJson.fields(row.evidence()), row.evidence().text());
	}

	private List<Line> lines(List<Entry> lines) {
		return lines.stream().map((line) -> new Line(line.at(), this.words.of(line.text()))).toList();
	}

	/**
	 * There is no next try where somebody has asked to stop, and nothing next of a run
	 * that has ended.
	 */
	private static Next next(StepRun run, JournaledChange row) {
		if (row.nextAt() == null || run.state().ended() || run.stopAsked() && row.state() == ChangeState.WAITING) {
			return null;
		}
		return new Next(row.nextAt(), (row.state() == ChangeState.UNKNOWN) ? "run.next-look" : "run.next-try");
	}

	private Conflict conflict(StepRun run, JournaledChange row, List<Entry> lines) {
		return (row.state() == ChangeState.CONFLICT) ? this.conflicts.of(run, row, lines) : null;
	}

}
