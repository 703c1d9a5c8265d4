package io.hybridge.step.examination;

import io.hybridge.remote.RemoteFailure;
import io.hybridge.web.text.StoredMessage;

/** Findings about a side that could not be seen: unknown, with how far the call came. */
public final class UnreachableFindings {

	private UnreachableFindings() {
	}

	public static Finding exchange(RemoteFailure failure) {
		return finding("EXCHANGE-NOT-REACHED", failure);
	}

	public static Finding server(String server, RemoteFailure failure) {
		return Finding.of("SERVER-NOT-REACHED", FindingLevel.UNKNOWN, server, text(failure), server)
			.shownBy(failure.subject(), failure.evidence());
	}

	public static Finding tenant(RemoteFailure failure) {
		return finding("TENANT-NOT-REACHED", failure);
	}

	public static Finding signInNeeded(TargetState target) {
		return Finding.of("SIGN-IN-NEEDED", FindingLevel.UNKNOWN, "Microsoft 365",
				StoredMessage.of("seen.nobody-signed-in"), target.organization());
	}

	public static Finding withoutAddress(String server) {
		return Finding.of("SERVER-WITHOUT-ADDRESS", FindingLevel.UNKNOWN, server, StoredMessage.of("seen.no-address"),
				server);
	}

	public static Finding notBrought(String server) {
		return Finding.of("SERVER-NOT-BROUGHT", FindingLevel.UNKNOWN, server, StoredMessage.of("seen.not-brought"),
				server);
	}

	public static Finding withoutServers(String answeredBy) {
		return Finding.of("NO-SERVER-LISTED", FindingLevel.UNKNOWN, "Exchange", StoredMessage.of("seen.no-servers"),
				answeredBy);
	}

	private static Finding finding(String code, RemoteFailure failure) {
		return Finding.of(code, FindingLevel.UNKNOWN, failure.subject(), text(failure), failure.subject())
			.shownBy(failure.subject(), failure.evidence());
	}

	public static StoredMessage text(RemoteFailure failure) {
		return StoredMessage.of("failure." + failure.code(), failure.subject());
	}

	/** Whether a text says that another account may be let do it. */
	public static boolean refusedToAccount(StoredMessage text) {
		return text.key().equals("failure.microsoft365.permission")
				|| text.key().equals("failure.microsoft365.wrong-tenant");
	}

}
