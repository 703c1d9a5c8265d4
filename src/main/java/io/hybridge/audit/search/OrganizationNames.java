package io.hybridge.audit.search;

import java.util.List;

/** Finds organizations by name. */
@FunctionalInterface
public interface OrganizationNames {

	/**
	 * The organizations whose last name begins so.
	 * @param beginning in lower case
	 * @return their ids
	 */
	List<Long> beginning(String beginning);

}
