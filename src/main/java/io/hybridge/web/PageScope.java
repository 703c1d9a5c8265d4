package io.hybridge.web;

import java.util.Optional;

/**
 * What the header of a page names: one organization with its environment. Controllers of
 * such pages put it into the model as {@code scope}; without it the header says "All
 * organizations".
 *
 * @param name of the organization, told apart from others of the same name
 * @param environment {@code LAB} or {@code LIVE}, or null where the organization is gone
 * @param archived whether nothing is done there any more, so that its pages are only read
 */
public record PageScope(String name, String environment, boolean archived) {

	public boolean live() {
		return "LIVE".equals(this.environment);
	}

	/** Told by whoever knows the organizations, to those who only know their numbers. */
	@FunctionalInterface
	public interface Source {

		/**
		 * What pages about an organization say at the top.
		 * @return empty where there is no such organization, or no longer
		 */
		Optional<PageScope> scopeOf(long organization);

	}

}
