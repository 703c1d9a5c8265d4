package io.hybridge.web;

/**
 * What the header of a page names: one organization with its environment. Controllers of
 * such pages put it into the model as {@code scope}; without it the header says "All
 * organizations".
 *
 * @param name of the organization, told apart from others of the same name
 * @param environment {@code LAB} or {@code LIVE}
 * @param archived whether nothing is done there any more, so that its pages are only read
 */
public record PageScope(String name, String environment, boolean archived) {

	public boolean live() {
		return this.environment.equals("LIVE");
	}

}
