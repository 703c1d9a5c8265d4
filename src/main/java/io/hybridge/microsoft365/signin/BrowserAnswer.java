package io.hybridge.microsoft365.signin;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.hybridge.organization.OrganizationId;

/**
 * With what Microsoft sent a browser back.
 *
 * @param state that was given to it
 * @param code worth a token, or empty
 * @param error OAuth's word for why there is none, or empty
 * @param description Microsoft's own words on it, may be empty
 */
record BrowserAnswer(String state, String code, String error, String description) {

	private static final Pattern ORGANIZATION = Pattern.compile("([0-9]{1,18})\\.");

	private static final int LONGEST = 4096;

	BrowserAnswer {
		state = bounded(state);
		code = bounded(code);
		error = bounded(error);
		description = bounded(description);
	}

	/** The organization that stands in front of the state, whoever wrote it. */
	Optional<OrganizationId> organization() {
		Matcher number = ORGANIZATION.matcher(this.state);
		return number.lookingAt() ? Optional.of(new OrganizationId(Long.parseLong(number.group(1)))) : Optional.empty();
	}

	// A code of Microsoft may have some thousand characters; nothing else comes near.
	private static String bounded(String text) {
		return (text == null) ? "" : text.substring(0, Math.min(text.length(), LONGEST));
	}

}
