package io.hybridge.microsoft365;

import java.util.List;

import org.springframework.stereotype.Component;

import io.hybridge.organization.Organization;
import io.hybridge.remote.RemoteFailure;

/** All clouds that the console can reach. */
@Component
public class Clouds {

	private final List<CloudSource> sources;

	private final OwnApplications applications;

	private final ConfirmedClouds confirmed;

	Clouds(List<CloudSource> sources, OwnApplications applications, ConfirmedClouds confirmed) {
		this.sources = List.copyOf(sources);
		this.applications = applications;
		this.confirmed = confirmed;
	}

	/** The cloud of an organization, with the application that it signs in with. */
	public Cloud require(Organization organization) {
		return require(organization, this.confirmed.of(organization.id()));
	}

	/** A cloud that an organization may be in. */
	public Cloud require(Organization organization, KnownCloud known) {
		Cloud cloud = shared(organization, known);
		return this.applications.clientId(organization.id()).map(cloud::with).orElse(cloud);
	}

	/**
	 * The application that the organization signs in with where it has none of its own.
	 */
	public String defaultApplication(Organization organization) {
		return shared(organization, this.confirmed.of(organization.id())).clientId();
	}

	private Cloud shared(Organization organization, KnownCloud known) {
		return this.sources.stream()
			.flatMap((source) -> source.find(organization.environment(), known).stream())
			.findFirst()
			.orElseThrow(() -> RemoteFailure.withoutEffect("Microsoft 365", "microsoft365.no-cloud", ""));
	}

}
