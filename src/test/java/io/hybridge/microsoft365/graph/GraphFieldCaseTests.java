package io.hybridge.microsoft365.graph;

import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.hybridge.microsoft365.LoopbackCloud;
import io.hybridge.microsoft365.LoopbackCloud.Reply;
import io.hybridge.microsoft365.LoopbackTenant;
import io.hybridge.microsoft365.TenantReading;
import io.hybridge.microsoft365.TestCertificates;
import io.hybridge.microsoft365.TestSettings;
import io.hybridge.microsoft365.http.AccessToken;
import io.hybridge.microsoft365.http.CloudHttpClients;
import io.hybridge.microsoft365.http.FakePauses;
import io.hybridge.remote.RemoteFailure;
import io.hybridge.remote.RemoteFailure.Effect;
import io.hybridge.support.Faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What administrators met at Microsoft Graph, by the number of the field case. */
class GraphFieldCaseTests {

	private static final TestCertificates.Made OURS = TestCertificates
		.make("Microsoft Exchange Server Auth Certificate");

	private static final TestCertificates.Made FOREIGN = TestCertificates.make("Foreign");

	private final LoopbackCloud cloud = new LoopbackCloud();

	private final LoopbackTenant tenant = new LoopbackTenant(this.cloud);

	private final FakePauses pauses = new FakePauses();

	private String token = "opaque";

	@AfterEach
	void stop() {
		this.cloud.close();
	}

	@Test
	@Faults("F49")
	void case12SharedPrincipalRefusedForWantOfARole() {
		RemoteFailure failure = refusedWrite(error(403, "Authorization_RequestDenied", "Insufficient privileges"));
		assertThat(failure.code()).isEqualTo("microsoft365.permission");
		assertThat(failure.effect()).isEqualTo(Effect.NONE);
	}

	@Test
	void case12SharedPrincipalRefusedForAQuotaThatIsUsedUp() {
		RemoteFailure failure = refusedWrite(error(403, "Directory_QuotaExceeded", "The directory object quota limit"));
		assertThat(failure.code()).isEqualTo("microsoft365.quota");
		assertThat(failure.effect()).isEqualTo(Effect.NONE);
	}

	@Test
	void case12SharedPrincipalRefusedUntilSomebodySignsInAnew() {
		Reply challenge = error(403, "AccessDenied", "x").with("WWW-Authenticate",
				"Bearer realm=\"\", error=\"insufficient_claims\", claims=\"eyJhY2Nlc3NfdG9rZW4iOnt9fQ==\"");
		assertThat(refusedWrite(challenge).code()).isEqualTo("microsoft365.claims");
	}

	@ParameterizedTest
	@ValueSource(ints = { 401, 403 })
	@Faults("F48")
	void asksForAFreshSignInWhereMicrosoftSendsClaims(int status) {
		this.cloud.on("GET /v1.0/organization", error(status, "InvalidAuthenticationToken", "x")
			.with("WWW-Authenticate", "Bearer error=\"insufficient_claims\", claims=\"eyJhY2Nlc3NfdG9rZW4iOnt9fQ==\""));
		assertThat(catchThrowableOfType(RemoteFailure.class, () -> graph().inspect()).code())
			.isEqualTo("microsoft365.claims");
	}

	@ParameterizedTest
	@CsvSource({ "CredentialInvalidLifetimeAsPerAppPolicy, credential-policy",
			"CredentialTypeNotAllowedAsPerAppPolicy, credential-type", "SomethingElseAsPerAppPolicy, app-policy" })
	void case13KeyLifetimePolicyAndKeyTypeHaveTextsOfTheirOwn(String code, String expected) {
		RemoteFailure failure = refusedWrite(error(400, code, "x"));
		assertThat(failure.code()).isEqualTo("microsoft365." + expected);
		assertThat(failure.effect()).isEqualTo(Effect.NONE);
	}

	@Test
	void case14EndDateAfterTheCertificatesOwn() {
		assertThat(
				refusedWrite(error(400, "KeyCredentialsInvalidEndDate", "Key credential end date is invalid.")).code())
			.isEqualTo("microsoft365.key-dates");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Update to existing credential with KeyId 'x' is not allowed.",
			"Das Aktualisieren vorhandener Anmeldeinformationen ist nicht zulässig." })
	void case15UpdateToExistingCredentialIsKnownByItsCodeInEveryLanguage(String message) {
		RemoteFailure failure = refusedWrite(error(400, "Request_BadRequest", message));
		assertThat(failure.code()).isEqualTo("microsoft365.existing-key");
		assertThat(failure.evidence()).contains(message);
	}

	@Test
	void neverTakesTheTextOfAnotherRefusalForCase15() {
		assertThat(refusedWrite(error(400, "Something_New", "Update to existing credential is not allowed.")).code())
			.isEqualTo("microsoft365.refused");
	}

	@Test
	void case16RoleHeldOnlyThroughARoleAssignableGroup() {
		this.cloud.on("GET /v1.0/me/memberOf", Reply.json(200, """
				{"value":[{"@odata.type":"#microsoft.graph.group","displayName":"Exchange team",
				"isAssignableToRole":true}]}"""));
		this.cloud.on("GET /v1.0/me/transitiveMemberOf", Reply.json(200, """
				{"value":[{"@odata.type":"#microsoft.graph.group","displayName":"Exchange team"},
				{"@odata.type":"#microsoft.graph.directoryRole","displayName":"Global Administrator",
				"roleTemplateId":"62e90394-69f5-4237-9190-012177145e10"}]}"""));
		this.tenant.answering();
		TenantReading.Seen seen = (TenantReading.Seen) graph().inspect();
		assertThat(seen.roles()).containsExactly("Global Administrator");
		assertThat(seen.mayWriteKeys()).isTrue();
	}

	@Test
	void case17PartnerOrGuestAdministratorWhomTheTenantDoesNotList() {
		Reply nobody = error(404, "Request_ResourceNotFound", "Resource 'x' does not exist");
		this.cloud.on("GET /v1.0/me", nobody).on("GET /v1.0/me/transitiveMemberOf", nobody);
		this.tenant.answering();
		this.token = jwt("""
				{"oid":"4f1c","upn":"partner@contoso.com","wids":["9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3",
				"b79fbf4d-3ef9-4689-8143-76b194e85509"]}""");
		TenantReading.Seen seen = (TenantReading.Seen) graph().inspect();
		assertThat(seen.signedInAs()).isEqualTo("admin@fabrikam.com");
		assertThat(seen.roles()).containsExactly("Application Administrator");
		assertThat(seen.mayWriteKeys()).isTrue();
	}

	@Test
	void case17PartnerAdministratorWithATokenThatTellsNothing() {
		Reply nobody = error(404, "Request_ResourceNotFound", "Resource 'x' does not exist");
		this.cloud.on("GET /v1.0/me", nobody).on("GET /v1.0/me/transitiveMemberOf", error(403, "x", "x"));
		this.tenant.answering();
		TenantReading.Seen seen = (TenantReading.Seen) graph().inspect();
		assertThat(seen.signedInAs()).isEqualTo("admin@fabrikam.com");
		assertThat(seen.roles()).isEmpty();
		assertThat(seen.mayWriteKeys()).isFalse();
	}

	private RemoteFailure refusedWrite(Reply reply) {
		this.tenant.holds(FOREIGN.der());
		this.tenant.principal();
		this.cloud.on(LoopbackTenant.PATCH, reply);
		return catchThrowableOfType(RemoteFailure.class, () -> graph().addKey(OURS.certificate(), Optional.empty()));
	}

	private static Reply error(int status, String code, String message) {
		return Reply.json(status,
				"{\"error\":{\"code\":\"%s\",\"message\":\"%s\",\"innerError\":{}}}".formatted(code, message));
	}

	private static String jwt(String claims) {
		Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
		return base64.encodeToString("{}".getBytes()) + "." + base64.encodeToString(claims.getBytes()) + ".x";
	}

	private GraphMicrosoft365 graph() {
		AccessToken person = new AccessToken(this.token, LoopbackTenant.ID, "admin@fabrikam.com");
		return new GraphMicrosoft365(this.cloud.cloud(), () -> null,
				() -> Optional.of(new GraphClient(new CloudHttpClients(TestSettings.quick()).to(this.cloud.cloud()),
						this.pauses.retryFor(Duration.ofSeconds(45)), this.pauses.clock, person, (claims) -> {
						})),
				Optional::empty, Optional::empty, this.pauses.clock);
	}

}
