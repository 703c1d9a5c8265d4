package io.hybridge.run;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import io.hybridge.organization.Organization;
import io.hybridge.organization.OrganizationId;

/**
 * Numbers the states of what is built in an organization: OAuth and the push proxy. A
 * change that may have been made begins a new one, and so does a look that finds it not
 * as wanted. A proof bears the number of the state that it proved, and falls with it.
 */
@Component
public class BuiltStates {

	private final JdbcClient jdbc;

	BuiltStates(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@EventListener
	void begin(Organization.Registered registered) {
		this.jdbc.sql("insert into built_state (organization_id, number) values (:organization, 0)")
			.param("organization", registered.organization().value())
			.update();
	}

	/** What was built may not be there any more, in the caller's transaction. */
	public void changed(OrganizationId organization) {
		this.jdbc.sql("update built_state set number = number + 1 where organization_id = :organization")
			.param("organization", organization.value())
			.update();
	}

	/**
	 * What the probes of a run showed is how it is built now, in the caller's
	 * transaction.
	 */
	public void tellsOfIt(StepRun run) {
		this.jdbc.sql("""
				update server_probe set built = (select number from built_state where organization_id = :organization)
				where run_id = :run""")
			.param("organization", run.organization().value())
			.param("run", run.id())
			.update();
	}

	/**
	 * Begins a look.
	 * @return what its results are held against when they are kept
	 */
	@Transactional
	public Vantage beginLook(OrganizationId organization) {
		this.jdbc.sql("update built_state set looks = looks + 1 where organization_id = :organization")
			.param("organization", organization.value())
			.update();
		return now(organization, "");
	}

	/**
	 * What was seen still tells of what is reached and built now, and does so until the
	 * caller's transaction ends.
	 * @param seen from where
	 * @throws Overtaken when the connection or what is built was changed meanwhile, or a
	 * look that was begun later is kept already
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void requireNewest(StepRun run, Vantage seen) {
		Vantage now = now(run.organization(), " for update");
		if (now.destination() != seen.destination() || now.built() != seen.built() || newestKept(run) > seen.look()) {
			throw new Overtaken(run);
		}
	}

	private Vantage now(OrganizationId organization, String lock) {
		return this.jdbc
			.sql("select destination, number, looks from built_state where organization_id = :organization" + lock)
			.param("organization", organization.value())
			.query((row, number) -> new Vantage(row.getLong("destination"), row.getLong("number"),
					row.getLong("looks")))
			.optional()
			.orElseGet(() -> new Vantage(0, 0, 0));
	}

	private long newestKept(StepRun run) {
		return this.jdbc.sql("""
				select look from step_snapshot where organization_id = :organization and step = :step
				order by id desc limit 1""")
			.param("organization", run.organization().value())
			.param("step", run.step().name())
			.query(Long.class)
			.optional()
			.orElse(0L);
	}

	/**
	 * What is reached from now on may be built otherwise, in the caller's transaction.
	 */
	void reachedElsewhere(OrganizationId organization) {
		this.jdbc.sql("""
				update built_state set number = number + 1, destination = destination + 1
				where organization_id = :organization""").param("organization", organization.value()).update();
	}

	/** What a look saw may not be so any more, or was seen anew; it is worth nothing. */
	public static class Overtaken extends RuntimeException {

		Overtaken(StepRun run) {
			super("What run " + run.id() + " saw of organization " + run.organization() + " was overtaken");
		}

	}

}
