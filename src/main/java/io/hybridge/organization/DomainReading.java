package io.hybridge.organization;

import java.util.Locale;
import java.util.Set;

/** What became of a typed domain name. */
sealed interface DomainReading {

	/**
	 * It is one.
	 *
	 * @param domain in canonical form
	 * @param shown as people write it
	 * @param notes what was put right or looks odd
	 */
	record Accepted(DomainName domain, String shown, Set<Note> notes) implements DomainReading {
	}

	/**
	 * It is none.
	 *
	 * @param rule the first rule it breaks
	 * @param example what would be right, close to what was typed where that is possible
	 */
	record Refused(Rule rule, String example) implements DomainReading {
	}

	/** Something a person should know about an accepted domain. */
	enum Note {

		/** One dot at the end was left out. */
		TRAILING_DOT,
		/** Letters of several scripts that can look alike stand in one label. */
		MIXED_SCRIPT;

		public String code() {
			return "organization.domain.note." + name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

	/** Why something is no domain name; each has a message with an example. */
	enum Rule {

		EMPTY, INVISIBLE, SPACE, SCHEME, MAIL, WILDCARD, PATH, ADDRESS, PORT, CHARACTER, EMPTY_LABEL, HYPHEN,
		LABEL_TOO_LONG, TOO_LONG, PUNYCODE, LOCALHOST, SINGLE_LABEL;

		public String code() {
			return "organization.domain.rule." + name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

}
