package io.hybridge.organization.group;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Set;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.springframework.validation.Errors;

import io.hybridge.organization.DomainName;
import io.hybridge.security.reach.ReachForm;
import io.hybridge.web.TypedText;

/**
 * A group as typed.
 *
 * @param name people know it by
 * @param only a domain in each line
 */
record GroupForm(
		@NotBlank(message = "{group.name.empty}") @Size(max = 100, message = "{group.name.too-long}") @Pattern(
				regexp = "[^\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]*", message = "{group.name.invisible}") String name,
		String only) {

	static final GroupForm EMPTY = new GroupForm("", "");

	GroupForm {
		name = Normalizer.normalize(TypedText.line(name), Normalizer.Form.NFC);
		only = TypedText.line(only);
	}

	/** The organizations that it names; a name that could be a domain is none. */
	Set<Long> read(TypedNames names, Errors errors) {
		if (DomainName.read(this.name).isPresent()) {
			errors.rejectValue("name", "group.name.domain");
		}
		Set<Long> organizations = new LinkedHashSet<>();
		for (String line : ReachForm.lines(this.only, errors)) {
			names.organization(line).ifPresentOrElse(organizations::add, () -> ReachForm.unknown(line, errors));
		}
		return organizations;
	}

}
