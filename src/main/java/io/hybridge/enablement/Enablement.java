package io.hybridge.enablement;

import java.util.Optional;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.hybridge.audit.AuditActor;
import io.hybridge.enablement.approval.Approval;
import io.hybridge.enablement.approval.Approvals.NotApproved;
import io.hybridge.enablement.offer.NotOffered;
import io.hybridge.enablement.offer.Refusal;
import io.hybridge.enablement.offer.StepConditions;
import io.hybridge.enablement.offer.Verb;
import io.hybridge.organization.OrganizationId;
import io.hybridge.run.Leases;
import io.hybridge.run.RunKind;
import io.hybridge.run.StepRun;
import io.hybridge.run.plan.Plan;
import io.hybridge.step.StepName;

/**
 * What a person may ask of the four steps. Every request is a run with its own address;
 * the same request twice is the same run. What the step does not offer is refused. Those
 * who ask for something of one organization come one after the other.
 */
@Component
public class Enablement {

	private final Leases leases;

	private final StepConditions conditions;

	private final RunQueue queue;

	private final RequestAudit record;

	private final Consent consent;

	Enablement(Leases leases, StepConditions conditions, RunQueue queue, RequestAudit record, Consent consent) {
		this.leases = leases;
		this.conditions = conditions;
		this.queue = queue;
		this.record = record;
		this.consent = consent;
	}

	/**
	 * Looks and plans; changes nothing.
	 * @param choice thumbprint of a chosen certificate, or null
	 * @return number of the run
	 */
	@Transactional
	public long check(OrganizationId organization, StepName step, AuditActor person, String choice) {
		this.leases.queueUp(organization);
		return same(organization, step, RunKind.CHECK).orElseGet(() -> {
			this.conditions.require(organization, step, Verb.CHECK);
			return this.queue.begin(this.queue.asked(organization, step, RunKind.CHECK, person).choosing(choice)).id();
		});
	}

	/**
	 * Looks and plans once more what was taken back; changes nothing.
	 * @return number of the run
	 */
	@Transactional
	public long planAgain(OrganizationId organization, StepName step, AuditActor person) {
		this.leases.queueUp(organization);
		return this.queue.underWay(organization, step, RunKind.CHECK)
			.filter(StepRun::isAgain)
			.map(StepRun::id)
			.orElseGet(() -> {
				this.conditions.require(organization, step, Verb.CHECK);
				return this.queue.begin(this.queue.asked(organization, step, RunKind.CHECK, person).again()).id();
			});
	}

	/**
	 * Looks, and puts the plan aside that comes of it, so that what is there stays;
	 * changes nothing.
	 * @return number of the run
	 */
	@Transactional
	public long keep(OrganizationId organization, StepName step, AuditActor person) {
		this.leases.queueUp(organization);
		return this.queue.underWay(organization, step, RunKind.CHECK)
			.filter(StepRun::keeps)
			.map(StepRun::id)
			.orElseGet(() -> {
				this.conditions.require(organization, step, Verb.DECIDE);
				return this.queue.begin(this.queue.asked(organization, step, RunKind.CHECK, person).keeping()).id();
			});
	}

	/**
	 * Looks and plans to overwrite what somebody else has set; changes nothing.
	 * @param confirmation the name of the organization, as the person typed it
	 * @return number of the run
	 * @throws NotConfirmed when it is another name
	 */
	@Transactional
	public long overwrite(OrganizationId organization, StepName step, AuditActor person, String confirmation) {
		this.leases.queueUp(organization);
		return this.queue.underWay(organization, step, RunKind.CHECK)
			.filter(StepRun::overwrites)
			.map(StepRun::id)
			.orElseGet(() -> {
				this.conditions.require(organization, step, Verb.DECIDE);
				this.consent.requireName(organization, confirmation);
				return this.queue.begin(this.queue.asked(organization, step, RunKind.CHECK, person).overwriting()).id();
			});
	}

	/**
	 * Looks at all four steps, one after the other; changes nothing. Asked once more
	 * while it is under way, it goes on.
	 * @throws NotOffered while anything else is being done there
	 */
	@Transactional
	public void checkAll(OrganizationId organization, AuditActor person) {
		this.leases.queueUp(organization);
		if (this.queue.checksAll(organization)) {
			return;
		}
		if (this.queue.busy(organization)) {
			throw new NotOffered(organization, Refusal.BUSY);
		}
		StepRun first = this.queue.asked(organization, StepName.TENANT, RunKind.CHECK, person);
		this.queue.begin(first);
		first.within(first.id());
		this.record.attemptedAll(first);
	}

	/**
	 * Looks and plans how to take our changes back; changes nothing.
	 * @return number of the run
	 */
	@Transactional
	public long checkUndo(OrganizationId organization, StepName step, AuditActor person) {
		this.leases.queueUp(organization);
		return same(organization, step, RunKind.CHECK_UNDO).orElseGet(() -> {
			this.conditions.require(organization, step, Verb.CHECK_UNDO);
			return this.queue.begin(this.queue.asked(organization, step, RunKind.CHECK_UNDO, person)).id();
		});
	}

	/**
	 * Carries a plan out. A plan that is being or was carried out gives its run.
	 * @param form what the person says to it and accepts of it
	 * @return number of the run to watch
	 * @throws NotApproved when a second person has to approve it first
	 * @throws ExposureNotAccepted when the plan needs it
	 * @throws PlanExpired when the plan is too old
	 * @throws NotConfirmed when it would overwrite what somebody else has set
	 */
	@Transactional
	public long apply(Plan plan, AuditActor person, ApplyForm form) {
		this.leases.queueUp(plan.organization());
		return this.queue.of(plan.id()).map(StepRun::id).orElseGet(() -> {
			requireOffered(plan);
			Optional<Approval.Given> approval = this.consent.require(plan, person, form);
			StepRun run = this.queue.begin(this.queue.asked(plan.organization(), plan.step(), plan.kind().run(), person)
				.applying(plan.id(), form.givenReason()));
			this.record.opened(run, plan, form.acceptedChanges(), approval);
			return run.id();
		});
	}

	/**
	 * Proves the push proxy by probe on every mailbox server.
	 * @return number of the run to watch
	 */
	@Transactional
	public long verify(OrganizationId organization, StepName step, AuditActor person) {
		this.leases.queueUp(organization);
		return same(organization, step, RunKind.VERIFY).orElseGet(() -> {
			this.conditions.require(organization, step, Verb.VERIFY);
			StepRun run = this.queue.begin(this.queue.asked(organization, step, RunKind.VERIFY, person));
			this.record.attempted(run);
			return run.id();
		});
	}

	private Optional<Long> same(OrganizationId organization, StepName step, RunKind kind) {
		return this.queue.underWay(organization, step, kind).map(StepRun::id);
	}

	private void requireOffered(Plan plan) {
		if (this.conditions.tooOld(plan)) {
			throw new PlanExpired();
		}
		this.conditions.require(plan);
	}

	/** The person did not accept what the plan exposes. */
	public static class ExposureNotAccepted extends RuntimeException {

	}

	/** The person did not type the name of the organization. */
	public static class NotConfirmed extends RuntimeException {

		private final String name;

		private final boolean missing;

		NotConfirmed(String name, boolean missing) {
			this.name = name;
			this.missing = missing;
		}

		/** Key of what is told beside the field. */
		public String key() {
			return this.missing ? "enablement.confirm.missing" : "enablement.confirm.wrong";
		}

		/** What has to be typed. */
		public String name() {
			return this.name;
		}

	}

	/** The plan is too old to be applied. */
	public static class PlanExpired extends RuntimeException {

	}

}
