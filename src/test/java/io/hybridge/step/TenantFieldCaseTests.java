package io.hybridge.step;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.hybridge.exchange.ExchangeState.AuthServer;
import io.hybridge.microsoft365.KeyPolicy;
import io.hybridge.microsoft365.KnownCloud;
import io.hybridge.microsoft365.TenantDiscovery;
import io.hybridge.microsoft365.TenantReading;
import io.hybridge.step.change.AddTenantKey;
import io.hybridge.step.change.Change;
import io.hybridge.step.change.RemoveDuplicateTenantKeys;
import io.hybridge.step.change.RemoveTenantKeyEntry;
import io.hybridge.step.change.WayBack;
import io.hybridge.step.change.part.AuthCertificateRef;
import io.hybridge.step.change.part.RemoteCall;
import io.hybridge.step.examination.Examination;
import io.hybridge.step.examination.Finding;
import io.hybridge.step.examination.FindingLevel;
import io.hybridge.step.examination.StepState;
import io.hybridge.step.observation.Observation;
import io.hybridge.step.observation.Reading;
import io.hybridge.step.readback.ReadBackResult;
import io.hybridge.support.Faults;

import static org.assertj.core.api.Assertions.assertThat;

/** What administrators met in their tenants, by the number of the field case. */
class TenantFieldCaseTests {

	private static final Instant LAST_MONTH = StepFixture.NOW.minus(Duration.ofDays(30));

	private static final AuthCertificateRef OURS = AuthCertificateRef.Present.of(StepFixture.AUTH);

	private final StepFixture scene = new StepFixture();

	TenantFieldCaseTests() {
		this.scene.authServers.add(new AuthServer("MicrosoftSts", "MicrosoftACS", true, StepFixture.URL, "", ""));
	}

	@Test
	void case6KeyEntryHasEndedAndItsCertificateHasNot() {
		entry("Verify", LAST_MONTH);
		Examination examination = this.scene.oauth();
		assertThat(finding(examination, "TENANT-KEY-ENDED").verdict()).isEqualTo(FindingLevel.DIFFERS);
		assertThat(finding(examination, "TENANT-KEY-ENDED").seen().values()).contains("instant:" + LAST_MONTH);
		assertThat(examination.changes()).hasExactlyElementsOfTypes(RemoveTenantKeyEntry.class, AddTenantKey.class)
			.last()
			.isEqualTo(new AddTenantKey(OURS, List.of(StepFixture.FOREIGN.sha256())));
		assertThat(examination.plannable()).isTrue();
		assertThat(examination.exposure()).isTrue();
	}

	@Test
	void case6KeyEntryForSigningDoesNotCount() {
		entry("Sign", StepFixture.AUTH.notAfter());
		Examination examination = this.scene.oauth();
		assertThat(finding(examination, "TENANT-KEY-OF-ANOTHER-USE").seen().values()).contains("Sign",
				"X509CertAndPassword");
		assertThat(examination.changes()).hasExactlyElementsOfTypes(RemoveTenantKeyEntry.class, AddTenantKey.class);
	}

	@Test
	void case6KeyEntryIsReadBackExactlyWhileItIsReplaced() {
		entry("Verify", LAST_MONTH);
		List<Change> changes = this.scene.oauth().changes();
		RemoveTenantKeyEntry remove = (RemoveTenantKeyEntry) changes.getFirst();
		AddTenantKey add = (AddTenantKey) changes.getLast();
		assertThat(remove.judge(this.scene.world())).isInstanceOf(ReadBackResult.Before.class);
		assertThat(add.judge(this.scene.world())).isInstanceOf(ReadBackResult.Before.class);
		this.scene.tenantEntries.clear();
		assertThat(remove.judge(this.scene.world())).isInstanceOf(ReadBackResult.Desired.class);
		assertThat(add.judge(this.scene.world())).isInstanceOf(ReadBackResult.Before.class);
		entry("Verify", StepFixture.NOW.plus(Duration.ofDays(365)));
		assertThat(add.judge(this.scene.world()).found()).contains("2027-11-24");
		assertThat(add.judge(this.scene.world())).isInstanceOf(ReadBackResult.Desired.class);
		this.scene.tenantKeys.remove(StepFixture.FOREIGN);
		assertThat(remove.judge(this.scene.world())).isInstanceOf(ReadBackResult.Unexplained.class);
		assertThat(add.judge(this.scene.world())).isInstanceOf(ReadBackResult.Unexplained.class);
		assertThat(remove.wayBack(this.scene.world(), null)).isEqualTo(new WayBack.None());
		assertThat(add.wayBack(this.scene.world(), null)).isInstanceOf(WayBack.By.class);
	}

	@Test
	void showsAndWatchesTheEndThatTheServiceChose() {
		Instant end = StepFixture.NOW.plus(Duration.ofDays(365));
		entry("Verify", end);
		Examination examination = this.scene.oauth();
		assertThat(examination.state()).isEqualTo(StepState.IN_EFFECT);
		assertThat(finding(examination, "TENANT-KEY-MEETS").detail().values()).contains("instant:" + end);
		assertThat(examination.certificateExpires()).contains(end);
	}

	@Test
	void saysThatAnEntryEndsSoonAndPlansToReplaceIt() {
		Instant end = StepFixture.NOW.plus(Duration.ofDays(20));
		entry("Verify", end);
		Examination examination = this.scene.oauth();
		assertThat(finding(examination, "TENANT-KEY-ENDS-SOON").verdict()).isEqualTo(FindingLevel.COMING);
		assertThat(finding(examination, "TENANT-KEY-ENDS-SOON").values()).contains("instant:" + end);
		assertThat(examination.changes()).hasExactlyElementsOfTypes(RemoveTenantKeyEntry.class, AddTenantKey.class);
		assertThat(examination.state()).isEqualTo(StepState.READY_TO_PLAN);
	}

	@Test
	void saysFromWhenOnAnEntryThatEndsBeforeItsCertificateWillBeReplaced() {
		Instant end = StepFixture.NOW.plus(Duration.ofDays(200));
		entry("Verify", end);
		Examination examination = this.scene.oauth();
		Finding finding = finding(examination, "TENANT-KEY-ENDS-FIRST");
		assertThat(finding.seen().values()).containsExactly("instant:" + end, "instant:" + StepFixture.AUTH.notAfter());
		assertThat(finding.notes().getFirst().values()).containsExactly("instant:" + end.minus(Duration.ofDays(30)));
		assertThat(examination.changes()).isEmpty();
		assertThat(examination.state()).isEqualTo(StepState.IN_EFFECT);
	}

	@Test
	@Faults("F47")
	void cleansUpTheSameCertificateTwiceAndStaysInEffect() {
		entry("Verify", StepFixture.AUTH.notAfter());
		entry("Verify", StepFixture.NOW.plus(Duration.ofDays(300)));
		Examination examination = this.scene.oauth();
		assertThat(finding(examination, "TENANT-KEY-TWICE").verdict()).isEqualTo(FindingLevel.NOTE);
		assertThat(examination.state()).isEqualTo(StepState.IN_EFFECT);
		RemoveDuplicateTenantKeys change = (RemoveDuplicateTenantKeys) examination.changes().getFirst();
		assertThat(change.call(this.scene.world())).contains(new RemoteCall.KeepOneKey(StepFixture.AUTH.sha256()));
		assertThat(change.judge(this.scene.world())).isInstanceOf(ReadBackResult.Before.class);
		this.scene.tenantEntries.removeFirst();
		assertThat(change.judge(this.scene.world())).isInstanceOf(ReadBackResult.Desired.class);
		this.scene.tenantEntries.clear();
		assertThat(change.judge(this.scene.world())).isInstanceOf(ReadBackResult.Unexplained.class);
	}

	@Test
	void leavesTheGoodEntryAloneWhereAUselessOneIsBesideIt() {
		entry("Verify", LAST_MONTH);
		entry("Verify", StepFixture.AUTH.notAfter());
		Examination examination = this.scene.oauth();
		assertThat(finding(examination, "TENANT-KEY-LEFT-OVER").verdict()).isEqualTo(FindingLevel.NOTE);
		assertThat(examination.changes()).isEmpty();
		assertThat(examination.state()).isEqualTo(StepState.IN_EFFECT);
	}

	@Test
	void duplicatesDoNotHoldThePushProxyUp() {
		entry("Verify", StepFixture.AUTH.notAfter());
		entry("Verify", StepFixture.AUTH.notAfter());
		Examination proxy = new PushProxyStep().examine(this.scene.world(), this.scene.target);
		assertThat(proxy.findings()).extracting(Finding::code).doesNotContain("OAUTH-NOT-IN-EFFECT");
		assertThat(proxy.plannable()).isTrue();
	}

	@Test
	void case13KeyLifetimePolicyShortensTheEntryThatIsPlanned() {
		this.scene.keyPolicy = new KeyPolicy.AtMost(Duration.ofDays(365));
		Examination examination = this.scene.oauth();
		assertThat(finding(examination, "KEY-POLICY-LIMITS").seen().values()).contains("365");
		assertThat(examination.changes()).containsExactly(
				new AddTenantKey(OURS, List.of(StepFixture.FOREIGN.sha256()), Optional.of(Duration.ofDays(365))));
	}

	@Test
	void case13KeyLifetimePolicyThatNobodyMayReadIsSaidToBeUnknown() {
		this.scene.keyPolicy = new KeyPolicy.NotRead();
		Examination examination = this.scene.oauth();
		assertThat(finding(examination, "KEY-POLICY-NOT-READ").verdict()).isEqualTo(FindingLevel.NOTE);
		assertThat(examination.plannable()).isTrue();
	}

	@Test
	void case16RoleThatIsOnlyGuessedToBeMissingBlocksNothing() {
		TenantReading.Seen seen = this.scene.tenant();
		TenantReading.Seen without = new TenantReading.Seen(seen.takenAt(), seen.tenantId(), seen.displayName(),
				seen.signedInAs(), List.of(), false,
				List.of(new TenantReading.TenantDomain("fabrikam.com", true, false, true)),
				List.of(new TenantReading.AssignedPlan("exchange", "Enabled")), seen.principal(), seen.keyPolicy(), "");
		Examination tenant = tenant(new TenantDiscovery.Found(StepFixture.TENANT, ""), new Reading.Seen<>(without));
		assertThat(finding(tenant, "ROLE-NOT-SEEN").verdict()).isEqualTo(FindingLevel.NOTE);
		assertThat(tenant.state()).isEqualTo(StepState.IN_EFFECT);
		Examination oauth = new OAuthStep().examine(this.scene.world().withTenant(new Reading.Seen<>(without)),
				this.scene.target);
		assertThat(oauth.plannable()).isTrue();
		assertThat(oauth.changes()).hasExactlyElementsOfTypes(AddTenantKey.class);
	}

	@ParameterizedTest
	@CsvSource({ "US_GOVERNMENT_L4, microsoftonline.us, TENANT-IN-UNCONFIRMED-CLOUD",
			"CHINA, partner.microsoftonline.cn, TENANT-IN-UNCONFIRMED-CLOUD",
			", sovcloud.fr, TENANT-IN-ANOTHER-CLOUD" })
	@Faults("F50")
	void case18GccHighTenantAndOtherCloudsAreNamedAndBlock(KnownCloud cloud, String instance, String code) {
		Examination examination = tenant(new TenantDiscovery.OtherCloud(Optional.ofNullable(cloud), instance, "{}"),
				new Reading.SignInNeeded<>());
		assertThat(examination.findings()).extracting(Finding::code).containsExactly(code);
		assertThat(examination.state()).isEqualTo(StepState.NEEDS_ATTENTION);
	}

	@Test
	void case18AnotherErrorThan90002ConcludesNothingOfTheDomain() {
		Examination examination = tenant(new TenantDiscovery.Refused(90013, "{}"), new Reading.SignInNeeded<>());
		Finding finding = finding(examination, "TENANT-LOOKUP-REFUSED");
		assertThat(finding.seen().values()).containsExactly("AADSTS90013");
		assertThat(examination.state()).isEqualTo(StepState.UNSEEN);
	}

	private void entry(String usage, Instant end) {
		this.scene.tenantEntries.add(StepFixture.entry(StepFixture.AUTH, usage, end));
	}

	private Examination tenant(TenantDiscovery discovery, Reading<TenantReading.Seen> tenant) {
		return new TenantStep().examine(
				new Observation(StepFixture.NOW, new Reading.NotAsked<>(), new Reading.Seen<>(discovery), tenant),
				this.scene.target);
	}

	private static Finding finding(Examination examination, String code) {
		return examination.findings()
			.stream()
			.filter((finding) -> finding.code().equals(code))
			.findFirst()
			.orElseThrow(() -> new AssertionError(examination.findings().toString()));
	}

}
