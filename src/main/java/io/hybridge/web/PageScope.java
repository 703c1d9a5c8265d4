package io.hybridge.web;

/**
 * What the header of a page names: one organization with its environment. Controllers of
 * such pages put it into the model as {@code scope}; without it the header says "All
 * organizations".
 *
 * @param name of the organization
 * @param environment {@code LAB} or {@code LIVE}
 */
public record PageScope(String name, String environment) {

	public boolean live() {
		return this.environment.equals("LIVE");
	}

}
