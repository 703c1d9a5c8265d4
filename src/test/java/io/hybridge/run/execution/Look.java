package io.hybridge.run.execution;

import io.hybridge.step.StepName;
import io.hybridge.step.examination.FindingLevel;

/** What a look of the walk comes to. */
enum Look {

	FINE("everything is as wanted", FindingLevel.MEETS, false), BLOCKED("a finding blocks", FindingLevel.BLOCKS, false),
	UNSEEN("a side did not answer", FindingLevel.UNKNOWN, false),
	SIGN_IN("nobody is signed in", FindingLevel.UNKNOWN, false),
	PLAN("a change is proposed", FindingLevel.DIFFERS, true),
	BY_HAND("a difference is left to a person", FindingLevel.DIFFERS, false),
	CHOICE("a certificate is to be chosen", FindingLevel.CHOOSE, false),
	BROKEN("the auth certificate is out", FindingLevel.BROKEN, true),
	ENDS_SOON("the auth certificate ends soon", FindingLevel.MEETS, false),
	WAITS("OAuth comes first", FindingLevel.BLOCKS, false),
	UNREADABLE("what was set cannot be read", FindingLevel.UNPROVED, false);

	private final String words;

	private final FindingLevel level;

	private final boolean changes;

	Look(String words, FindingLevel level, boolean changes) {
		this.words = words;
		this.level = level;
		this.changes = changes;
	}

	String words() {
		return this.words;
	}

	FindingLevel level() {
		return this.level;
	}

	boolean changes() {
		return this.changes;
	}

	/** What the product names in such a finding. */
	String subject(StepName step) {
		return switch (step) {
			case TENANT -> (this == UNSEEN) ? "Microsoft 365" : "fabrikam.com";
			case SERVERS -> "EX2";
			case OAUTH -> (this == UNSEEN) ? "EX1" : "MicrosoftSts";
			case PUSH_PROXY -> (this == UNSEEN) ? "EX1" : "OnPrem-Proxy";
		};
	}

	String code(StepName step) {
		return switch (this) {
			case FINE, ENDS_SOON -> switch (step) {
				case TENANT -> "DOMAIN-VERIFIED";
				case SERVERS -> "SERVER-BUILD-MEETS";
				case OAUTH -> "CERTIFICATE-REUSED";
				case PUSH_PROXY -> "PROXY-MEETS";
			};
			case BLOCKED -> switch (step) {
				case TENANT -> "DOMAIN-NOT-VERIFIED";
				case SERVERS -> "SERVER-BUILD-TOO-OLD";
				case OAUTH -> "PARTNER-MISSING";
				case PUSH_PROXY -> "PROXY-FOR-ANOTHER";
			};
			case UNSEEN -> (step == StepName.TENANT) ? "TENANT-NOT-REACHED" : "EXCHANGE-NOT-REACHED";
			case SIGN_IN -> "SIGN-IN-NEEDED";
			case PLAN -> (step == StepName.PUSH_PROXY) ? "PROXY-DISABLED" : "AUTH-SERVER-MISSING";
			case BY_HAND -> "AUTH-SERVER-DISABLED";
			case CHOICE -> "CERTIFICATE-CHOICE";
			case BROKEN -> "CERTIFICATE-EXPIRED";
			case WAITS -> "OAUTH-NOT-IN-EFFECT";
			case UNREADABLE -> "PROXY-UNCONFIRMED";
		};
	}

}
