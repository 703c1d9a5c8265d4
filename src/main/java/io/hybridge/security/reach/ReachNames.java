package io.hybridge.security.reach;

import java.util.List;
import java.util.Optional;

/** How organizations and their groups are called, told by whoever knows them. */
public interface ReachNames {

	/**
	 * What a line names.
	 * @param line name of a group, or domain of an organization
	 */
	Optional<Named> find(String line);

	/** The lines that name it. */
	List<String> lines(Reach reach);

	/** The names of all groups. */
	List<String> groups();

	/**
	 * What a line names.
	 *
	 * @param group whether it is a group, or else an organization
	 * @param id its number
	 */
	record Named(boolean group, long id) {
	}

}
