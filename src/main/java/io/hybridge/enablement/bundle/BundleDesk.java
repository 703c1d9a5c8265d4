package io.hybridge.enablement.bundle;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.hybridge.audit.AuditActor;
import io.hybridge.audit.AuditEntry;
import io.hybridge.audit.AuditKind;
import io.hybridge.audit.AuditLog;
import io.hybridge.audit.AuditOutcome;
import io.hybridge.audit.RequestAddress;
import io.hybridge.exchange.bundle.Bundle;
import io.hybridge.exchange.bundle.Bundles;
import io.hybridge.organization.Organizations;
import io.hybridge.run.Leases;
import io.hybridge.run.StepRun;
import io.hybridge.run.StepRuns;

/** Takes what persons bring for a run, and what they give up. */
@Component
class BundleDesk {

	private final StepRuns runs;

	private final Bundles bundles;

	private final Leases leases;

	private final Organizations organizations;

	private final AuditLog audit;

	BundleDesk(StepRuns runs, Bundles bundles, Leases leases, Organizations organizations, AuditLog audit) {
		this.runs = runs;
		this.bundles = bundles;
		this.leases = leases;
		this.organizations = organizations;
		this.audit = audit;
	}

	/**
	 * Counts what was brought.
	 * @param id of the run
	 * @param text whole
	 * @throws io.hybridge.exchange.bundle.RefusedAnswer when it does not count
	 */
	@Transactional
	public void bring(long id, String text, AuditActor person) {
		StepRun run = held(id);
		record(run, this.bundles.bring(id, text, person.name()), "brought", person);
	}

	/**
	 * Gives up the bundle that is waited for; nothing happens where there is none.
	 * @param id of the run
	 */
	@Transactional
	public void discard(long id, AuditActor person) {
		StepRun run = held(id);
		this.bundles.openOf(id)
			.filter(this.bundles::discard)
			.ifPresent((bundle) -> record(run, bundle, bundle.changes() ? "discarded-to-change" : "discarded", person));
	}

	private StepRun held(long id) {
		StepRun run = this.runs.require(id);
		this.leases.queueUp(run.organization());
		return run;
	}

	private void record(StepRun run, Bundle bundle, String what, AuditActor person) {
		this.audit.append(AuditEntry.of(AuditKind.BUNDLE, AuditOutcome.DONE, person)
			.about(run.organization().value(), this.organizations.require(run.organization()).name())
			.in(run.id())
			.from(RequestAddress.current())
			.with("what", what)
			.with("bundle", Long.toString(bundle.id()))
			.with("sha256", bundle.sha256()));
	}

}
