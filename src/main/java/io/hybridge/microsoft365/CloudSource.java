package io.hybridge.microsoft365;

import java.util.Optional;

import io.hybridge.organization.Environment;

/** Tells which cloud the organizations of an environment belong to. */
public interface CloudSource {

	/**
	 * Finds the cloud.
	 * @param environment of the organization
	 * @return its cloud, or empty when this source does not know (or cannot reach) it
	 */
	Optional<Cloud> find(Environment environment);

}
