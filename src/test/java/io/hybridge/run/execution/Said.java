package io.hybridge.run.execution;

import java.util.List;
import java.util.Map;

/**
 * What the pages say of one state, in words.
 *
 * @param step page of the step
 * @param organization page of the organization
 * @param dashboard line of the dashboard
 * @param run page and line of the newest run, or null when there is none
 * @param mains what the main buttons of each page say
 */
record Said(OfStep step, OfOrganization organization, OfDashboard dashboard, OfRun run,
		Map<String, List<String>> mains) {

	/**
	 * The page of a step.
	 *
	 * @param word how it stands
	 * @param reason why
	 * @param rail the word for it beside the page of another step
	 * @param headings of its stages
	 * @param acts whether it offers to carry out a plan that is no undo, or to probe
	 * @param next main buttons, or what is waited for
	 * @param nowhere addresses within the page that lead to nothing in it
	 * @param text everything
	 */
	record OfStep(String word, String reason, String rail, List<String> headings, boolean acts, List<String> next,
			List<String> nowhere, String text) {
	}

	/**
	 * The page of the organization.
	 *
	 * @param heading what it says first
	 * @param why below it
	 * @param hops word of each hop, with its line
	 * @param words of the four steps
	 * @param reasons of the four steps
	 * @param next address of its main button, or empty
	 * @param text everything
	 */
	record OfOrganization(String heading, String why, List<Hop> hops, List<String> words, List<String> reasons,
			String next, String text) {
	}

	record Hop(String word, String line) {
	}

	/**
	 * The dashboard.
	 *
	 * @param word of the organization
	 * @param reason the step that decides, and why
	 * @param next address of its action, or empty
	 * @param action what the action is called
	 * @param lead the sentence with the counts
	 * @param more what stands below the reason, or empty
	 */
	record OfDashboard(String word, String reason, String next, String action, String lead, String more) {
	}

	/**
	 * The newest run.
	 *
	 * @param word in the list
	 * @param heading of its page
	 * @param record the sentence of its end in the audit log, or empty
	 * @param outcome the word beside it, or empty
	 * @param running whether it has not ended
	 */
	record OfRun(String word, String heading, String record, String outcome, boolean running) {
	}

}
