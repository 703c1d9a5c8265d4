package io.hybridge.enablement.steps;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import io.hybridge.certificate.Certificate;
import io.hybridge.enablement.StepState;
import io.hybridge.exchange.ExchangeState.AuthServer;

import static org.assertj.core.api.Assertions.assertThat;

class OAuthStepTests {

	private final Scene scene = new Scene();

	@Test
	void reusesTheGoodCertificateAndPlansAuthServerAndKey() {
		Examination examination = this.scene.oauth();
		assertThat(examination.changes()).containsExactly(new SetAuthServer("MicrosoftSts", null, Scene.URL),
				new AddTenantKey(Signer.Present.of(Scene.AUTH), List.of(Scene.FOREIGN.sha256())));
		assertThat(examination.plannable()).isTrue();
		assertThat(examination.exposure()).isTrue();
	}

	@Test
	void plansNothingWhenAllIsAsWanted() {
		this.scene.authServers.add(new AuthServer("MicrosoftSts", "MicrosoftACS", true, Scene.URL, "", ""));
		this.scene.tenantKeys.add(Scene.AUTH);
		assertThat(this.scene.oauth().changes()).isEmpty();
		assertThat(this.scene.oauth().state()).isEqualTo(StepState.IN_EFFECT);
	}

	@Test
	void takesTheOtherFormOfTheAddressForTheSame() {
		this.scene.authServers.add(new AuthServer("MicrosoftSts", "MicrosoftACS", true,
				"https://Accounts.AccessControl.windows.net/FABRIKAM.com/metadata/json/1", "", ""));
		assertThat(this.scene.oauth().changes()).noneMatch(SetAuthServer.class::isInstance);
	}

	@Test
	void updatesAnAuthServerWithAnotherRealm() {
		String other = Scene.URL.replace("fabrikam.com", "contoso.com");
		this.scene.authServers.add(new AuthServer("MicrosoftSts", "MicrosoftACS", true, other, "", ""));
		assertThat(this.scene.oauth().changes()).contains(new SetAuthServer("MicrosoftSts", other, Scene.URL));
	}

	@Test
	void replacesAnExpiredCertificateByTheOneThatIsFit() {
		this.scene.current = Scene.EXPIRED;
		this.scene.store.clear();
		this.scene.store.addAll(List.of(Scene.held(Scene.EXPIRED, "Auth", "SMTP"),
				Scene.held(Scene.OTHER, "Exchange S2S OAuth", "Federation"),
				Scene.held(Scene.WEB, "OAuth web", "IIS")));
		assertThat(this.scene.oauth().changes()).hasSize(3)
			.first()
			.isEqualTo(new SetAuthCertificate(Scene.EXPIRED.thumbprint().value(), Signer.Present.of(Scene.OTHER)));
	}

	@Test
	void neverTakesTheFirstOfTwo() {
		twoFit();
		Examination examination = this.scene.oauth();
		assertThat(examination.plannable()).isFalse();
		assertThat(examination.candidates()).extracting(Examination.Candidate::thumbprint)
			.containsExactly(Scene.OTHER.thumbprint().value(), Scene.THIRD.thumbprint().value());
	}

	@Test
	void plansWithTheChosenOne() {
		twoFit();
		this.scene.goal = new Goal("Fabrikam", "fabrikam.com", Scene.URL, Optional.of(Scene.THIRD.thumbprint()), "x");
		assertThat(this.scene.oauth().changes()).first()
			.isEqualTo(new SetAuthCertificate(Scene.EXPIRED.thumbprint().value(), Signer.Present.of(Scene.THIRD)));
	}

	@Test
	void makesANewOneOnlyWhereNoneIsFit() {
		this.scene.current = Scene.EXPIRED;
		this.scene.store.clear();
		this.scene.store.addAll(
				List.of(Scene.held(Scene.EXPIRED, "Auth", "SMTP"), Scene.held(Scene.WEB, "OAuth web", "IIS", "SMTP")));
		assertThat(this.scene.oauth().changes()).hasSize(4)
			.first()
			.isEqualTo(new CreateAuthCertificate("Exchange S2S OAuth", "fabrikam.com",
					"0123456789abcdef0123456789abcdef"));
	}

	@Test
	void neverTakesAWebCertificateHoweverItIsCalled() {
		this.scene.current = Scene.EXPIRED;
		assertThat(this.scene.oauth().changes()).noneMatch(
				(change) -> change instanceof SetAuthCertificate set && set.signer() instanceof Signer.Present present
						&& present.thumbprint().equals(Scene.WEB.thumbprint().value()));
	}

	@Test
	void doesNotReuseACertificateThatAMailboxServerLacks() {
		this.scene.secondServerHolds = false;
		assertThat(this.scene.oauth().findings())
			.anySatisfy((finding) -> assertThat(finding.seen().key()).isEqualTo("unfit.missing-on"));
	}

	@Test
	void doesNotReuseAWeakKey() {
		Certificate weak = Scene.certificate(Scene.keys(1024), "Microsoft Exchange Server Auth Certificate",
				Scene.NOW.plus(Scene.days(400)), null);
		this.scene.current = weak;
		this.scene.store.add(Scene.held(weak, "Auth", "SMTP"));
		assertThat(this.scene.oauth().findings())
			.anySatisfy((finding) -> assertThat(finding.seen().key()).isEqualTo("unfit.weak-key"));
	}

	@Test
	void blocksWhileAServerIsTooOld() {
		this.scene.secondBuild = "Version 15.0 (Build 775.37)";
		assertThat(this.scene.oauth().plannable()).isFalse();
		this.scene.secondBuild = "Version 15.0 (Build 775.38)";
		assertThat(this.scene.oauth().plannable()).isTrue();
	}

	@Test
	void plansNothingWhileNobodyIsSignedIn() {
		Examination examination = new OAuthStep().examine(this.scene.withoutSignIn(), this.scene.goal);
		assertThat(examination.plannable()).isFalse();
		assertThat(examination.state()).isEqualTo(StepState.UNKNOWN);
	}

	@Test
	void stopsWhereAKeyCameWithoutItsBytes() {
		this.scene.keyWithoutBytes = true;
		assertThat(this.scene.oauth().plannable()).isFalse();
	}

	@Test
	void listsOtherAuthServersAsUntouched() {
		assertThat(this.scene.oauth().untouched())
			.anySatisfy((text) -> assertThat(text.values()).containsExactly("EvoSTS"));
	}

	private void twoFit() {
		this.scene.current = Scene.EXPIRED;
		this.scene.store.clear();
		this.scene.store.addAll(List.of(Scene.held(Scene.EXPIRED, "Auth", "SMTP"),
				Scene.held(Scene.OTHER, "Exchange S2S OAuth", "Federation"),
				Scene.held(Scene.THIRD, "Exchange S2S OAuth", "Federation")));
	}

}
