package io.hybridge.monitoring;

import java.util.List;

import org.springframework.stereotype.Component;

import io.hybridge.organization.OrganizationId;
import io.hybridge.run.probe.ProbeResults;
import io.hybridge.run.status.OrganizationStatus;
import io.hybridge.run.status.StepStatus;
import io.hybridge.run.status.StepStatuses;

/** Reads how far an organization has come from what the last looks and probes left. */
@Component
class ProgressReader {

	private final StepStatuses statuses;

	private final ProbeResults probes;

	ProgressReader(StepStatuses statuses, ProbeResults probes) {
		this.statuses = statuses;
		this.probes = probes;
	}

	/** How the four steps stand. */
	List<StepStatus> steps(OrganizationId organization) {
		return this.statuses.of(organization).steps();
	}

	OrganizationProgress of(OrganizationId organization) {
		OrganizationStatus status = this.statuses.of(organization);
		return new OrganizationProgress(status,
				PathView.of(status.steps(), this.probes.newestProbes(organization),
						this.probes.newestDeviceTest(organization).orElse(null),
						this.probes.lastSeenOnAPhone(organization).orElse(null)));
	}

}
