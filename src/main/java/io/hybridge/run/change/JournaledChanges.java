package io.hybridge.run.change;

import java.util.List;
import java.util.Optional;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

import io.hybridge.organization.OrganizationId;
import io.hybridge.step.StepName;

/** Reads what the journal knows of changes. */
@Component
public class JournaledChanges {

	private final ChangeJournalEntries entries;

	private final ChangeTimeline timeline;

	JournaledChanges(ChangeJournalEntries entries, ChangeTimeline timeline) {
		this.entries = entries;
		this.timeline = timeline;
	}

	/**
	 * The changes of a run.
	 * @param run its number
	 * @return in the order of the plan
	 */
	public List<JournaledChange> of(long run) {
		return journaled(this.entries.findByRunIdOrderByOrdinal(run));
	}

	/** Whether Microsoft 365 refused a change of a run to the account signed in. */
	public boolean refusedToAccount(long run) {
		return this.timeline.of(run).stream().anyMatch(ChangeTimeline.Entry::refusedToAccount);
	}

	/**
	 * Changes of ours that were made in a step and not taken back.
	 * @param step in which they were made
	 * @return newest first: the order in which they are undone
	 */
	public List<JournaledChange> madeIn(OrganizationId organization, StepName step) {
		return journaled(this.entries.madeIn(organization.value(), step));
	}

	/**
	 * Changes of ours that were made in a step and taken back.
	 * @param step in which they were made
	 * @return newest first
	 */
	public List<JournaledChange> takenBackIn(OrganizationId organization, StepName step) {
		return journaled(this.entries.takenBackIn(organization.value(), step));
	}

	/**
	 * The change of ours that a step sent last, unless it is known to have had no effect.
	 * @return the change, with or without an answer
	 */
	public Optional<JournaledChange> newestSentIn(OrganizationId organization, StepName step) {
		return this.entries.sentIn(organization.value(), step, Limit.of(1))
			.stream()
			.map(ChangeJournalEntry::journaled)
			.findFirst();
	}

	private static List<JournaledChange> journaled(List<ChangeJournalEntry> entries) {
		return entries.stream().map(ChangeJournalEntry::journaled).toList();
	}

}
