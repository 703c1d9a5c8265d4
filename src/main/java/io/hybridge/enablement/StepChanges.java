package io.hybridge.enablement;

import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The journal's changes. */
interface StepChanges extends Repository<StepChange, Long> {

	StepChange save(StepChange change);

	Optional<StepChange> findById(long id);

	List<StepChange> findByRunIdOrderByOrdinal(long runId);

	/**
	 * Changes of ours that were made in a step and not taken back, newest first: the
	 * order in which they are undone.
	 * @param organization whose
	 * @param step which
	 * @return the changes
	 */
	@Query("""
			select c from StepChange c, StepRun r where r.id = c.runId and r.organizationId = :organization
			and r.step = :step and r.kind = APPLY and c.state = DONE and c.undone = false
			order by c.runId desc, c.ordinal desc""")
	List<StepChange> madeIn(long organization, StepName step);

}
