package io.hybridge.enablement.steps;

import io.hybridge.enablement.Text;
import io.hybridge.microsoft365.TenantReading;
import io.hybridge.remote.RemoteFailure;

/** Findings about a side that could not be seen: unknown, with how far the call came. */
final class Unreached {

	private Unreached() {
	}

	static Finding exchange(RemoteFailure failure) {
		return finding("EXCHANGE-NOT-REACHED", failure);
	}

	static Finding server(String server, RemoteFailure failure) {
		return Finding.of("SERVER-NOT-REACHED", Verdict.UNKNOWN, server, text(failure), server)
			.shownBy(failure.subject(), failure.evidence());
	}

	static Finding tenant(RemoteFailure failure) {
		return finding("TENANT-NOT-REACHED", failure);
	}

	static Finding signInNeeded(Goal goal) {
		return Finding.of("SIGN-IN-NEEDED", Verdict.UNKNOWN, "Microsoft 365", Text.of("seen.nobody-signed-in"),
				goal.organization());
	}

	static Finding withoutAddress(String server) {
		return Finding.of("SERVER-WITHOUT-ADDRESS", Verdict.UNKNOWN, server, Text.of("seen.no-address"), server);
	}

	static Finding roleMissing(TenantReading.Seen tenant) {
		return Finding.of("ROLE-MISSING", Verdict.BLOCKS, tenant.signedInAs(), tenant.roles().isEmpty()
				? Text.of("seen.no-roles") : Text.of("seen.plain", String.join(", ", tenant.roles())),
				tenant.signedInAs());
	}

	private static Finding finding(String code, RemoteFailure failure) {
		return Finding.of(code, Verdict.UNKNOWN, failure.subject(), text(failure), failure.subject())
			.shownBy(failure.subject(), failure.evidence());
	}

	static Text text(RemoteFailure failure) {
		return Text.of("failure." + failure.code(), failure.subject());
	}

}
