package io.hybridge.step;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.hybridge.certificate.Certificate;
import io.hybridge.exchange.ExchangeState.PrivateKey;
import io.hybridge.exchange.ExchangeState.ServerCertificate;
import io.hybridge.exchange.ServerBuild;
import io.hybridge.step.change.AddTenantKey;
import io.hybridge.step.change.CopyAuthCertificate;
import io.hybridge.step.change.CreateAuthCertificate;
import io.hybridge.step.change.SetAuthCertificate;
import io.hybridge.step.change.part.AuthCertificateRef;
import io.hybridge.step.examination.Examination;
import io.hybridge.step.examination.Finding;
import io.hybridge.step.examination.FindingLevel;
import io.hybridge.step.examination.StepState;
import io.hybridge.step.examination.TargetState;
import io.hybridge.support.Faults;
import io.hybridge.web.text.StoredMessage;

import static io.hybridge.step.StepFixture.AUTH;
import static io.hybridge.step.StepFixture.EXPIRED;
import static io.hybridge.step.StepFixture.NOW;
import static io.hybridge.step.StepFixture.OTHER;
import static io.hybridge.step.StepFixture.WEB;
import static io.hybridge.step.StepFixture.days;
import static io.hybridge.step.StepFixture.inStore;
import static io.hybridge.step.StepFixture.plain;
import static io.hybridge.step.StepFixture.stored;
import static org.assertj.core.api.Assertions.assertThat;

/** What people met in the field, as the decision sees it. */
class CertificateFieldCaseTests {

	private final StepFixture scene = new StepFixture();

	@Nested
	class Case1CertificatesLoseTheirKeyFlagOnTheWayOutOfTheSession {

		@Test
		void anUnknownKeyIsNoReasonToReplaceAGoodCertificate() {
			store(plain(AUTH), plain(WEB));
			Examination examination = CertificateFieldCaseTests.this.scene.oauth();
			assertThat(examination.changes()).noneMatch(CertificateFieldCaseTests::replaces)
				.hasAtLeastOneElementOfType(AddTenantKey.class);
			assertThat(examination.plannable()).isTrue();
		}

		@Test
		void saysOnWhichServerAndHowTheKeyCanBeSeen() {
			store(plain(AUTH), plain(WEB));
			assertThat(codes("CERTIFICATE-KEY-UNKNOWN")).extracting(Finding::values)
				.containsExactly(List.of("EX1", AUTH.thumbprint().value()), List.of("EX2", AUTH.thumbprint().value()));
			assertThat(codes("CERTIFICATE-KEY-UNKNOWN")).allMatch((one) -> one.verdict() == FindingLevel.NOTE);
		}

		@Test
		void theStoreTellsWhatTheSessionLost() {
			store(inStore(AUTH, "Auth", PrivateKey.PRESENT), inStore(WEB, "web", PrivateKey.PRESENT));
			assertThat(codes("CERTIFICATE-KEY-UNKNOWN")).isEmpty();
			assertThat(codes("CERTIFICATE-REUSED")).hasSize(1);
		}

		@Test
		void aKeyThatIsKnownToBeNowhereIsOne() {
			store(inStore(AUTH, "Auth", PrivateKey.ABSENT));
			assertThat(CertificateFieldCaseTests.this.scene.oauth().changes())
				.hasAtLeastOneElementOfType(CreateAuthCertificate.class);
			assertThat(codes("CERTIFICATE-UNFIT").getFirst().seen().key()).isEqualTo("unfit.no-private-key");
		}

		@Test
		void expiryIsJudgedBeforeTheKey() {
			CertificateFieldCaseTests.this.scene.current = EXPIRED;
			store(inStore(EXPIRED, "Auth", PrivateKey.ABSENT));
			assertThat(codes("CERTIFICATE-EXPIRED").getFirst().seen().key()).isEqualTo("unfit.expired");
		}

		@Test
		void unknownServicesDoNotMeanThatItServesNobody() {
			CertificateFieldCaseTests.this.scene.current = EXPIRED;
			store(plain(EXPIRED), inStore(OTHER, "Exchange S2S OAuth", PrivateKey.PRESENT));
			Examination examination = CertificateFieldCaseTests.this.scene.oauth();
			assertThat(examination.changes()).noneMatch(CertificateFieldCaseTests::replaces);
			assertThat(examination.candidates()).extracting(Examination.Candidate::thumbprint)
				.containsExactly(OTHER.thumbprint().value());
			assertThat(codes("CERTIFICATE-SERVICES-UNKNOWN")).hasSize(1);
			choose(OTHER);
			assertThat(CertificateFieldCaseTests.this.scene.oauth().changes()).first()
				.isEqualTo(new SetAuthCertificate(EXPIRED.thumbprint().value(), AuthCertificateRef.Present.of(OTHER)));
		}

		@Test
		void aCertificateThatNamesNoHostCanServeNobodyElse() {
			CertificateFieldCaseTests.this.scene.current = EXPIRED;
			store(plain(EXPIRED), inStore(AUTH, "", PrivateKey.PRESENT));
			assertThat(CertificateFieldCaseTests.this.scene.oauth().changes()).first()
				.isEqualTo(new SetAuthCertificate(EXPIRED.thumbprint().value(), AuthCertificateRef.Present.of(AUTH)));
		}

		@Test
		void nothingIsReplacedByWhatNobodySawTheKeyOf() {
			CertificateFieldCaseTests.this.scene.current = EXPIRED;
			store(plain(EXPIRED), plain(AUTH));
			Examination examination = CertificateFieldCaseTests.this.scene.oauth();
			assertThat(examination.changes()).noneMatch(CertificateFieldCaseTests::replaces);
			assertThat(examination.plannable()).isFalse();
			assertThat(codes("CERTIFICATE-KEY-UNSEEN")).hasSize(1);
		}

	}

	@Nested
	class Case2CertificateNotReplicatedToOneServerYet {

		@Test
		void isWaitedForWhileItIsNew() {
			missingOnTheSecondServer(NOW.minus(Duration.ofHours(2)));
			Examination examination = CertificateFieldCaseTests.this.scene.oauth();
			assertThat(examination.changes()).noneMatch(CertificateFieldCaseTests::replaces)
				.noneMatch(CopyAuthCertificate.class::isInstance);
			assertThat(codes("CERTIFICATE-ON-ITS-WAY").getFirst().seen().values())
				.containsExactly("instant:" + NOW.minus(Duration.ofHours(2)));
		}

		/**
		 * Whoever clears the previous certificate changes the auth configuration, too.
		 */
		@Test
		void isNotWaitedForAnewBecauseSomethingElseWasChanged() {
			missingOnTheSecondServer(NOW.minus(Duration.ofHours(2)));
			CertificateFieldCaseTests.this.scene.missedSince = Map.of("ex2.fabrikam.com", NOW.minus(days(3)));
			assertThat(CertificateFieldCaseTests.this.scene.oauth().changes())
				.contains(new CopyAuthCertificate(AUTH.thumbprint().value(), "ex1.fabrikam.com", "ex2.fabrikam.com"));
			assertThat(codes("CERTIFICATE-MISSING").getFirst().seen()).isEqualTo(StoredMessage
				.of("seen.certificate-missed-and-set", NOW.minus(days(3)), NOW.minus(Duration.ofHours(2))));
		}

		@Test
		void isWaitedForFromOurFirstLookWhereExchangeTellsNoDate() {
			missingOnTheSecondServer(null);
			CertificateFieldCaseTests.this.scene.missedSince = Map.of("ex2.fabrikam.com",
					NOW.minus(Duration.ofHours(5)));
			assertThat(CertificateFieldCaseTests.this.scene.oauth().changes())
				.noneMatch(CopyAuthCertificate.class::isInstance);
			Finding finding = codes("CERTIFICATE-ON-ITS-WAY").getFirst();
			assertThat(finding.seen())
				.isEqualTo(StoredMessage.of("seen.certificate-missed", NOW.minus(Duration.ofHours(5))));
			assertThat(finding.values()).contains("instant:" + NOW.plus(Duration.ofHours(19)));
		}

		@Test
		@Faults("F9")
		void isCopiedWhereItStaysMissing() {
			missingOnTheSecondServer(NOW.minus(days(2)));
			assertThat(CertificateFieldCaseTests.this.scene.oauth().changes())
				.contains(new CopyAuthCertificate(AUTH.thumbprint().value(), "ex1.fabrikam.com", "ex2.fabrikam.com"))
				.noneMatch(CertificateFieldCaseTests::replaces);
		}

		@Test
		void isCopiedToTheEntryServerAsWell() {
			CertificateFieldCaseTests.this.scene.secondStore = List.of(stored(AUTH, "Auth", "SMTP"));
			CertificateFieldCaseTests.this.scene.store.clear();
			assertThat(CertificateFieldCaseTests.this.scene.oauth().changes())
				.contains(new CopyAuthCertificate(AUTH.thumbprint().value(), "ex2.fabrikam.com", "ex1.fabrikam.com"))
				.noneMatch(CertificateFieldCaseTests::replaces);
		}

		@ParameterizedTest
		@CsvSource({ "15.0.1497.48, true", "15.1.2507.59, true", "15.1.2507.61, false", "15.2.1258.12, true",
				"15.2.1544.34, true", "15.2.1544.36, false", "15.2.1748.37, true", "15.2.1748.39, false",
				"15.2.2562.27, true", "15.2.2562.29, false", "15.2.3000.1, false" })
		void isCopiedOnlyWhereTheBuildStillHandsOutTheKey(String build, boolean copied) {
			missingOnTheSecondServer(NOW.minus(days(2)));
			CertificateFieldCaseTests.this.scene.exactBuild = ServerBuild.parse(build);
			assertThat(CertificateFieldCaseTests.this.scene.oauth().changes().stream())
				.filteredOn(CopyAuthCertificate.class::isInstance)
				.hasSize(copied ? 1 : 0);
			assertThat(codes("CERTIFICATE-MISSING-BY-HAND")).hasSize(copied ? 0 : 1);
		}

		@Test
		void isNeverReplacedByAThirdOneWhileAServerCannotBeAsked() {
			CertificateFieldCaseTests.this.scene.current = OTHER;
			CertificateFieldCaseTests.this.scene.secondServerSilent = true;
			Examination examination = CertificateFieldCaseTests.this.scene.oauth();
			assertThat(examination.changes()).noneMatch(CertificateFieldCaseTests::replaces);
			assertThat(examination.plannable()).isFalse();
		}

		@Test
		void isNotInEffectWhileAServerLacksIt() {
			missingOnTheSecondServer(NOW.minus(Duration.ofHours(2)));
			CertificateFieldCaseTests.this.scene.tenantKeys.add(AUTH);
			Examination examination = CertificateFieldCaseTests.this.scene.oauth();
			assertThat(examination.state()).isNotEqualTo(StepState.IN_EFFECT);
		}

		private void missingOnTheSecondServer(Instant since) {
			CertificateFieldCaseTests.this.scene.secondServerHolds = false;
			CertificateFieldCaseTests.this.scene.signerSet = since;
		}

	}

	@Test
	void aKeyThatOneServerLostIsNoReasonToReplaceTheCertificate() {
		this.scene.secondStore = List.of(inStore(AUTH, "Auth", PrivateKey.ABSENT));
		assertThat(this.scene.oauth().changes()).noneMatch(CertificateFieldCaseTests::replaces);
		assertThat(codes("CERTIFICATE-WITHOUT-KEY")).extracting(Finding::subject).containsExactly("EX2");
	}

	@Test
	@Faults("F25")
	void saysThatTheAuthCertificateAlsoServesTheMailBetweenTheServers() {
		assertThat(codes("CERTIFICATE-IN-TRANSPORT")).isEmpty();
		this.scene.transport = AUTH;
		assertThat(codes("CERTIFICATE-IN-TRANSPORT")).extracting(Finding::subject).containsExactly("EX1, EX2");
		assertThat(codes("CERTIFICATE-IN-TRANSPORT")).allMatch((one) -> one.verdict() == FindingLevel.NOTE);
	}

	private void store(ServerCertificate... certificates) {
		this.scene.store.clear();
		this.scene.store.addAll(List.of(certificates));
	}

	private void choose(Certificate certificate) {
		TargetState before = this.scene.target;
		this.scene.target = new TargetState(before.organization(), before.domain(), before.metadataUrl(),
				Optional.of(certificate.thumbprint()), before.newKeyIdentifier(), before.certificateSpread());
	}

	private List<Finding> codes(String code) {
		return this.scene.oauth().findings().stream().filter((finding) -> finding.code().equals(code)).toList();
	}

	private static boolean replaces(Object change) {
		return change instanceof CreateAuthCertificate || change instanceof SetAuthCertificate;
	}

}
