package io.hybridge.run.change;

import java.util.List;

import org.springframework.stereotype.Component;

import io.hybridge.organization.OrganizationId;
import io.hybridge.step.StepName;

/** Reads what the journal knows of changes. */
@Component
public class JournaledChanges {

	private final ChangeJournalEntries entries;

	JournaledChanges(ChangeJournalEntries entries) {
		this.entries = entries;
	}

	/**
	 * The changes of a run.
	 * @param run its number
	 * @return in the order of the plan
	 */
	public List<JournaledChange> of(long run) {
		return journaled(this.entries.findByRunIdOrderByOrdinal(run));
	}

	/**
	 * Changes of ours that were made in a step and not taken back.
	 * @param step in which they were made
	 * @return newest first: the order in which they are undone
	 */
	public List<JournaledChange> madeIn(OrganizationId organization, StepName step) {
		return journaled(this.entries.madeIn(organization.value(), step));
	}

	private static List<JournaledChange> journaled(List<ChangeJournalEntry> entries) {
		return entries.stream().map(ChangeJournalEntry::journaled).toList();
	}

}
