package io.hybridge.step.change;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

import io.hybridge.certificate.Certificate;
import io.hybridge.exchange.ExchangeState.AuthServer;
import io.hybridge.exchange.ExchangeState.PrivateKey;
import io.hybridge.organization.DomainName;
import io.hybridge.step.StepFixture;
import io.hybridge.step.change.part.AuthCertificateRef;
import io.hybridge.step.change.part.AuthServerIdentity;
import io.hybridge.step.readback.ReadBackResult.Before;
import io.hybridge.step.readback.ReadBackResult.Desired;
import io.hybridge.step.readback.ReadBackResult.Other;
import io.hybridge.step.readback.ReadBackResult.Unexplained;
import io.hybridge.step.readback.ReadBackResult.Unseen;

import static org.assertj.core.api.Assertions.assertThat;

class ChangeTests {

	private static final String ZEROS = "00000000-0000-0000-0000-000000000000";

	private static final String SOME = "6f1b2c3d-0000-4000-8000-0123456789ab";

	private static final String OTHER = "7f1b2c3d-0000-4000-8000-0123456789ab";

	private final StepFixture scene = new StepFixture();

	private final SetAuthServer authServer = new SetAuthServer("MicrosoftSts", null, StepFixture.URL);

	private final AddTenantKey key = new AddTenantKey(AuthCertificateRef.Present.of(StepFixture.AUTH),
			List.of(StepFixture.FOREIGN.sha256()));

	@Test
	void tellsFormerWantedAndOtherAuthServerApart() {
		assertThat(this.authServer.judge(this.scene.world())).isInstanceOf(Before.class);
		set(StepFixture.URL);
		assertThat(this.authServer.judge(this.scene.world())).isInstanceOf(Desired.class);
		set("https://example.com/metadata/json/1/?realm=fabrikam.com");
		assertThat(this.authServer.judge(this.scene.world())).isInstanceOf(Other.class);
	}

	@Test
	void undoesAnAuthServerOnlyWhileItIsOurs() {
		set(StepFixture.URL);
		assertThat(back(this.authServer))
			.isEqualTo(new WayBack.By(new RemoveAuthServer("MicrosoftSts", StepFixture.URL)));
		set("https://example.com/metadata/json/1/?realm=fabrikam.com");
		assertThat(back(this.authServer)).isNotInstanceOf(WayBack.By.class);
	}

	@ParameterizedTest
	@CsvSource({ "'', '', Before", "'', " + SOME + ", Before", SOME + ", '', Before", ZEROS + ", " + SOME + ", Before",
			SOME + ", " + ZEROS + ", Before", SOME + ", " + SOME + ", Before", SOME + ", " + OTHER + ", Other" })
	void removesTheAuthServerOfOurAddressUnlessItIsKnownToBeAnother(String seen, String found, String judged) {
		RemoveAuthServer remove = new RemoveAuthServer("MicrosoftSts", StepFixture.URL, seen);
		this.scene.authServers.add(
				new AuthServer("MicrosoftSts", "MicrosoftACS", true, StepFixture.URL, "", "", found, Optional.empty()));
		assertThat(remove.judge(this.scene.world()).getClass().getSimpleName()).isEqualTo(judged);
		Optional<Instant> made = Optional.of(StepFixture.NOW);
		assertThat(new AuthServerIdentity(seen, made).isRefutedBy(this.scene.world(), "MicrosoftSts"))
			.as("the same rule where we changed it")
			.isEqualTo(judged.equals("Other"));
	}

	@Test
	void switchesAnAuthServerOnlyWhileItHasTheAddressThatWasSeen() {
		SwitchAuthServer enable = new SwitchAuthServer("MicrosoftSts", StepFixture.URL, true);
		set(StepFixture.URL, false);
		assertThat(enable.judge(this.scene.world())).isInstanceOf(Before.class);
		assertThat(back(enable)).isNotInstanceOf(WayBack.By.class);
		set(StepFixture.URL, true);
		assertThat(enable.judge(this.scene.world())).isInstanceOf(Desired.class);
		assertThat(back(enable))
			.isEqualTo(new WayBack.By(new SwitchAuthServer("MicrosoftSts", StepFixture.URL, false)));
		set("https://old.example/x/metadata/json/1", false);
		assertThat(enable.judge(this.scene.world())).isInstanceOf(Other.class);
		this.scene.authServers.clear();
		assertThat(enable.judge(this.scene.world())).isInstanceOf(Other.class);
	}

	@Test
	void givesAnAuthServerItsFormerAddressBack() {
		SetAuthServer update = new SetAuthServer("MicrosoftSts", "https://old.example/x/metadata/json/1",
				StepFixture.URL);
		set(StepFixture.URL);
		assertThat(back(update)).isEqualTo(new WayBack.By(
				new SetAuthServer("MicrosoftSts", StepFixture.URL, "https://old.example/x/metadata/json/1")));
	}

	@Test
	void seesAConflictWhereAForeignKeyIsGone() {
		assertThat(this.key.judge(this.scene.world())).isInstanceOf(Before.class);
		this.scene.tenantKeys.add(StepFixture.AUTH);
		assertThat(this.key.judge(this.scene.world())).isInstanceOf(Desired.class);
		this.scene.tenantKeys.remove(StepFixture.FOREIGN);
		assertThat(this.key.judge(this.scene.world())).isInstanceOf(Unexplained.class);
	}

	@Test
	void concludesNothingFromATenantNobodyMayAsk() {
		assertThat(this.key.judge(this.scene.withoutSignIn())).isInstanceOf(Unseen.class);
	}

	@Test
	void removesExactlyOurKey() {
		this.scene.tenantKeys.add(StepFixture.AUTH);
		assertThat(back(this.key)).isEqualTo(new WayBack.By(new RemoveTenantKey(StepFixture.AUTH.thumbprint().value(),
				StepFixture.AUTH.sha256(), List.of(StepFixture.FOREIGN.sha256()))));
	}

	@Test
	void findsACertificateByItsKeyIdentifier() {
		String identifier = "00112233445566778899aabbccddeeff";
		CreateAuthCertificate create = new CreateAuthCertificate("Exchange S2S OAuth", new DomainName("fabrikam.com"),
				identifier);
		assertThat(create.judge(this.scene.world())).isInstanceOf(Before.class);
		this.scene.store.add(StepFixture
			.stored(StepFixture.certificate("new", StepFixture.NOW.plus(StepFixture.days(9)), identifier), "x"));
		assertThat(create.judge(this.scene.world())).isInstanceOf(Desired.class);
		this.scene.store.add(StepFixture
			.stored(StepFixture.certificate("twin", StepFixture.NOW.plus(StepFixture.days(9)), identifier), "x"));
		assertThat(create.judge(this.scene.world())).isInstanceOf(Unexplained.class);
	}

	@Test
	void restoresTheFormerCertificateOnlyWhereItStillIs() {
		SetAuthCertificate set = replacing(StepFixture.FOREIGN);
		assertThat(back(set)).isNotInstanceOf(WayBack.By.class);
		this.scene.store.add(StepFixture.stored(StepFixture.FOREIGN, "old"));
		assertThat(back(set)).isEqualTo(new WayBack.By(new SetAuthCertificate(StepFixture.AUTH.thumbprint().value(),
				AuthCertificateRef.Present.of(StepFixture.FOREIGN))));
	}

	@Test
	void restoresNoCertificateThatHasEnded() {
		this.scene.store.add(StepFixture.stored(StepFixture.EXPIRED, "old"));
		assertThat(back(replacing(StepFixture.EXPIRED))).isNotInstanceOf(WayBack.By.class);
	}

	private static SetAuthCertificate replacing(Certificate former) {
		return new SetAuthCertificate(former.thumbprint().value(), AuthCertificateRef.Present.of(StepFixture.AUTH));
	}

	@Test
	void seesACopyOnlyWhereTheServerListsItWithItsKey() {
		CopyAuthCertificate copy = new CopyAuthCertificate(StepFixture.AUTH.thumbprint().value(), "ex1.fabrikam.com",
				"ex2.fabrikam.com");
		assertThat(copy.judge(this.scene.world())).isInstanceOf(Desired.class);
		assertThat(copy.judge(this.scene.withoutSecondCopy())).isInstanceOf(Before.class);
		assertThat(copy.judge(this.scene.withSecondCopy(PrivateKey.ABSENT))).isInstanceOf(Unexplained.class);
		assertThat(copy.judge(this.scene.withSecondCopy(PrivateKey.UNKNOWN))).isInstanceOf(Unseen.class);
	}

	@Test
	void keepsADomainAsPlainTextInAStoredPlan() {
		DomainName domain = new DomainName("xn--bcher-kva.example");
		storedAs("""
				{"change":"enable-push-proxy","formerOrganization":"","organization":"xn--bcher-kva.example"}""",
				new EnablePushProxy("", domain));
		storedAs("""
				{"change":"disable-push-proxy","organization":"xn--bcher-kva.example"}""",
				new DisablePushProxy(domain));
		storedAs("""
				{"change":"create-auth-certificate","friendlyName":"Exchange S2S OAuth",\
				"domainName":"xn--bcher-kva.example","subjectKeyIdentifier":"00112233445566778899aabbccddeeff"}""",
				new CreateAuthCertificate("Exchange S2S OAuth", domain, "00112233445566778899aabbccddeeff"));
	}

	private WayBack back(Change change) {
		return change.wayBack(this.scene.world(), null);
	}

	private static void storedAs(String json, Change change) {
		JsonMapper mapper = JsonMapper.shared();
		assertThat(mapper.readValue(json, Change.class)).isEqualTo(change);
		assertThat(mapper.readTree(mapper.writeValueAsString(change))).isEqualTo(mapper.readTree(json));
	}

	private void set(String url) {
		set(url, true);
	}

	private void set(String url, boolean enabled) {
		this.scene.authServers.removeIf((server) -> server.name().equals("MicrosoftSts"));
		this.scene.authServers.add(new AuthServer("MicrosoftSts", "MicrosoftACS", enabled, url, "", ""));
	}

}
