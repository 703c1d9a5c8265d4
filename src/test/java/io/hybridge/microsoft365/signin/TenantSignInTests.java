package io.hybridge.microsoft365.signin;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.hybridge.audit.AuditActor;
import io.hybridge.microsoft365.KnownCloud;
import io.hybridge.microsoft365.signin.msal.IdToken;
import io.hybridge.organization.OrganizationId;

import static org.assertj.core.api.Assertions.assertThat;

/** What a sign-in that is kept tells of itself. */
class TenantSignInTests {

	private static final Instant NOW = Instant.parse("2026-11-24T13:05:12Z");

	private static final String ALL = "openid Application.ReadWrite.All Directory.Read.All "
			+ "https://graph.microsoft.com/Domain.Read.All Organization.Read.All User.Read";

	@Test
	void namesWhatWasAskedForAndNotGranted() {
		assertThat(attempt("t", "User.Read https://graph.microsoft.com/Domain.Read.All").missing())
			.isEqualTo(List.of("Application.ReadWrite.All", "Directory.Read.All", "Organization.Read.All"));
		assertThat(attempt("t", ALL).missing()).isEmpty();
		assertThat(attempt("t", "").missing()).as("nothing is known").isEmpty();
	}

	@Test
	void tellsAGuestByTheTenantInWhichThePersonIsAtHome() {
		assertThat(attempt("another", ALL).home()).isEqualTo("another");
		assertThat(attempt("T", ALL).home()).isNull();
		assertThat(attempt("", ALL).home()).as("nothing is known").isNull();
	}

	private static SignIns.Attempt.SignedInAs attempt(String home, String scopes) {
		SignInRecord record = new SignInRecord(AuditActor.person(7, "Erika", null), new OrganizationId(1), "Fabrikam",
				"fabrikam.com", "t", "", KnownCloud.GLOBAL, "pair", "");
		return new TenantSignIn(record, new IdToken("t", home, "o", "a@fabrikam.com", scopes, "c"), NOW, NOW)
			.asAttempt();
	}

}
