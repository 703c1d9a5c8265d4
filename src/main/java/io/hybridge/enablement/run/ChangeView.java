package io.hybridge.enablement.run;

import io.hybridge.web.DisplayValue;

/**
 * One change of a plan in the reader's words.
 *
 * @param title a verb and the object
 * @param place where it is made
 * @param now the value before
 * @param after the value wanted
 * @param undo how it is taken back
 * @param command what will run
 */
public record ChangeView(String title, String place, DisplayValue now, DisplayValue after, String undo,
		ShownCommand command) {

	/**
	 * What will run.
	 *
	 * @param name of the script or request
	 * @param sha256 of the script's body in groups, or null
	 * @param text the command
	 */
	record ShownCommand(String name, String sha256, String text) {
	}

}
