package io.hybridge.monitoring;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import org.springframework.stereotype.Component;

import io.hybridge.organization.OrganizationId;
import io.hybridge.run.probe.ProbeResults;
import io.hybridge.run.status.StepStatus;
import io.hybridge.run.status.StepStatuses;

/** Reads how far an organization has come from what the last looks and probes left. */
@Component
class ProgressReader {

	private final StepStatuses statuses;

	private final ProbeResults probes;

	private final MonitoringSettings settings;

	private final Clock clock;

	ProgressReader(StepStatuses statuses, ProbeResults probes, MonitoringSettings settings, Clock clock) {
		this.statuses = statuses;
		this.probes = probes;
		this.settings = settings;
		this.clock = clock;
	}

	OrganizationProgress of(OrganizationId organization) {
		List<StepStatus> steps = this.statuses.of(organization);
		Instant oldBefore = this.clock.instant().minus(this.settings.oldAfter());
		return new OrganizationProgress(steps, PathView.of(steps, this.probes.newestProbes(organization),
				this.probes.newestDeviceTest(organization).orElse(null), oldBefore), oldBefore);
	}

}
