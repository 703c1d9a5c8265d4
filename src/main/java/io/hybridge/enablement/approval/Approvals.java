package io.hybridge.enablement.approval;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.hybridge.audit.AuditActor;
import io.hybridge.organization.Organizations;
import io.hybridge.run.plan.Plan;

/**
 * Lets a plan be applied only with the approval of a second person, where the
 * organization's rule says so. What is approved is the content of one plan; another plan
 * needs another approval.
 */
@Component
public class Approvals {

	private final JdbcClient jdbc;

	private final ApprovalRules rules;

	private final Organizations organizations;

	private final Changers changers;

	private final Clock clock;

	Approvals(JdbcClient jdbc, ApprovalRules rules, Organizations organizations, Changers changers, Clock clock) {
		this.jdbc = jdbc;
		this.rules = rules;
		this.organizations = organizations;
		this.changers = changers;
		this.clock = clock;
	}

	/** How it stands with a plan. */
	public Approval of(Plan plan) {
		if (!needed(plan)) {
			return new Approval.NotNeeded();
		}
		return given(plan).filter((given) -> counts(given, plan))
			.<Approval>map((given) -> given)
			.orElseGet(() -> new Approval.Awaited(this.changers.several(plan.organization())));
	}

	/**
	 * Refuses who may not apply a plan.
	 * @return the approval that it is applied with, where it needs one
	 * @throws NotApproved when nobody approved it, or nobody but the same person
	 */
	public Optional<Approval.Given> require(Plan plan, AuditActor person) {
		return switch (of(plan)) {
			case Approval.NotNeeded unneeded -> Optional.empty();
			case Approval.Given given when given.personId() != person.id() -> Optional.of(given);
			case Approval.Given own -> throw new NotApproved();
			case Approval.Awaited awaited -> throw new NotApproved();
		};
	}

	/**
	 * Keeps an approval, in the caller's transaction. The newest counts.
	 * @return false when the same person has approved it already
	 */
	public boolean give(Plan plan, AuditActor person) {
		String hash = plan.contentHash();
		if (given(plan).filter((given) -> given.personId() == person.id() && given.contentHash().equals(hash))
			.isPresent()) {
			return false;
		}
		this.jdbc.sql("delete from plan_approval where plan_id = ?").param(plan.id()).update();
		this.jdbc.sql("""
				insert into plan_approval (plan_id, content_hash, person_id, person_name, approved_at)
				values (:plan, :hash, :person, :name, :now)""")
			.param("plan", plan.id())
			.param("hash", hash)
			.param("person", person.id())
			.param("name", person.name())
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.update();
		return true;
	}

	private boolean needed(Plan plan) {
		return switch (this.rules.of(this.organizations.require(plan.organization()))) {
			case NONE -> false;
			case SHARED_PRINCIPAL -> plan.content().exposure() && this.changers.several(plan.organization());
			case EVERY_PLAN -> true;
		};
	}

	/** It ends with the right of who gave it. */
	private boolean counts(Approval.Given given, Plan plan) {
		return given.contentHash().equals(plan.contentHash())
				&& this.changers.include(given.personId(), plan.organization());
	}

	private Optional<Approval.Given> given(Plan plan) {
		return this.jdbc.sql("select * from plan_approval where plan_id = ?")
			.param(plan.id())
			.query((row, number) -> new Approval.Given(row.getLong("person_id"), row.getString("person_name"),
					row.getObject("approved_at", OffsetDateTime.class).toInstant(), row.getString("content_hash")))
			.optional();
	}

	/** Nobody else has approved the plan. */
	public static class NotApproved extends RuntimeException {

	}

}
