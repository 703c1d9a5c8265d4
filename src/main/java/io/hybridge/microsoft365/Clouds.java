package io.hybridge.microsoft365;

import java.util.List;

import org.springframework.stereotype.Component;

import io.hybridge.organization.Environment;
import io.hybridge.organization.Organization;
import io.hybridge.remote.RemoteFailure;

/** All clouds that the console can reach. */
@Component
public class Clouds {

	private final List<CloudSource> sources;

	private final OwnApplications applications;

	Clouds(List<CloudSource> sources, OwnApplications applications) {
		this.sources = List.copyOf(sources);
		this.applications = applications;
	}

	/** The cloud of an organization, with the application that it signs in with. */
	public Cloud require(Organization organization) {
		Cloud cloud = require(organization.environment());
		return this.applications.clientId(organization.id()).map(cloud::with).orElse(cloud);
	}

	private Cloud require(Environment environment) {
		return this.sources.stream()
			.flatMap((source) -> source.find(environment).stream())
			.findFirst()
			.orElseThrow(() -> RemoteFailure.withoutEffect("Microsoft 365", "microsoft365.no-cloud", ""));
	}

}
