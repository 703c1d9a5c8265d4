package io.hybridge.organization;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.IDNA;
import com.ibm.icu.text.SpoofChecker;

import io.hybridge.organization.DomainReading.Accepted;
import io.hybridge.organization.DomainReading.Note;
import io.hybridge.organization.DomainReading.Refused;
import io.hybridge.organization.DomainReading.Rule;

/**
 * Reads a typed domain name: refuses by name what is plainly something else, and leaves
 * the rest to UTS 46 without the transitional mappings.
 */
final class DomainReader {

	/** More than any domain name, however it is written. */
	private static final int LONGEST_TYPED = 1000;

	private static final String EXAMPLE = "fabrikam.com";

	private static final Pattern DOTS = Pattern.compile("[\\u3002\\uFF0E\\uFF61]");

	private static final Pattern ADDRESS = Pattern.compile("(?:.*\\.)?(?:[0-9]+|0[xX][0-9a-fA-F]*)");

	private static final IDNA UTS46 = IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII
			| IDNA.NONTRANSITIONAL_TO_UNICODE | IDNA.USE_STD3_RULES | IDNA.CHECK_BIDI | IDNA.CHECK_CONTEXTJ);

	private DomainReader() {
	}

	static DomainReading read(String typed) {
		if (typed == null || typed.isEmpty()) {
			return new Refused(Rule.EMPTY, EXAMPLE);
		}
		Rule plain = plainRule(typed);
		if (plain != null) {
			return new Refused(plain, (plain == Rule.MAIL) ? afterAt(typed) : EXAMPLE);
		}
		String dotted = DOTS.matcher(typed).replaceAll(".");
		boolean trailing = dotted.endsWith(".") && dotted.length() > 1;
		return asDomain(trailing ? dotted.substring(0, dotted.length() - 1) : dotted, trailing);
	}

	private static String unicode(String aLabel) {
		IDNA.Info info = new IDNA.Info();
		String shown = UTS46.nameToUnicode(aLabel, new StringBuilder(), info).toString();
		return info.hasErrors() ? aLabel : shown;
	}

	/** What it is instead, seen before any mapping. */
	private static Rule plainRule(String typed) {
		if (typed.length() > LONGEST_TYPED) {
			return Rule.TOO_LONG;
		}
		if (typed.codePoints().anyMatch(DomainReader::invisible)) {
			return Rule.INVISIBLE;
		}
		if (typed.codePoints().anyMatch(UCharacter::isUWhiteSpace)) {
			return typed.isBlank() ? Rule.EMPTY : Rule.SPACE;
		}
		if (typed.contains("://")) {
			return Rule.SCHEME;
		}
		if (typed.contains("@")) {
			return Rule.MAIL;
		}
		if (typed.contains("*")) {
			return Rule.WILDCARD;
		}
		if (typed.contains("[") || typed.indexOf(':') != typed.lastIndexOf(':')) {
			return Rule.ADDRESS;
		}
		if (typed.matches(".*[/\\\\?#].*")) {
			return Rule.PATH;
		}
		return typed.contains(":") ? Rule.PORT : null;
	}

	private static boolean invisible(int codePoint) {
		return switch (Character.getType(codePoint)) {
			case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
					Character.SURROGATE ->
				true;
			default -> UCharacter.hasBinaryProperty(codePoint, UProperty.DEFAULT_IGNORABLE_CODE_POINT);
		};
	}

	private static String afterAt(String typed) {
		return (read(typed.substring(typed.lastIndexOf('@') + 1)) instanceof Accepted accepted) ? accepted.shown()
				: EXAMPLE;
	}

	private static DomainReading asDomain(String typed, boolean trailingDot) {
		IDNA.Info info = new IDNA.Info();
		String aLabel = UTS46.nameToASCII(typed, new StringBuilder(), info).toString();
		Rule rule = info.hasErrors() ? rule(info.getErrors()) : structuralRule(aLabel);
		if (rule != null) {
			return new Refused(rule, (rule == Rule.SINGLE_LABEL) ? suggestion(typed) : EXAMPLE);
		}
		String shown = unicode(aLabel);
		Set<Note> notes = EnumSet.noneOf(Note.class);
		if (trailingDot) {
			notes.add(Note.TRAILING_DOT);
		}
		if (mixesScripts(shown)) {
			notes.add(Note.MIXED_SCRIPT);
		}
		return new Accepted(new DomainName(aLabel), shown, notes);
	}

	private static String suggestion(String typed) {
		return (read(typed + ".com") instanceof Accepted accepted) ? accepted.shown() : EXAMPLE;
	}

	private static Rule rule(Set<IDNA.Error> errors) {
		if (errors.contains(IDNA.Error.EMPTY_LABEL)) {
			return Rule.EMPTY_LABEL;
		}
		if (errors.contains(IDNA.Error.PUNYCODE) || errors.contains(IDNA.Error.INVALID_ACE_LABEL)
				|| errors.contains(IDNA.Error.LABEL_HAS_DOT)) {
			return Rule.PUNYCODE;
		}
		if (errors.contains(IDNA.Error.LABEL_TOO_LONG)) {
			return Rule.LABEL_TOO_LONG;
		}
		if (errors.contains(IDNA.Error.DOMAIN_NAME_TOO_LONG)) {
			return Rule.TOO_LONG;
		}
		boolean hyphen = errors.contains(IDNA.Error.LEADING_HYPHEN) || errors.contains(IDNA.Error.TRAILING_HYPHEN)
				|| errors.contains(IDNA.Error.HYPHEN_3_4);
		return hyphen ? Rule.HYPHEN : Rule.CHARACTER;
	}

	private static Rule structuralRule(String aLabel) {
		if (aLabel.length() > DomainName.LONGEST) {
			return Rule.TOO_LONG;
		}
		if (aLabel.endsWith(".")) {
			return Rule.EMPTY_LABEL;
		}
		if (aLabel.equals("localhost") || aLabel.endsWith(".localhost")) {
			return Rule.LOCALHOST;
		}
		if (ADDRESS.matcher(aLabel).matches()) {
			return Rule.ADDRESS;
		}
		if (!aLabel.contains(".")) {
			return Rule.SINGLE_LABEL;
		}
		return DomainName.isCanonical(aLabel) ? null : Rule.CHARACTER;
	}

	private static boolean mixesScripts(String shown) {
		SpoofChecker checker = new SpoofChecker.Builder().setChecks(SpoofChecker.RESTRICTION_LEVEL)
			.setRestrictionLevel(SpoofChecker.RestrictionLevel.HIGHLY_RESTRICTIVE)
			.build();
		for (String label : shown.split("\\.")) {
			if (checker.failsChecks(label)) {
				return true;
			}
		}
		return false;
	}

}
