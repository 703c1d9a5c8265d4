package io.hybridge.security.account;

/** What a person may do. */
public enum Role {

	/** Everything, and inviting others. */
	ADMINISTRATOR,
	/** Everything about organizations. */
	OPERATOR,
	/** Reads all, changes nothing. */
	AUDITOR;

	public boolean mayChange() {
		return this != AUDITOR;
	}

}
