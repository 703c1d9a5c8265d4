package io.hybridge.run.status;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import io.hybridge.exchange.ladder.Climbed;
import io.hybridge.organization.OrganizationId;
import io.hybridge.run.probe.ProbeResults;
import io.hybridge.run.probe.ProbeVerdict;
import io.hybridge.step.StepName;
import io.hybridge.step.observation.Observation;

/**
 * How every step stands, kept by the runs, read by the pages. Reading it touches no
 * remote system.
 */
@Component
public class StepStatuses {

	private final StepStatusTable table;

	private final ProbeResults proofs;

	private final UnreachedServers unreached;

	private final StatusSettings settings;

	private final Clock clock;

	StepStatuses(StepStatusTable table, ProbeResults proofs, UnreachedServers unreached, StatusSettings settings,
			Clock clock) {
		this.table = table;
		this.proofs = proofs;
		this.unreached = unreached;
		this.settings = settings;
		this.clock = clock;
	}

	/** How an organization stands at this moment. */
	public OrganizationStatus of(OrganizationId organization) {
		Instant now = this.clock.instant();
		return new OrganizationStatus(
				judged(this.table.facts(organization)).stream().map((step) -> step.at(now, this.settings)).toList());
	}

	/**
	 * The earlier step that has to be in effect before a step may change or prove
	 * anything: the one for which it is told to wait.
	 */
	public Optional<StepName> obstacle(OrganizationId organization, StepName step) {
		List<StepFacts> facts = this.table.facts(organization);
		return StepJudgment.obstacle(facts, proof(organization), step);
	}

	/** Whether mailbox servers were probed since something was changed last. */
	public boolean probed(OrganizationId organization) {
		return proof(organization) != ProbeVerdict.NONE;
	}

	/**
	 * What is known of a step, for whoever keeps more of it in the same transaction.
	 * Nobody else keeps anything of its organization until that ends.
	 */
	StepFacts held(OrganizationId organization, StepName step) {
		this.table.hold(organization);
		return this.table.facts(organization).get(step.ordinal());
	}

	/**
	 * Keeps what is known of a step now, in the caller's transaction, and what follows
	 * from it for all four.
	 */
	void keep(StepFacts facts) {
		this.table.keep(facts);
		this.table.judge(judged(this.table.facts(facts.organization())));
	}

	/** A look showed which servers can be asked, in the transaction that keeps it. */
	void reached(OrganizationId organization, Observation seen) {
		this.unreached.keep(organization, seen);
	}

	/** A climb did. */
	@EventListener
	void climbed(Climbed climbed) {
		this.table.hold(climbed.organization());
		if (this.unreached.keep(climbed)) {
			this.table.judge(judged(this.table.facts(climbed.organization())));
		}
	}

	private List<StepStatus> judged(List<StepFacts> facts) {
		OrganizationId organization = facts.getFirst().organization();
		return StepJudgment.of(facts, proof(organization), this.unreached.first(organization));
	}

	private ProbeVerdict proof(OrganizationId organization) {
		return ProbeVerdict.of(this.proofs.newestProbes(organization));
	}

}
