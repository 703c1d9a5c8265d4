package io.hybridge.exchange;

import java.util.regex.Pattern;

/** The forms that values of a change may have. */
enum ArgumentForm {

	NAME("[A-Za-z0-9](?:[A-Za-z0-9 ._-]{0,62}[A-Za-z0-9])?"), SERVER("[A-Za-z0-9][A-Za-z0-9.-]{0,252}"),
	OBJECT_NAME("[^\\p{C}*?\\[\\]]{1,64}"), KEY_IDENTIFIER("[0-9a-fA-F]{32}"),
	HTTPS_ADDRESS("https://[A-Za-z0-9.-]{1,253}(:\\d{1,5})?/[A-Za-z0-9._~/?=&%-]*");

	private final Pattern pattern;

	ArgumentForm(String pattern) {
		this.pattern = Pattern.compile(pattern);
	}

	/**
	 * Refuses a value of another form.
	 * @param value of a change
	 * @throws IllegalArgumentException without the value, which may be anything
	 */
	void require(String value) {
		if (!this.pattern.matcher(value).matches()) {
			throw new IllegalArgumentException("A value of the change has a form that is not allowed: no " + this);
		}
	}

}
