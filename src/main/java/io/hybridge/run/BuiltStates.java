package io.hybridge.run;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

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
	 * The number of the destination over which a look of now would see.
	 */
	public long destination(OrganizationId organization) {
		return this.jdbc.sql("select destination from built_state where organization_id = :organization")
			.param("organization", organization.value())
			.query(Long.class)
			.optional()
			.orElse(0L);
	}

	/**
	 * What was seen still tells of what is reached now, and does so until the caller's
	 * transaction ends.
	 * @param destination over which it was seen
	 * @throws SeenElsewhere when the connection was changed meanwhile
	 */
	public void requireDestination(OrganizationId organization, long destination) {
		this.jdbc.sql("select destination from built_state where organization_id = :organization for update")
			.param("organization", organization.value())
			.query(Long.class)
			.optional()
			.filter((now) -> now != destination)
			.ifPresent((now) -> {
				throw new SeenElsewhere(organization);
			});
	}

	/**
	 * What is reached from now on may be built otherwise, in the caller's transaction.
	 */
	void reachedElsewhere(OrganizationId organization) {
		this.jdbc.sql("""
				update built_state set number = number + 1, destination = destination + 1
				where organization_id = :organization""").param("organization", organization.value()).update();
	}

	/** A look saw what its organization's connection does not lead to any more. */
	public static class SeenElsewhere extends RuntimeException {

		SeenElsewhere(OrganizationId organization) {
			super("The connection of organization " + organization + " leads elsewhere now");
		}

	}

}
