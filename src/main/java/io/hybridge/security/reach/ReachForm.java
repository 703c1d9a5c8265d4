package io.hybridge.security.reach;

import java.util.LinkedHashSet;
import java.util.Set;

import org.springframework.validation.Errors;

import io.hybridge.security.account.Role;
import io.hybridge.web.TypedText;

/**
 * What a right is to be limited to, as typed.
 *
 * @param reach whether to all or to some
 * @param only a name or a domain in each line
 */
public record ReachForm(String reach, String only) {

	/** Value of the choice that limits nothing. */
	public static final String ALL = "all";

	/** Value of the choice that needs lines. */
	public static final String SOME = "only";

	private static final int MOST = 500;

	public ReachForm {
		reach = (reach != null) ? TypedText.line(reach) : ALL;
		only = TypedText.line(only);
	}

	public static ReachForm of(Reach reach, ReachNames names) {
		return new ReachForm(reach.all() ? ALL : SOME, String.join("\n", names.lines(reach)));
	}

	/**
	 * Reads it.
	 * @param role of whom it is for
	 * @param errors get what is wrong with the fields {@code reach} and {@code only}
	 * @return what is meant, as far as it is right
	 */
	public Reach read(String role, ReachNames names, Errors errors) {
		if (this.reach.equals(ALL)) {
			return Reach.ALL;
		}
		if (!this.reach.equals(SOME)) {
			errors.rejectValue("reach", "reach.missing");
		}
		if (Role.ADMINISTRATOR.name().equals(role)) {
			errors.rejectValue("reach", "reach.administrator");
		}
		return named(names, errors);
	}

	private Reach named(ReachNames names, Errors errors) {
		Set<Long> groups = new LinkedHashSet<>();
		Set<Long> organizations = new LinkedHashSet<>();
		for (String line : lines(this.only, errors)) {
			names.find(line)
				.ifPresentOrElse((found) -> (found.group() ? groups : organizations).add(found.id()),
						() -> unknown(line, errors));
		}
		if (groups.isEmpty() && organizations.isEmpty() && !errors.hasFieldErrors("only")) {
			errors.rejectValue("only", "reach.nothing");
		}
		return Reach.only(groups, organizations);
	}

	/** The lines that say something, as many as anybody types. */
	public static Set<String> lines(String text, Errors errors) {
		Set<String> lines = new LinkedHashSet<>();
		text.lines().map(TypedText::line).filter((line) -> !line.isEmpty()).limit(MOST + 1).forEach(lines::add);
		if (lines.size() > MOST) {
			errors.rejectValue("only", "reach.too-many", new Object[] { MOST }, null);
			return Set.of();
		}
		return lines;
	}

	/** The first of them is enough to put right at a time. */
	public static void unknown(String line, Errors errors) {
		if (!errors.hasFieldErrors("only")) {
			String shown = (line.length() > 80) ? line.substring(0, 80) + "…" : line;
			errors.rejectValue("only", "reach.unknown", new Object[] { shown }, null);
		}
	}

}
