package io.hybridge.run.probe;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import io.hybridge.run.probe.ProbeCause.Leg;

import static org.assertj.core.api.Assertions.assertThat;

/** What the words of Exchange, .NET and Microsoft 365 mean, in English and German. */
class ProbeFailureTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					KEY_UNKNOWN          | AADSTS700027  | TOKEN  | AADSTS700027: Client assertion contains an invalid signature. [Reason - The key was not found., Thumbprint
					KEY_UNKNOWN          | AADSTS50012   | TOKEN  | AADSTS70002: Error validating credentials. AADSTS50012: Client assertion contains an invalid signature.
					KEY_ENDED            | AADSTS700027  | TOKEN  | AADSTS700027: Client assertion contains an invalid signature. [Reason - The key used is expired., Thumbprint
					KEY_ENDED            | AADSTS7000222 | TOKEN  | AADSTS7000222: The provided client secret keys are expired.
					TENANT_UNKNOWN       | AADSTS90002   | TOKEN  | AADSTS90002: Tenant 'nobody.example' not found.
					TENANT_UNKNOWN       | AADSTS900382  | TOKEN  | AADSTS900382: Confidential Client is not supported in Cross Cloud request.
					APPLICATION          | AADSTS700016  | TOKEN  | AADSTS700016: Application with identifier 'x' was not found in the directory 'Fabrikam'.
					APPLICATION          | AADSTS7000112 | TOKEN  | AADSTS7000112: Application 'x' is disabled.
					POLICY               | AADSTS53003   | TOKEN  | AADSTS53003: Access has been blocked by Conditional Access policies.
					POLICY               | AADSTS530032  | TOKEN  | AADSTS530032: Blocked by a security policy.
					POLICY               | AADSTS53000   | TOKEN  | AADSTS53000: Device is not in required device state.
					CLOCK                | AADSTS700024  | TOKEN  | AADSTS700024: Client assertion is not within its valid time range.
					TOKEN_REFUSED        | AADSTS90019   | TOKEN  | AADSTS90019: No tenant-identifying information found.
					TOKEN_REFUSED        | AADSTS5300    | TOKEN  | AADSTS5300: a number that only begins alike
					SERVICE_BUSY         | AADSTS90033   | TOKEN  | AADSTS90033: A transient error has occurred. Please try again.
					TOKEN_NOT_ACCEPTED   | HTTP 401      | CLOUD  | The remote server returned an error: (401) Unauthorized.
					TOKEN_NOT_ACCEPTED   | HTTP 401      | CLOUD  | Der Remoteserver hat einen Fehler zurückgegeben: (401) Nicht autorisiert.
					FORBIDDEN            | HTTP 403      | CLOUD  | The remote server returned an error: (403) Forbidden.
					TENANT_UNKNOWN       | HTTP 401      | TOKEN  | The remote server returned an error: (401). 2000004;reason="The tenant for tenant guid 'x' does not exist.";error_category="invalid_tenant"
					SERVICE_GONE         | HTTP 404      | CLOUD  | The remote server returned an error: (404) Not Found.
					SERVICE_BUSY         | HTTP 503      | CLOUD  | The remote server returned an error: (503) Server Unavailable.
					NAME_UNRESOLVED      | ''            | CLOUD  | The remote name could not be resolved: 'outlook.office365.com'
					NAME_UNRESOLVED      | ''            | TOKEN  | The remote name could not be resolved: 'accounts.accesscontrol.windows.net'
					NAME_UNRESOLVED      | ''            | TOKEN  | Der Remotename konnte nicht aufgelöst werden: 'accounts.accesscontrol.windows.net'
					WEB_PROXY            | HTTP 407      | CLOUD  | The remote server returned an error: (407) Proxy Authentication Required.
					WEB_PROXY            | HTTP 407      | CLOUD  | Der Remoteserver hat einen Fehler zurückgegeben: (407) Proxyauthentifizierung erforderlich.
					WEB_PROXY            | ''            | CLOUD  | The proxy name could not be resolved: 'proxy.fabrikam.com'
					TLS                  | ''            | CLOUD  | The underlying connection was closed: Could not establish trust relationship for the SSL/TLS secure channel.
					TLS                  | ''            | CLOUD  | Die Anfrage wurde abgebrochen: Es konnte kein geschützter SSL/TLS-Kanal erstellt werden.
					UNREACHABLE          | ''            | CLOUD  | Unable to connect to the remote server
					UNREACHABLE          | ''            | TOKEN  | Unable to connect to the remote server login.microsoftonline.com.
					UNREACHABLE          | ''            | CLOUD  | Die Verbindung mit dem Remoteserver kann nicht hergestellt werden.
					UNREACHABLE          | ''            | CLOUD  | The operation has timed out
					CERTIFICATE_UNUSABLE | ''            | SERVER | The certificate with thumbprint 7595 was not found on server EX1.
					CERTIFICATE_UNUSABLE | ''            | SERVER | Keyset does not exist.
					NO_ISSUER            | ''            | TOKEN  | No locally configured issuer was in the trusted_issuer list.
					PROXY_DISABLED       | ''            | SERVER | The push notification proxy 'OnPrem-Proxy' is disabled.
					NOT_LOADED           | ''            | SERVER | The health manager on EX1 still caches the configuration from when push was disabled.
					NOT_THERE            | ''            | SERVER | The monitoring item identity 'x' was not found on server 'ex1'.
					NO_ISSUER            | ''            | TOKEN  | The token issuer is not trusted: 00000001-0000-0000-c000-000000000000@x. None of them are configured locally.
					CERTIFICATE_UNUSABLE | ''            | SERVER | Missing signing certificate
					UNREACHABLE          | ''            | CLOUD  | An existing connection was forcibly closed by the remote host
					UNREACHABLE          | ''            | CLOUD  | Eine vorhandene Verbindung wurde vom Remotehost geschlossen.
					NAME_UNRESOLVED      | ''            | CLOUD  | Dieser Host ist nicht bekannt. Es ist kein solcher Host bekannt
					TOKEN_NOT_ACCEPTED   | HTTP 401      | CLOUD  | The request failed with HTTP status 401: Unauthorized.
					FORBIDDEN            | HTTP 403      | CLOUD  | Fehler bei der Anforderung mit HTTP-Status 403: Forbidden.
					TOKEN_REFUSED        | HTTP 404      | TOKEN  | OAuthTokenRequestFailedException: The remote server returned an error: (404) Not Found.
					UNKNOWN              | ''            | SERVER | Something nobody has ever seen
					UNKNOWN              | ''            | SERVER | ''
					""")
	void namesTheFamilyTheNumberAndHowFarItCame(ProbeCause cause, String said, Leg leg, String words) {
		ProbeFailure failure = new ProbeFailure(cause, said, leg);
		assertThat(ProbeFailure.of(words, "")).isEqualTo(failure);
		assertThat(ProbeFailure.of(null, words)).as("in the exception only").isEqualTo(failure);
	}

	@Test
	void believesWhatIsWrappedBeforeWhatIsAround() {
		String words = "OAuthTokenRequestFailedException: the request failed. The remote server returned an error: (400) Bad Request. AADSTS53003: blocked";
		assertThat(ProbeFailure.of(words, null).cause()).isEqualTo(ProbeCause.POLICY);
		assertThat(ProbeFailure.of("OAuthTokenRequestFailedException", "(400) Bad Request").cause())
			.isEqualTo(ProbeCause.TOKEN_REFUSED);
	}

	@ParameterizedTest
	@CsvSource({ "exchange.probe-missing, NOT_THERE", "exchange.no-probe-result, NOT_LOADED",
			"exchange.unreachable, NOT_ASKED" })
	void tellsWhatKeptTheConsoleFromAsking(String code, ProbeCause cause) {
		assertThat(ProbeFailure.notAsked(code).cause()).isEqualTo(cause);
	}

	@ParameterizedTest
	@EnumSource(ProbeCause.class)
	void givesEachFamilyANameOfItsOwn(ProbeCause cause) {
		assertThat(cause.code()).isEqualTo("PROBE-" + cause.name().replace('_', '-'));
	}

}
