package io.hybridge.web;

import java.util.List;

/**
 * One of the four steps, as the rail beside a wizard page draws it.
 *
 * @param name as text
 * @param url of its page, or null
 * @param proved whether its line is solid
 * @param status key below {@code status.}
 * @param current whether it is the step of this page
 * @param sections of the current step, otherwise empty
 */
public record RailStep(String name, String url, boolean proved, String status, boolean current,
		List<Section> sections) {

	public RailStep {
		sections = List.copyOf(sections);
	}

	/** Told by whoever knows the steps, to pages beside them. */
	@FunctionalInterface
	public interface Source {

		/**
		 * The four steps of an organization.
		 * @param current slug of the one that the page belongs to
		 */
		List<RailStep> railOf(long organization, String current);

	}

	/**
	 * A part of the current step's page.
	 *
	 * @param name as text
	 * @param url of the section, or null
	 * @param current whether it is the open one
	 */
	public record Section(String name, String url, boolean current) {
	}

}
