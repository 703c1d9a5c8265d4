package io.hybridge.microsoft365.discovery;

import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.hybridge.microsoft365.Cloud;
import io.hybridge.microsoft365.KnownCloud;
import io.hybridge.microsoft365.LoopbackCloud;
import io.hybridge.microsoft365.LoopbackCloud.Reply;
import io.hybridge.microsoft365.TenantDiscovery;
import io.hybridge.microsoft365.TestCertificates;
import io.hybridge.microsoft365.TestSettings;
import io.hybridge.microsoft365.http.CloudHttpClients;
import io.hybridge.microsoft365.http.FakePauses;
import io.hybridge.organization.DomainName;
import io.hybridge.remote.RemoteFailure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class DomainLookupTests {

	private static final String ASK = "GET /fabrikam.com/v2.0/.well-known/openid-configuration";

	private static final String TENANT = "3f2a6a44-0d6c-4b1c-9d86-5a0d5b0e9c01";

	private static final String KNOWN = """
			{"token_endpoint":"https://login.microsoftonline.com/%1$s/oauth2/v2.0/token","something_new":[1],
			"issuer":"https://login.microsoftonline.com/%1$s/v2.0","tenant_region_scope":"EU"}""".formatted(TENANT);

	private static final String UNKNOWN = """
			{"error":"invalid_tenant","error_description":"AADSTS99999: Tenant 'x' not found.\\r\\nTrace ID: 1",
			"error_codes":[90002],"error_uri":"https://login.microsoftonline.com/error?code=90002"}""";

	private final LoopbackCloud cloud = new LoopbackCloud();

	private final FakePauses pauses = new FakePauses();

	@AfterEach
	void stop() {
		this.cloud.close();
	}

	@Test
	void findsTheTenantInTheIssuer() {
		this.cloud.on(ASK, Reply.json(200, KNOWN));
		TenantDiscovery.Found found = (TenantDiscovery.Found) find("fabrikam.com");
		assertThat(found.tenantId()).isEqualTo(TENANT);
		assertThat(found.evidence()).contains("HTTP 200", "something_new");
	}

	@Test
	void asksForNothingButTheTenant() {
		this.cloud.on(ASK, Reply.json(200, KNOWN));
		find("fabrikam.com");
		assertThat(this.cloud.asked()).containsExactly(ASK);
	}

	@Test
	void readsTheErrorNumberAndNotTheText() {
		this.cloud.on(ASK, Reply.json(400, UNKNOWN));
		TenantDiscovery.NotFound nobody = (TenantDiscovery.NotFound) find("fabrikam.com");
		assertThat(nobody.code()).isEqualTo(90002);
		assertThat(nobody.evidence()).contains("AADSTS99999");
	}

	@ParameterizedTest
	@CsvSource({ "microsoftonline.us, USGov, DODCON, graph.microsoft.us, US_GOVERNMENT_L4",
			"microsoftonline.us, USGov, '', graph.microsoft.us, US_GOVERNMENT_L4",
			"microsoftonline.us, USGov, DOD, '', US_GOVERNMENT_L5",
			"microsoftonline.us, DOD, DOD, dod-graph.microsoft.us, US_GOVERNMENT_L5",
			"partner.microsoftonline.cn, AS, '', microsoftgraph.chinacloudapi.cn, CHINA",
			"partner.microsoftonline.cn, AS, '', '', CHINA", "anything.fr, EU, '', graph.svc.sovcloud.fr, BLEU",
			"'', EU, '', graph.svc.sovcloud.de, DELOS" })
	void case18GccHighTenantAndOtherCloudsAreRecognized(String instance, String region, String level, String graph,
			KnownCloud expected) {
		this.cloud.on(ASK, Reply.json(200, configuration(instance, region, level, graph)));
		TenantDiscovery.OtherCloud other = (TenantDiscovery.OtherCloud) find("fabrikam.com");
		assertThat(other.cloud()).contains(expected);
		assertThat(other.instance()).isEqualTo(instance);
		assertThat(other.evidence()).contains(graph);
	}

	@ParameterizedTest
	@CsvSource({ "microsoftonline.us, USGov, '', ''", "microsoftonline.com, USGov, '', ''",
			"microsoftonline.us, USGov, DODCON, dod-graph.microsoft.us",
			"microsoftonline.com, EU, '', graph.microsoft.us", "sovcloud-identity.fr, EU, '', ''",
			"microsoftonline.com, EU, '', graph.evil.example", "evil.example, EU, '', graph.microsoft.com" })
	void takesNoCloudThatIsNotSaidPlainly(String instance, String region, String level, String graph) {
		this.cloud.on(ASK, Reply.json(200, configuration(instance, region, level, graph)));
		assertThat(((TenantDiscovery.OtherCloud) find("fabrikam.com")).cloud()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "NA", "EU", "WW" })
	void case18GccTenantIsInTheGlobalCloud(String region) {
		this.cloud.on(ASK, Reply.json(200, configuration("microsoftonline.com", region)));
		assertThat(find("fabrikam.com")).isInstanceOf(TenantDiscovery.Found.class);
	}

	@ParameterizedTest
	@ValueSource(ints = { 90013, 900023, 90019 })
	void case18AnotherErrorThan90002IsShownByItsOwnCode(int code) {
		this.cloud.on(ASK, Reply.json(400, UNKNOWN.replace("90002", Integer.toString(code))));
		assertThat(((TenantDiscovery.Refused) find("fabrikam.com")).code()).isEqualTo(code);
	}

	@Test
	void waitsAsLongAsMicrosoftAsks() {
		this.cloud.on(ASK, Reply.json(429, "{}").with("Retry-After", "2.128"), Reply.json(503, "{}"),
				Reply.json(200, KNOWN));
		assertThat(find("fabrikam.com")).isInstanceOf(TenantDiscovery.Found.class);
		assertThat(this.pauses.taken).hasSize(2);
		assertThat(this.pauses.taken.getFirst()).isEqualTo(Duration.ofMillis(2128));
		assertThat(this.pauses.taken.getLast()).isBetween(Duration.ofMillis(500), Duration.ofSeconds(2));
	}

	@Test
	void doesNotWaitBeyondTheDeadlineAndTellsThePause() {
		this.cloud.on(ASK, Reply.json(429, "{}").with("Retry-After", "300"));
		RemoteFailure failure = failure("fabrikam.com");
		assertThat(failure.code()).isEqualTo("microsoft365.throttled");
		assertThat(failure.pause()).contains(Duration.ofSeconds(300));
		assertThat(this.pauses.taken).isEmpty();
		assertThat(this.cloud.asked(ASK)).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://login.microsoftonline.com/{tenantid}/v2.0", "", "not an address", "mailto:x" })
	void doesNotTakeAnIssuerWithoutATenant(String issuer) {
		this.cloud.on(ASK, Reply.json(200, "{\"issuer\":\"" + issuer + "\"}"));
		assertThat(failure("fabrikam.com").code()).isEqualTo("microsoft365.unreadable");
	}

	@Test
	void recognizesThePageOfAProxy() {
		this.cloud.on(ASK, Reply.html(200, "<html><title>Blocked by policy</title>" + "x".repeat(5000)));
		RemoteFailure failure = failure("fabrikam.com");
		assertThat(failure.code()).isEqualTo("microsoft365.foreign-page");
		assertThat(failure.evidence()).contains("Blocked by policy");
		assertThat(failure.evidence().lines().reduce((first, last) -> last).orElseThrow()).hasSize(200);
	}

	@Test
	void followsNoRedirect() {
		this.cloud.on(ASK, Reply.none(302).with("Location", this.cloud.address() + "/elsewhere"));
		assertThat(failure("fabrikam.com").code()).isEqualTo("microsoft365.foreign-page");
		assertThat(this.cloud.asked("GET /elsewhere")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "../admin", "fabrikam.com/x?y#z", "evil.example/@", "a@evil.example", "{domain}", "%2e%2e" })
	void asksForNothingThatIsNoDomain(String text) {
		this.cloud.on(ASK, Reply.json(200, KNOWN));
		assertThatIllegalArgumentException().isThrownBy(() -> find(text));
		assertThat(this.cloud.asked(ASK)).isEmpty();
	}

	@Test
	void refusesACertificateOfAnotherAuthority() {
		Cloud other = new Cloud(KnownCloud.GLOBAL, this.cloud.address(), this.cloud.address(), "", false,
				TestCertificates.make("Other").pem());
		RemoteFailure failure = catchThrowableOfType(RemoteFailure.class,
				() -> lookup().find(other, new DomainName("fabrikam.com")));
		assertThat(failure.code()).isEqualTo("microsoft365.certificate-refused");
		assertThat(this.cloud.asked(ASK)).isEmpty();
	}

	@Test
	void tellsAClosedPortAndAnUnknownNameApart() {
		this.cloud.close();
		assertThat(failure("fabrikam.com").code()).isEqualTo("microsoft365.unreachable");
		java.net.URI nowhere = java.net.URI.create("https://nowhere.invalid");
		Cloud other = new Cloud(KnownCloud.GLOBAL, nowhere, nowhere, "", false, null);
		assertThat(catchThrowableOfType(RemoteFailure.class, () -> lookup().find(other, new DomainName("fabrikam.com")))
			.code()).isEqualTo("microsoft365.name-unknown");
	}

	private static String configuration(String instance, String region) {
		return configuration(instance, region, "", "");
	}

	private static String configuration(String instance, String region, String level, String graph) {
		return KNOWN.replace("\"tenant_region_scope\":\"EU\"",
				"\"tenant_region_scope\":\"%s\",\"tenant_region_sub_scope\":\"%s\",\"msgraph_host\":\"%s\",\"cloud_instance_name\":\"%s\""
					.formatted(region, level, graph, instance));
	}

	private TenantDiscovery find(String domain) {
		return lookup().find(this.cloud.cloud(), new DomainName(domain));
	}

	private RemoteFailure failure(String domain) {
		return catchThrowableOfType(RemoteFailure.class, () -> find(domain));
	}

	private DomainLookup lookup() {
		return new DomainLookup(new CloudHttpClients(TestSettings.quick()),
				this.pauses.retryFor(Duration.ofSeconds(45)), this.pauses.clock);
	}

}
