package io.hybridge.audit.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.hybridge.audit.AuditKind;
import io.hybridge.audit.AuditOutcome;

/**
 * What an entry says, before it is put into a language: the message codes to try, the
 * first that exists wins, and the typed values.
 *
 * @param codes most telling first
 * @param arguments {0} who, {1} organization, {2} server, {3}… by kind
 */
record AuditSentence(List<String> codes, List<Argument> arguments) {

	static AuditSentence of(AuditKind kind, AuditOutcome outcome, String actor, String organization, String server,
			Map<String, String> parameters) {
		List<Argument> arguments = new ArrayList<>();
		arguments.add(new Value(actor));
		arguments.add(new Value(organization));
		arguments.add(new Value(server));
		SentenceParameters shape = SentenceParameters.of(kind);
		shape.parameters().forEach((name) -> arguments.add(argument(name, parameters.get(name))));
		if (shape.parameters().isEmpty()) {
			arguments.add(new Words(List.of("audit.kind." + key(kind)), kind.name()));
		}
		return new AuditSentence(codes(kind, outcome, shape, parameters), List.copyOf(arguments));
	}

	private static List<String> codes(AuditKind kind, AuditOutcome outcome, SentenceParameters shape,
			Map<String, String> parameters) {
		List<String> codes = new ArrayList<>();
		String prefix = "audit." + key(kind) + ".";
		String variant = variant(parameters.get(shape.variant()));
		if (variant != null) {
			String before = parameters.get("before");
			if (before == null || before.isBlank()) {
				codes.add(prefix + variant + ".new." + key(outcome));
			}
			codes.add(prefix + variant + "." + key(outcome));
			codes.add(prefix + variant);
		}
		codes.add(prefix + key(outcome));
		codes.add("audit.any." + key(outcome));
		return List.copyOf(codes);
	}

	/** Only what can be a message code: a parameter is not trusted to be one. */
	private static String variant(String value) {
		String key = (value != null) ? value.toLowerCase(Locale.ROOT).replace('_', '-') : "";
		return key.matches("[a-z][a-z0-9-]{0,39}") ? key : null;
	}

	static String key(Enum<?> constant) {
		return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	private static Argument argument(String name, String value) {
		return switch (name) {
			case "step", "role", "environment", "fault" -> words("audit." + name + ".", value);
			case "detail" -> lab(value);
			case "cause" -> cause(value);
			case "made" -> known(value);
			case "changes", "records", "differences", "blocks", "unknown" -> count(value);
			default -> new Value(value);
		};
	}

	private static Argument words(String prefix, String value) {
		String key = variant(value);
		return (key != null) ? new Words(List.of(prefix + key), value) : new Value(value);
	}

	/** A state of the lab or a way in which it answers, in the words of its page. */
	private static Argument lab(String value) {
		return (value != null && value.matches("[A-Z][A-Z0-9_]{0,59}"))
				? new Words(List.of("lab.scenario." + value, "lab.trait." + value), value) : new Value(value);
	}

	/** Why a probe failed, in the words that the step's page has for it. */
	private static Argument cause(String value) {
		String key = variant(value);
		return (key != null) ? new Words(List.of("finding." + key + ".title"), value) : new Value(value);
	}

	private static Argument count(String value) {
		boolean number = value != null && value.matches("[0-9]{1,9}");
		return new Count(number ? Long.parseLong(value) : 0);
	}

	/**
	 * What records of an earlier release do not tell is -1, which no sentence calls none.
	 */
	private static Argument known(String value) {
		return (value != null) ? count(value) : new Count(-1);
	}

	/** One value of a sentence. */
	sealed interface Argument {

	}

	/**
	 * Text that is not ours: shown as it is, set apart, never translated.
	 *
	 * @param text or null
	 */
	record Value(String text) implements Argument {
	}

	/**
	 * A word of ours.
	 *
	 * @param codes of its message, the first that there is
	 * @param otherwise what to show without one
	 */
	record Words(List<String> codes, String otherwise) implements Argument {
	}

	/**
	 * A number the sentence bends to.
	 *
	 * @param number how many
	 */
	record Count(long number) implements Argument {
	}

}
