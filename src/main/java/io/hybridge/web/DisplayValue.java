package io.hybridge.web;

/**
 * One side of a change, as it is shown.
 *
 * @param text the value
 * @param code whether it is written in mono
 * @param note second line, or null
 * @param copy what the copy button copies, or null for no button
 */
public record DisplayValue(String text, boolean code, String note, String copy) {

	public static DisplayValue words(String text) {
		return new DisplayValue(text, false, null, null);
	}

	public static DisplayValue code(String text) {
		return new DisplayValue(text, true, null, null);
	}

	public DisplayValue noted(String note) {
		return new DisplayValue(this.text, this.code, note, this.copy);
	}

	public DisplayValue copying(String copy) {
		return new DisplayValue(this.text, this.code, this.note, copy);
	}

}
