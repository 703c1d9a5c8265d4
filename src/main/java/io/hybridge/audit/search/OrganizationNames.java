package io.hybridge.audit.search;

import java.util.List;

/** Finds organizations by name. */
@FunctionalInterface
public interface OrganizationNames {

	/** As many as a search takes at once. */
	int MOST = 200;

	/**
	 * The organizations whose last name begins so.
	 * @param beginning in lower case
	 * @return their ids; where there are more than {@link #MOST}, one more than these
	 */
	List<Long> beginning(String beginning);

}
