package io.hybridge.run;

import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

import io.hybridge.organization.OrganizationId;
import io.hybridge.step.StepName;

/** All runs. */
public interface StepRuns extends Repository<StepRun, Long> {

	StepRun save(StepRun run);

	Optional<StepRun> findById(long id);

	Optional<StepRun> findByPlanId(long planId);

	@Query("""
			select r from StepRun r where r.organizationId = :organization and r.step = :step
			and r.kind in :kinds order by r.id desc limit 1""")
	Optional<StepRun> newest(long organization, StepName step, List<RunKind> kinds);

	@Query("""
			select r from StepRun r where r.organizationId = :organization
			and r.state in (QUEUED, RUNNING, UNKNOWN, PARKED) and r.kind in :kinds order by r.id limit 1""")
	Optional<StepRun> unfinished(long organization, List<RunKind> kinds);

	@Query("""
			select r from StepRun r where r.organizationId = :organization and r.step = :step
			and r.state in (QUEUED, RUNNING, UNKNOWN, PARKED) order by r.id limit 1""")
	Optional<StepRun> unfinished(long organization, StepName step);

	@Query("""
			select r from StepRun r where r.organizationId = :organization
			and r.state in (QUEUED, RUNNING, UNKNOWN, PARKED) order by r.id""")
	List<StepRun> unfinished(long organization);

	default StepRun require(long id) {
		return findById(id).orElseThrow(() -> new UnknownRun(id));
	}

	default Optional<StepRun> newest(OrganizationId organization, StepName step, RunKind... kinds) {
		return newest(organization.value(), step, List.of(kinds));
	}

	/**
	 * The run that holds the organization now.
	 * @return a run that changes something and has not ended
	 */
	default Optional<StepRun> holding(OrganizationId organization) {
		return unfinished(organization.value(), List.of(RunKind.APPLY, RunKind.UNDO, RunKind.VERIFY));
	}

}
