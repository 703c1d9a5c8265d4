package io.hybridge.step;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import io.hybridge.certificate.Certificate;
import io.hybridge.exchange.ExchangeService;
import io.hybridge.exchange.ExchangeState.AuthServer;
import io.hybridge.organization.DomainName;
import io.hybridge.step.change.AddTenantKey;
import io.hybridge.step.change.Change;
import io.hybridge.step.change.CreateAuthCertificate;
import io.hybridge.step.change.PublishNextCertificate;
import io.hybridge.step.change.RecycleApplicationPool;
import io.hybridge.step.change.RestartServiceHost;
import io.hybridge.step.change.SetAuthCertificate;
import io.hybridge.step.change.StageNextCertificate;
import io.hybridge.step.change.part.AuthCertificateRef;
import io.hybridge.step.change.part.AuthCertificateRef.Present;
import io.hybridge.step.examination.Examination;
import io.hybridge.step.examination.Finding;
import io.hybridge.step.examination.FindingLevel;
import io.hybridge.step.examination.StepState;
import io.hybridge.step.examination.TargetState;
import io.hybridge.support.Faults;

import static org.assertj.core.api.Assertions.assertThat;

/** Field cases 7 and 8: what signs next, and what is done when nothing does. */
class RolloverTests {

	private static final Instant NOW = StepFixture.NOW;

	private static final Instant RUNS_SINCE = NOW.minus(StepFixture.days(21));

	private static final Certificate ENDS_SOON = StepFixture.certificate("Microsoft Exchange Server Auth Certificate",
			NOW.plus(StepFixture.days(20)), null);

	private final StepFixture scene = new StepFixture();

	@BeforeEach
	void otherwiseAsWanted() {
		this.scene.authServers.add(new AuthServer("MicrosoftSts", "MicrosoftACS", true, StepFixture.URL, "", ""));
		this.scene.tenantKeys.add(StepFixture.AUTH);
	}

	@Nested
	class FieldCase7 {

		@Test
		void caseE_saysThatExchangeWillSignWithAKeyTheTenantDoesNotKnowAndAddsIt() {
			staged(NOW.plus(StepFixture.days(3)));
			Examination examination = examine();
			assertThat(finding(examination, "NEXT-KEY-MISSING")).satisfies((finding) -> {
				assertThat(finding.verdict()).isEqualTo(FindingLevel.COMING);
				assertThat(finding.values()).contains("instant:" + NOW.plus(StepFixture.days(3)));
			});
			assertThat(examination.changes()).singleElement().isInstanceOfSatisfying(AddTenantKey.class, (added) -> {
				assertThat(added.signer()).isEqualTo(Present.of(StepFixture.OTHER));
				assertThat(added.others()).contains(StepFixture.AUTH.sha256());
			});
			assertThat(examination.exposure()).isTrue();
			assertThat(examination.asWanted()).as("the push proxy need not wait").isTrue();
		}

		@Test
		void caseE_speaksOfADateThatHasPassedAsPassed() {
			staged(NOW.minus(StepFixture.days(2)));
			Examination examination = examine();
			assertThat(codes(examination)).contains("NEXT-KEY-OVERDUE").doesNotContain("NEXT-KEY-MISSING");
			assertThat(finding(examination, "NEXT-KEY-OVERDUE").seen().key()).isEqualTo("seen.next-due-unknown");
			assertThat(examination.changes()).hasAtLeastOneElementOfType(AddTenantKey.class);
		}

		@Test
		void caseE_isFineOnceTheTenantKnowsTheKey() {
			staged(NOW.plus(StepFixture.days(3)));
			RolloverTests.this.scene.tenantKeys.add(StepFixture.OTHER);
			Examination examination = examine();
			assertThat(examination.changes()).isEmpty();
			assertThat(examination.state()).isEqualTo(StepState.IN_EFFECT);
			assertThat(codes(examination)).contains("NEXT-CERTIFICATE-STAGED");
			assertThat(examination.findings()).filteredOn((finding) -> finding.code().equals("FOREIGN-KEY"))
				.as("the next certificate's key is ours")
				.hasSize(1);
		}

		@Test
		void caseE_callsTheKeyOfTheFormerCertificateNobodyElses() {
			RolloverTests.this.scene.store.add(StepFixture.stored(StepFixture.OTHER, "Former", "SMTP"));
			RolloverTests.this.scene.tenantKeys.add(StepFixture.OTHER);
			assertThat(examine().findings()).filteredOn((finding) -> finding.code().startsWith("FOREIGN-KEY"))
				.extracting((finding) -> finding.detail().key())
				.contains("seen.key-of-this-exchange", "seen.foreign-key-without-name");
		}

		@Test
		void caseE_saysNothingOfTheKeyWhileTheTenantIsNotSeen() {
			staged(NOW.plus(StepFixture.days(3)));
			Examination examination = new OAuthStep().examine(RolloverTests.this.scene.withoutSignIn(),
					RolloverTests.this.scene.target);
			assertThat(codes(examination)).doesNotContain("NEXT-KEY-MISSING", "NEXT-CERTIFICATE-STAGED");
		}

		@Test
		void caseE2_publishesTheStagedOneAndSetsNoOther() {
			expired();
			RolloverTests.this.scene.store.add(StepFixture.stored(StepFixture.THIRD, "Exchange S2S OAuth"));
			staged(NOW.plus(StepFixture.days(3)));
			Examination examination = examine();
			assertThat(required(examination)).first()
				.isEqualTo(new PublishNextCertificate(StepFixture.EXPIRED.thumbprint().value(),
						Present.of(StepFixture.OTHER)));
			assertThat(codes(examination)).doesNotContain("CERTIFICATE-CHOICE");
			assertThat(examination.plannable()).isTrue();
		}

		@Test
		void caseE4_stagesANextOneWhoseKeyGoesFirst() {
			RolloverTests.this.scene.current = ENDS_SOON;
			RolloverTests.this.scene.store.add(StepFixture.stored(ENDS_SOON, "Auth", "SMTP"));
			RolloverTests.this.scene.store.removeIf((stored) -> stored.certificate().equals(StepFixture.AUTH));
			RolloverTests.this.scene.tenantKeys.add(ENDS_SOON);
			Examination examination = examine();
			String identifier = RolloverTests.this.scene.target.newKeyIdentifier();
			AuthCertificateRef made = new AuthCertificateRef.ToBeMade(identifier);
			assertThat(examination.changes()).hasSize(3);
			assertThat(examination.changes().get(0))
				.isEqualTo(new CreateAuthCertificate("Exchange S2S OAuth", new DomainName("fabrikam.com"), identifier));
			assertThat(examination.changes().get(1)).isInstanceOfSatisfying(AddTenantKey.class,
					(added) -> assertThat(added.signer()).isEqualTo(made));
			assertThat(examination.changes().get(2)).isInstanceOfSatisfying(StageNextCertificate.class, (next) -> {
				assertThat(next.signer()).isEqualTo(made);
				assertThat(next.effective()).isAfter(NOW.plus(Duration.ofHours(48))).isBefore(ENDS_SOON.notAfter());
			});
			assertThat(finding(examination, "CERTIFICATE-EXPIRES-SOON").verdict()).isEqualTo(FindingLevel.COMING);
		}

		@Test
		void caseE4_stagesOneThatWaitsInsteadOfMakingAnother() {
			RolloverTests.this.scene.current = ENDS_SOON;
			RolloverTests.this.scene.store.add(StepFixture.stored(ENDS_SOON, "Auth", "SMTP"));
			RolloverTests.this.scene.tenantKeys.add(ENDS_SOON);
			assertThat(examine().changes()).singleElement()
				.isInstanceOfSatisfying(StageNextCertificate.class,
						(next) -> assertThat(next.signer()).isEqualTo(Present.of(StepFixture.AUTH)));
		}

		@Test
		void caseE4_keepsTheDateOfThePlanThatAPersonRead() {
			RolloverTests.this.scene.current = ENDS_SOON;
			RolloverTests.this.scene.store.add(StepFixture.stored(ENDS_SOON, "Auth", "SMTP"));
			Instant read = NOW.plus(Duration.ofHours(60));
			TargetState target = RolloverTests.this.scene.target;
			RolloverTests.this.scene.target = new TargetState(target.organization(), target.domain(),
					target.metadataUrl(), target.chosenCertificate(), target.newKeyIdentifier(),
					target.certificateSpread(), Optional.of(read), target.cloud());
			assertThat(examine().changes()).last()
				.isInstanceOfSatisfying(StageNextCertificate.class,
						(next) -> assertThat(next.effective()).isEqualTo(read));
		}

		@Test
		@Faults("F26")
		void waitsADayForExchangeToTakeADueCertificateOver() {
			RolloverTests.this.scene.tenantKeys.add(StepFixture.OTHER);
			staged(NOW.minus(Duration.ofHours(23)));
			assertThat(examine().changes()).isEmpty();
			assertThat(codes(examine())).contains("NEXT-CERTIFICATE-DUE");
		}

		@Test
		void publishesADueCertificateThatWasNotTakenOverAfterGivingItsKey() {
			staged(NOW.minus(StepFixture.days(2)));
			Examination examination = examine();
			assertThat(finding(examination, "NEXT-CERTIFICATE-OVERDUE").verdict()).isEqualTo(FindingLevel.COMING);
			assertThat(required(examination)).hasExactlyElementsOfTypes(AddTenantKey.class,
					PublishNextCertificate.class);
		}

		@Test
		void noticesAStagedCertificateThatNoServerHas() {
			RolloverTests.this.scene.next = StepFixture.OTHER;
			RolloverTests.this.scene.nextEffective = NOW.plus(StepFixture.days(3));
			assertThat(codes(examine())).contains("NEXT-CERTIFICATE-UNFIT").doesNotContain("NEXT-KEY-MISSING");
		}

	}

	@Nested
	class FieldCase8 {

		@Test
		void putsTheExpiredCertificateFirstAndPlansItsRepairWhateverElseIsWrong() {
			expired();
			RolloverTests.this.scene.store.add(StepFixture.stored(StepFixture.OTHER, "Exchange S2S OAuth"));
			RolloverTests.this.scene.secondBuild = "Version 15.0 (Build 712.24)";
			Examination examination = new OAuthStep().examine(RolloverTests.this.scene.withoutSignIn(),
					RolloverTests.this.scene.target);
			assertThat(examination.findings().getFirst().code()).isEqualTo("CERTIFICATE-EXPIRED");
			assertThat(examination.plannable()).isTrue();
			assertThat(examination.state()).isEqualTo(StepState.OUTAGE);
			assertThat(examination.changes()).contains(
					new SetAuthCertificate(StepFixture.EXPIRED.thumbprint().value(), Present.of(StepFixture.OTHER)));
			assertThat(examination.asWanted()).isFalse();
		}

		@Test
		void offersTheRestartsThatMakeItTakeEffectBeforeTheTenantsKey() {
			expired();
			RolloverTests.this.scene.store.add(StepFixture.stored(StepFixture.OTHER, "Exchange S2S OAuth"));
			RolloverTests.this.scene.starts = Map.of(ExchangeService.SERVICE_HOST, RUNS_SINCE, ExchangeService.OWA_POOL,
					RUNS_SINCE, ExchangeService.ECP_POOL, RUNS_SINCE);
			List<Change> changes = examine().changes();
			assertThat(changes.subList(1, 7)).allMatch(Change::optional)
				.contains(new RestartServiceHost("ex2.fabrikam.com", RUNS_SINCE),
						new RecycleApplicationPool("ex1.fabrikam.com", ExchangeService.OWA_POOL, RUNS_SINCE),
						new RecycleApplicationPool("ex1.fabrikam.com", ExchangeService.ECP_POOL, RUNS_SINCE));
			assertThat(changes).last().isInstanceOf(AddTenantKey.class);
		}

		@Test
		void offersNoRestartOfWhatDoesNotRunOrCannotBeRead() {
			expired();
			RolloverTests.this.scene.store.add(StepFixture.stored(StepFixture.OTHER, "Exchange S2S OAuth"));
			assertThat(examine().changes()).noneMatch(Change::optional);
		}

		@Test
		void stillAsksWhichOfTwoIsToSign() {
			expired();
			RolloverTests.this.scene.store.addAll(List.of(StepFixture.stored(StepFixture.OTHER, "Exchange S2S OAuth"),
					StepFixture.stored(StepFixture.THIRD, "Exchange S2S OAuth 2")));
			Examination examination = examine();
			assertThat(examination.plannable()).isFalse();
			assertThat(codes(examination)).startsWith("CERTIFICATE-EXPIRED-UNDECIDED").contains("CERTIFICATE-CHOICE");
			assertThat(finding(examination, "CERTIFICATE-CHOICE").seen())
				.isNotEqualTo(finding(examination, "CERTIFICATE-EXPIRED-UNDECIDED").seen());
		}

		@Test
		void saysWhatToTypeWhereTheShellDoesNotStart() {
			expired();
			RolloverTests.this.scene.store.add(StepFixture.stored(StepFixture.OTHER, "Exchange S2S OAuth"));
			assertThat(finding(examine(), "CERTIFICATE-EXPIRED").values().getLast().lines()).containsExactly(
					"Add-PSSnapin Microsoft.Exchange.Management.PowerShell.SnapIn",
					"Set-AuthConfig -NewCertificateThumbprint " + StepFixture.OTHER.thumbprint().value()
							+ " -NewCertificateEffectiveDate (Get-Date).AddMinutes(1) -Force",
					"Set-AuthConfig -PublishCertificate -Force", "Set-AuthConfig -ClearPreviousCertificate -Force",
					"# on each server", "Restart-Service MSExchangeServiceHost",
					"Restart-WebAppPool MSExchangeOWAAppPool", "Restart-WebAppPool MSExchangeECPAppPool");
		}

		@Test
		void makesACertificateByHandWhereNoneIsFit() {
			expired();
			assertThat(finding(examine(), "CERTIFICATE-EXPIRED").values().getLast())
				.contains("$new = (New-ExchangeCertificate")
				.contains("-NewCertificateThumbprint $new ");
		}

		@Test
		void leavesTheStagedOneToItsPublicationByHand() {
			expired();
			staged(NOW.plus(StepFixture.days(3)));
			assertThat(finding(examine(), "CERTIFICATE-EXPIRED").values().getLast())
				.contains("Set-AuthConfig -PublishCertificate")
				.doesNotContain("-NewCertificateThumbprint");
		}

	}

	private void staged(Instant effective) {
		this.scene.next = StepFixture.OTHER;
		this.scene.nextEffective = effective;
		this.scene.store
			.add(StepFixture.stored(StepFixture.OTHER, "Microsoft Exchange Server Auth Certificate", "SMTP"));
	}

	private void expired() {
		this.scene.current = StepFixture.EXPIRED;
		this.scene.store.removeIf((stored) -> stored.certificate().equals(StepFixture.AUTH));
		this.scene.store.add(StepFixture.stored(StepFixture.EXPIRED, "Auth", "SMTP"));
	}

	private Examination examine() {
		return this.scene.oauth();
	}

	private static List<Change> required(Examination examination) {
		return examination.changes().stream().filter((change) -> !change.optional()).toList();
	}

	private static List<String> codes(Examination examination) {
		return examination.findings().stream().map(Finding::code).toList();
	}

	private static Finding finding(Examination examination, String code) {
		return examination.findings()
			.stream()
			.filter((finding) -> finding.code().equals(code))
			.findFirst()
			.orElseThrow();
	}

}
