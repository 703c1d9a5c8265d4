package io.hybridge.step;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import io.hybridge.certificate.Certificate;
import io.hybridge.exchange.ExchangeState.AuthServer;
import io.hybridge.organization.DomainName;
import io.hybridge.step.change.AddTenantKey;
import io.hybridge.step.change.Change;
import io.hybridge.step.change.CreateAuthCertificate;
import io.hybridge.step.change.SetAuthCertificate;
import io.hybridge.step.change.SetAuthServer;
import io.hybridge.step.change.part.AuthCertificateRef;
import io.hybridge.step.examination.Examination;
import io.hybridge.step.examination.Finding;
import io.hybridge.step.examination.FindingLevel;
import io.hybridge.step.examination.SeenObject;
import io.hybridge.step.examination.StepState;
import io.hybridge.step.examination.TargetState;
import io.hybridge.support.Faults;
import io.hybridge.web.text.StoredMessage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class OAuthStepTests {

	private final StepFixture scene = new StepFixture();

	@Test
	void tellsOfEachObjectWhereItWasSeenAndWhatIsWanted() {
		List<Finding> findings = this.scene.oauth().findings();
		assertThat(findings).filteredOn((finding) -> finding.verdict() != FindingLevel.NOTE)
			.isNotEmpty()
			.allMatch((finding) -> finding.object().isPresent() && finding.setting().wanted() != null);
		assertThat(findings).filteredOn((finding) -> finding.verdict() == FindingLevel.NOTE)
			.allMatch((finding) -> finding.setting().wanted() == null);
		assertThat(findings)
			.extracting((finding) -> finding.object().orElseThrow(), (finding) -> finding.setting().where())
			.contains(tuple(SeenObject.AUTH_CERTIFICATE, "EX1, EX2"),
					tuple(SeenObject.AUTH_CONFIGURATION, "ex1.fabrikam.com"),
					tuple(SeenObject.AUTH_SERVER, "ex1.fabrikam.com"), tuple(SeenObject.TENANT_KEY, "Microsoft 365"),
					tuple(SeenObject.OTHER_KEY, "Microsoft 365"));
	}

	@Test
	@Faults("F20")
	void reusesTheGoodCertificateAndPlansAuthServerAndKey() {
		Examination examination = this.scene.oauth();
		assertThat(examination.changes()).containsExactly(new SetAuthServer("MicrosoftSts", null, StepFixture.URL),
				new AddTenantKey(AuthCertificateRef.Present.of(StepFixture.AUTH),
						List.of(StepFixture.FOREIGN.sha256())));
		assertThat(examination.plannable()).isTrue();
		assertThat(examination.exposure()).isTrue();
	}

	@Test
	@Faults("F20")
	void plansNothingWhenAllIsAsWanted() {
		this.scene.authServers.add(new AuthServer("MicrosoftSts", "MicrosoftACS", true, StepFixture.URL, "", ""));
		this.scene.tenantKeys.add(StepFixture.AUTH);
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
	@Faults("F22")
	void replacesAnExpiredCertificateByTheOneThatIsFit() {
		this.scene.current = StepFixture.EXPIRED;
		this.scene.store.clear();
		this.scene.store.addAll(List.of(StepFixture.stored(StepFixture.EXPIRED, "Auth", "SMTP"),
				StepFixture.stored(StepFixture.OTHER, "Exchange S2S OAuth", "Federation"),
				StepFixture.stored(StepFixture.WEB, "OAuth web", "IIS")));
		assertThat(this.scene.oauth().changes()).hasSize(3)
			.first()
			.isEqualTo(new SetAuthCertificate(StepFixture.EXPIRED.thumbprint().value(),
					AuthCertificateRef.Present.of(StepFixture.OTHER)));
	}

	/** A refusal comes after what was changed in Exchange. */
	@Test
	void warnsBeforeApplyWhereNoRoleWasSeenThatMayChangeKeys() {
		assertThat(this.scene.oauth().sideEffects()).extracting(StoredMessage::key)
			.doesNotContain("side-effect.role-not-seen");
		this.scene.mayWriteKeys = false;
		assertThat(this.scene.oauth().changes()).hasAtLeastOneElementOfType(AddTenantKey.class);
		assertThat(this.scene.oauth().sideEffects()).extracting(StoredMessage::key)
			.contains("side-effect.role-not-seen");
	}

	@Test
	@Faults("F21")
	void neverTakesTheFirstOfTwo() {
		twoFit();
		Examination examination = this.scene.oauth();
		assertThat(examination.plannable()).isFalse();
		assertThat(examination.candidates()).extracting(Examination.Candidate::thumbprint)
			.containsExactly(StepFixture.OTHER.thumbprint().value(), StepFixture.THIRD.thumbprint().value());
	}

	@Test
	void plansWithTheChosenOne() {
		twoFit();
		this.scene.target = new TargetState("Fabrikam", new DomainName("fabrikam.com"), StepFixture.URL,
				Optional.of(StepFixture.THIRD.thumbprint()), "x", Duration.ofDays(1));
		assertThat(this.scene.oauth().changes()).first()
			.isEqualTo(new SetAuthCertificate(StepFixture.EXPIRED.thumbprint().value(),
					AuthCertificateRef.Present.of(StepFixture.THIRD)));
	}

	@Test
	void makesANewOneOnlyWhereNoneIsFit() {
		this.scene.current = StepFixture.EXPIRED;
		this.scene.store.clear();
		this.scene.store.addAll(List.of(StepFixture.stored(StepFixture.EXPIRED, "Auth", "SMTP"),
				StepFixture.stored(StepFixture.WEB, "OAuth web", "IIS", "SMTP")));
		assertThat(this.scene.oauth().changes()).hasSize(4)
			.first()
			.isEqualTo(new CreateAuthCertificate("Exchange S2S OAuth", new DomainName("fabrikam.com"),
					"0123456789abcdef0123456789abcdef"));
	}

	@Test
	void changesTheAuthServerBeforeTheCertificateBecauseItCanBeRefused() {
		this.scene.current = null;
		this.scene.store.clear();
		assertThat(this.scene.oauth().changes()).extracting(Change::key)
			.containsExactly("set-auth-server", "create-auth-certificate", "set-auth-certificate", "add-tenant-key");
	}

	@Test
	@Faults("F24")
	void neverTakesAWebCertificateHoweverItIsCalled() {
		this.scene.current = StepFixture.EXPIRED;
		assertThat(this.scene.oauth().changes()).noneMatch((change) -> change instanceof SetAuthCertificate set
				&& set.signer() instanceof AuthCertificateRef.Present present
				&& present.thumbprint().equals(StepFixture.WEB.thumbprint().value()));
	}

	@Test
	@Faults("F22")
	void doesNotReuseAWeakKey() {
		Certificate weak = StepFixture.certificate(StepFixture.keys(1024), "Microsoft Exchange Server Auth Certificate",
				StepFixture.NOW.plus(StepFixture.days(400)), null);
		this.scene.current = weak;
		this.scene.store.add(StepFixture.stored(weak, "Auth", "SMTP"));
		assertThat(this.scene.oauth().findings())
			.anySatisfy((finding) -> assertThat(finding.seen().key()).isEqualTo("unfit.weak-key"));
	}

	@Test
	void case08AnExpiredCertificateIsMendedWhateverTheBuilds() {
		this.scene.current = StepFixture.EXPIRED;
		this.scene.store.add(StepFixture.stored(StepFixture.EXPIRED, "Auth", "SMTP"));
		for (String build : List.of("Version 15.0 (Build 712.24)", "Version 14.3 (Build 123.4)", "Version fifteen")) {
			this.scene.secondBuild = build;
			assertThat(this.scene.oauth().plannable()).as(build).isTrue();
			assertThat(this.scene.oauth().changes()).as(build).anyMatch(SetAuthCertificate.class::isInstance);
			assertThat(this.scene.oauth().findings()).as(build)
				.noneMatch((finding) -> finding.code().startsWith("SERVER"));
		}
	}

	@Test
	void doesNotMissTheCertificateOnAServerThatIsOlderThanExchange2013() {
		this.scene.secondServerHolds = false;
		assertThat(this.scene.oauth().findings()).anyMatch(OAuthStepTests::misses);
		this.scene.secondBuild = "Version 14.3 (Build 123.4)";
		assertThat(this.scene.oauth().findings()).noneMatch(OAuthStepTests::misses);
	}

	private static boolean misses(Finding finding) {
		return finding.code().startsWith("CERTIFICATE-MISSING") || finding.code().equals("CERTIFICATE-ON-ITS-WAY");
	}

	@Test
	void plansNothingWhileNobodyIsSignedIn() {
		Examination examination = new OAuthStep().examine(this.scene.withoutSignIn(), this.scene.target);
		assertThat(examination.plannable()).isFalse();
		assertThat(examination.state()).isEqualTo(StepState.NEEDS_ATTENTION);
	}

	@Test
	void stopsWhereAKeyCameWithoutItsBytes() {
		this.scene.keyWithoutBytes = true;
		assertThat(this.scene.oauth().plannable()).isFalse();
	}

	@Test
	@Faults("F28")
	void listsOtherAuthServersAsUntouched() {
		assertThat(this.scene.oauth().untouched())
			.anySatisfy((text) -> assertThat(text.values()).containsExactly("EvoSTS"));
	}

	private void twoFit() {
		this.scene.current = StepFixture.EXPIRED;
		this.scene.store.clear();
		this.scene.store.addAll(List.of(StepFixture.stored(StepFixture.EXPIRED, "Auth", "SMTP"),
				StepFixture.stored(StepFixture.OTHER, "Exchange S2S OAuth", "Federation"),
				StepFixture.stored(StepFixture.THIRD, "Exchange S2S OAuth", "Federation")));
	}

}
