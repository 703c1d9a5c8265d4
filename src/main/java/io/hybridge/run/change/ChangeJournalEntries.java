package io.hybridge.run.change;

import java.util.List;
import java.util.Optional;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

import io.hybridge.step.StepName;

/** The journal's changes. */
interface ChangeJournalEntries extends Repository<ChangeJournalEntry, Long> {

	ChangeJournalEntry save(ChangeJournalEntry change);

	Optional<ChangeJournalEntry> findById(long id);

	List<ChangeJournalEntry> findByRunIdOrderByOrdinal(long runId);

	/**
	 * Changes of ours that were made in a step and not taken back, newest first: the
	 * order in which they are undone.
	 */
	@Query("""
			select c from ChangeJournalEntry c, StepRun r where r.id = c.runId and r.organizationId = :organization
			and r.step = :step and r.kind = APPLY and c.state = DONE and c.undone = false
			order by c.runId desc, c.ordinal desc""")
	List<ChangeJournalEntry> madeIn(long organization, StepName step);

	/** Changes of ours that were taken back in a step, newest first. */
	@Query("""
			select c from ChangeJournalEntry c, StepRun r where r.id = c.runId and r.organizationId = :organization
			and r.step = :step and r.kind = APPLY and c.state = DONE and c.undone = true
			order by c.runId desc, c.ordinal desc""")
	List<ChangeJournalEntry> takenBackIn(long organization, StepName step);

	/**
	 * Changes of ours that were sent in a step and may have had an effect, newest first.
	 */
	@Query("""
			select c from ChangeJournalEntry c, StepRun r where r.id = c.runId and r.organizationId = :organization
			and r.step = :step and c.attempts > 0 and c.state in (SENT, UNKNOWN, DONE, ALREADY_SO, CONFLICT)
			order by c.runId desc, c.ordinal desc""")
	List<ChangeJournalEntry> sentIn(long organization, StepName step, Limit limit);

}
