package io.hybridge.enablement.approval;

import java.util.Locale;

import io.hybridge.organization.Environment;

/** Which plans of an organization a second person has to approve. */
public enum ApprovalRule {

	/**
	 * Those that put a key on the principal which all organizations share, once somebody
	 * else is there who could approve.
	 */
	SHARED_PRINCIPAL,
	/** All, also those that take back. */
	EVERY_PLAN,
	/** None. */
	NONE;

	/** What counts where nobody chose: in the lab nothing real is changed. */
	static ApprovalRule of(Environment environment) {
		return (environment == Environment.LIVE) ? SHARED_PRINCIPAL : NONE;
	}

	/** Key of its name. */
	public String key() {
		return "enablement.approval.rule." + slug();
	}

	/** As forms, texts and the audit log write it. */
	public String slug() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
