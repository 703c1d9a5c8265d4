package io.hybridge.enablement;

import io.hybridge.web.Shown;

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
record ChangeView(String title, String place, Shown now, Shown after, String undo, Command command) {

	/**
	 * What will run.
	 *
	 * @param name of the script or request
	 * @param sha256 of the script's body in groups, or null
	 * @param text the command
	 */
	record Command(String name, String sha256, String text) {
	}

}
