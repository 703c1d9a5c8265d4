package io.hybridge.run.plan;

import org.springframework.stereotype.Component;

import io.hybridge.exchange.ExchangeState;
import io.hybridge.organization.OrganizationId;
import io.hybridge.step.StepName;
import io.hybridge.step.observation.Observation;

/** What our looks remember of those before, because no server tells it. */
@Component
class LookMemory {

	private final MissedCertificates missed;

	private final SeenServers servers;

	LookMemory(MissedCertificates missed, SeenServers servers) {
		this.missed = missed;
		this.servers = servers;
	}

	/** Notes what a look saw, and adds what the former ones left. */
	Observation remember(OrganizationId organization, StepName step, Observation seen) {
		return seen.exchange().seen().map((exchange) -> remember(organization, step, seen, exchange)).orElse(seen);
	}

	private Observation remember(OrganizationId organization, StepName step, Observation seen, ExchangeState exchange) {
		Observation known = seen.withFirstSeen(this.servers.note(organization, exchange, seen.takenAt()));
		return (step == StepName.OAUTH)
				? known.withMissedSince(this.missed.note(organization, exchange, seen.takenAt())) : known;
	}

}
