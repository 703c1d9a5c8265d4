package io.hybridge.step.examination;

import io.hybridge.microsoft365.TenantReading;
import io.hybridge.web.text.StoredMessage;

/** Findings about a tenant that was read while nobody was signed in. */
public final class UnattendedFindings {

	private UnattendedFindings() {
	}

	public static Finding readBy(TenantReading.Application application) {
		return Finding.of("READ-BY-APPLICATION", FindingLevel.NOTE, "Microsoft 365",
				StoredMessage.of("seen.read-by-application", application.clientId(), application.thumbprint()));
	}

	/** Reading is allowed to an application, writing to nobody but a person. */
	public static Finding signInToChange() {
		return Finding.of("SIGN-IN-TO-CHANGE", FindingLevel.UNKNOWN, "Microsoft 365",
				StoredMessage.of("seen.nobody-may-change"));
	}

}
