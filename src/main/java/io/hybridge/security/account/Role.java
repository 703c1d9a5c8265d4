package io.hybridge.security.account;

import java.util.Locale;

/** What a person may do. */
public enum Role {

	/** Everything, and inviting others. */
	ADMINISTRATOR,
	/** Everything about organizations. */
	OPERATOR,
	/** Reads all, changes nothing. */
	AUDITOR;

	/** As the audit log writes it. */
	public String slug() {
		return name().toLowerCase(Locale.ROOT);
	}

	public boolean mayChange() {
		return this != AUDITOR;
	}

}
