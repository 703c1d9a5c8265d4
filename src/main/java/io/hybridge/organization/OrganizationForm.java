package io.hybridge.organization;

import java.text.Normalizer;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import io.hybridge.web.TypedText;

/**
 * A new organization as typed.
 *
 * @param name people know it by
 * @param domain of its tenant
 * @param lettersCompared true once the person looked at letters of several scripts; a box
 * that is not ticked is not sent, so it may be null
 */
record OrganizationForm(
		@NotBlank(message = "{organization.name.rule.empty}") @Size(max = 100,
				message = "{organization.name.rule.too-long}") @Pattern(regexp = "\\s*|" + OrganizationForm.SEEN,
						message = "{organization.name.rule.invisible}") String name,
		String domain, Boolean lettersCompared) {

	/** No line breaks, controls, marks of direction or halves of characters. */
	static final String SEEN = "[^\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]*";

	/** The lab's own organization. */
	static final OrganizationForm FABRIKAM = new OrganizationForm("Fabrikam", "fabrikam.com", null);

	static final OrganizationForm EMPTY = new OrganizationForm("", "", null);

	/** A domain that was not asked for stays null. */
	OrganizationForm {
		name = TypedText.line(name);
		domain = (domain != null) ? TypedText.line(domain) : null;
	}

	/** The name in the form that is kept. */
	String plainName() {
		return Normalizer.normalize(this.name, Normalizer.Form.NFC);
	}

}
