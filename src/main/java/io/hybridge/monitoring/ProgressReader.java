package io.hybridge.monitoring;

import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import io.hybridge.organization.OrganizationId;
import io.hybridge.run.probe.ProbeResults;
import io.hybridge.run.probe.ProbeResults.DeviceTested;
import io.hybridge.run.probe.ProbeResults.Probed;
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
		return new OrganizationProgress(status, path(status, organization));
	}

	/** Where nothing was ever seen, it shows what will be built, and no result. */
	private List<HopState> path(OrganizationStatus status, OrganizationId organization) {
		List<Probed> probed = this.probes.newestProbes(organization);
		Optional<DeviceTested> before = this.probes.lastSeenOnAPhone(organization);
		if (status.nothingKnown() && probed.isEmpty() && before.isEmpty()) {
			return PathView.unbuilt();
		}
		return PathView.of(status.steps(), probed, this.probes.newestDeviceTest(organization).orElse(null),
				before.orElse(null));
	}

}
