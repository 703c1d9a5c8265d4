package io.hybridge.microsoft365;

import java.util.Optional;

import io.hybridge.organization.Environment;

/** Tells how a cloud is reached from the organizations of an environment. */
public interface CloudSource {

	/**
	 * Finds the cloud.
	 * @param environment of the organization
	 * @param known which of Microsoft's clouds
	 * @return how it is reached, or empty when this source does not know (or cannot
	 * reach) it
	 */
	Optional<Cloud> find(Environment environment, KnownCloud known);

}
