package io.hybridge.web;

/**
 * One option of a select or one radio button.
 *
 * @param value sent with the form
 * @param text shown
 * @param hint second line, or null
 */
public record Choice(String value, String text, String hint) {

	public static Choice of(String value, String text) {
		return new Choice(value, text, null);
	}

}
