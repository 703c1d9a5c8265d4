package io.hybridge.run.probe;

import java.time.Duration;

import org.springframework.stereotype.Component;

import io.hybridge.organization.OrganizationId;
import io.hybridge.organization.Organizations;
import io.hybridge.run.EnablementSettings;

/** How long an organization's servers need to forget the time without push. */
@Component
public class ProbeWait {

	private final Organizations organizations;

	private final EnablementSettings settings;

	ProbeWait(Organizations organizations, EnablementSettings settings) {
		this.organizations = organizations;
		this.settings = settings;
	}

	/**
	 * The wait between the restart of a health manager and the probe.
	 * @param organization whose servers
	 * @return the wait, shorter in the lab
	 */
	public Duration of(OrganizationId organization) {
		return this.settings.probeWait(this.organizations.require(organization).environment());
	}

}
