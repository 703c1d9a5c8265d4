package io.hybridge.organization;

import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;

import io.hybridge.organization.DomainReading.Accepted;
import io.hybridge.organization.DomainReading.Note;
import io.hybridge.organization.DomainReading.Refused;
import io.hybridge.web.sight.Sight;

/** The domain of a form: what was read of it, and what is said beside its field. */
final class TypedDomain {

	private TypedDomain() {
	}

	/**
	 * Reads the domain of a form.
	 * @return the domain, or null with an error beside the field
	 */
	static Accepted read(OrganizationForm form, BindingResult errors, Model model) {
		return switch (DomainName.parse(form.domain())) {
			case Refused refused -> {
				errors.rejectValue("domain", refused.rule().code(), new Object[] { refused.example() }, null);
				yield null;
			}
			case Accepted accepted -> {
				ask(accepted, form, errors, model);
				yield accepted;
			}
		};
	}

	/** The domain as it is shown beside the canonical form. */
	static String shown(OrganizationForm form, Accepted accepted) {
		return (form.domain().length() <= DomainName.LONGEST) ? form.domain() : accepted.shown();
	}

	/** Says who has the domain, and leads there; not to whom may not see all of them. */
	static void taken(DomainTaken taken, BindingResult errors, Model model) {
		if (Sight.asking().limited()) {
			errors.rejectValue("domain", "organization.domain.rule.taken");
			return;
		}
		model.addAttribute("taken", taken.owner());
		errors.rejectValue("domain", taken.code(), new Object[] { taken.by() }, null);
	}

	private static void ask(Accepted accepted, OrganizationForm form, BindingResult errors, Model model) {
		if (accepted.notes().contains(Note.MIXED_SCRIPT)) {
			model.addAttribute("mixedScript", true);
			if (!Boolean.TRUE.equals(form.lettersCompared())) {
				errors.rejectValue("domain", Note.MIXED_SCRIPT.code(),
						new Object[] { accepted.shown(), accepted.domain().value() }, null);
			}
		}
	}

}
