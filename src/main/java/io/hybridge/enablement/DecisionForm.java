package io.hybridge.enablement;

import io.hybridge.web.TypedText;

/**
 * What a person decides about a value that somebody else has set.
 *
 * @param choice {@code wanted}, {@code found} or {@code before}
 * @param confirmation the name of the organization, where that value is to be overwritten
 */
public record DecisionForm(String choice, String confirmation) {

	public DecisionForm {
		choice = TypedText.line(choice);
		confirmation = TypedText.line(confirmation);
	}

}
