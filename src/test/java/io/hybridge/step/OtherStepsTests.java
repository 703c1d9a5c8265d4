package io.hybridge.step;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.hybridge.exchange.ExchangeState;
import io.hybridge.exchange.ExchangeState.AuthServer;
import io.hybridge.exchange.ServerBuild;
import io.hybridge.microsoft365.KeyPolicy;
import io.hybridge.microsoft365.TenantDiscovery;
import io.hybridge.microsoft365.TenantReading;
import io.hybridge.microsoft365.TenantReading.AssignedPlan;
import io.hybridge.microsoft365.TenantReading.TenantDomain;
import io.hybridge.organization.DomainName;
import io.hybridge.remote.RemoteFailure;
import io.hybridge.step.change.EnablePushProxy;
import io.hybridge.step.examination.Examination;
import io.hybridge.step.examination.Finding;
import io.hybridge.step.examination.FindingLevel;
import io.hybridge.step.examination.StepState;
import io.hybridge.step.observation.Observation;
import io.hybridge.step.observation.Reading;
import io.hybridge.support.Faults;
import io.hybridge.web.text.StoredMessage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class OtherStepsTests {

	private final StepFixture scene = new StepFixture();

	@Test
	void tenantIsInEffectWithVerifiedDomainPlanAndRole() {
		assertThat(tenant(found(), seen(true, "Enabled", true)).state()).isEqualTo(StepState.IN_EFFECT);
		assertThat(tenant(found(), seen(true, "Warning", true)).state()).isEqualTo(StepState.IN_EFFECT);
	}

	@Test
	@Faults("F49")
	void tenantNamesWhatIsMissing() {
		assertThat(codes(
				tenant(new Reading.Seen<>(new TenantDiscovery.NotFound(90002, "")), new Reading.SignInNeeded<>())))
			.containsExactly("TENANT-UNKNOWN-DOMAIN");
		assertThat(codes(tenant(found(), seen(false, "Enabled", true)))).contains("DOMAIN-NOT-VERIFIED");
		assertThat(codes(tenant(found(), seen(true, "Suspended", true)))).contains("PLAN-MISSING");
		assertThat(codes(tenant(found(), seen(true, "Enabled", false)))).contains("ROLE-NOT-SEEN");
		assertThat(tenant(found(), new Reading.SignInNeeded<>()).state()).isEqualTo(StepState.NEEDS_ATTENTION);
	}

	@ParameterizedTest
	@CsvSource({ "15.0,712.24,false", "15.0,775.37,false", "15.0,775.38,true", "15.0,847.32,true", "14.3,123.4,false",
			"15.1,225.42,true", "15.2,9999.1,true" })
	void serversPassFromCu3On(String version, String build, boolean passes) {
		this.scene.secondBuild = "Version " + version + " (Build " + build + ")";
		assertThat(new ServersStep().examine(this.scene.world(), this.scene.target).plannable()).isEqualTo(passes);
	}

	@Test
	void serversAreJudgedByTheBuildTheyTellOfThemselves() {
		this.scene.secondBuild = "Version 15.2 (Build 1748.10)";
		this.scene.secondExactly = new ServerBuild(15, 2, 1748, 24);
		assertThat(second().seen()).isEqualTo(StoredMessage.of("seen.build", "Exchange 2019 CU15 Apr25HU",
				"15.2.1748.24", LocalDate.of(2025, 4, 18)));
		assertThat(second().notes()).extracting(StoredMessage::key)
			.containsExactly("seen.newer-sold", "seen.never-graph");
		this.scene.secondExactly = new ServerBuild(15, 2, 1748, 23);
		assertThat(second().notes()).extracting(StoredMessage::key)
			.containsExactly("seen.newer-sold", "seen.needed-for-application", "seen.never-graph");
	}

	@Test
	void ofADisplayedVersionNothingIsSaidThatItHides() {
		this.scene.secondBuild = "Version 15.2 (Build 1748.10)";
		assertThat(second().seen())
			.isEqualTo(StoredMessage.of("seen.build", "Exchange 2019 CU15", "15.2.1748.10", LocalDate.of(2025, 2, 10)));
		assertThat(second().notes()).extracting(StoredMessage::key)
			.containsExactly("seen.build-displayed", "seen.never-graph");
		this.scene.secondBuild = "Version 15.2 (Build 1258.12)";
		assertThat(second().notes()).extracting(StoredMessage::key)
			.containsExactly("seen.build-displayed", "seen.newer-sold", "seen.needed-for-application",
					"seen.never-graph");
	}

	@Test
	void anUpdateOfCu14ThatIsNewerThanTheTablePassesTheGate() {
		this.scene.secondBuild = "Version 15.2 (Build 1544.4)";
		this.scene.secondExactly = new ServerBuild(15, 2, 1544, 60);
		assertThat(second().code()).isEqualTo("SERVER-BUILD-NEWER");
		assertThat(second().verdict()).isEqualTo(FindingLevel.MEETS);
		assertThat(second().notes()).extracting(StoredMessage::key).containsExactly("seen.never-graph");
	}

	@ParameterizedTest
	@CsvSource({ "Edge, Version 14.3 (Build 123.4), SERVER-LEFT-OUT, NOTE",
			"Edge, Version 15.0 (Build 712.24), SERVER-LEFT-OUT, NOTE", "Edge, gone, SERVER-LEFT-OUT, NOTE",
			"ClientAccess, Version 15.0 (Build 712.24), SERVER-BUILD-TOO-OLD, BLOCKS",
			"'', Version 15.0 (Build 712.24), SERVER-BUILD-TOO-OLD, BLOCKS",
			"'ClientAccess, HubTransport', Version 14.3 (Build 123.4), SERVER-LEFT-OUT, NOTE",
			"'Mailbox, HubTransport', Version 14.3 (Build 123.4), SERVER-BEFORE-2013, BLOCKS",
			"'', Version 14.3 (Build 123.4), SERVER-BEFORE-2013, BLOCKS",
			"Mailbox, Version 8.3 (Build 83.6), SERVER-BEFORE-2013, BLOCKS" })
	void onlyServersThatMayHoldMailboxesOrAreExchange2013AreInTheGate(String roles, String version, String code,
			FindingLevel level) {
		this.scene.secondRoles = roles;
		this.scene.secondBuild = version;
		assertThat(second().code()).isEqualTo(code);
		assertThat(second().verdict()).isEqualTo(level);
	}

	@ParameterizedTest
	@CsvSource({ "15.2.2562.46, EX1", "15.2.2562.20, 'EX1, EX2'", "15.2.1748.53, 'EX1, EX2'" })
	void tellWhichServersTheEndOfEwsMayConcern(String build, String servers) {
		this.scene.secondBuild = "Version 15.2 (Build 2562.17)";
		this.scene.secondExactly = ServerBuild.parse(build).orElseThrow();
		Finding ends = ews(this.scene.world());
		assertThat(ends.verdict()).isEqualTo(FindingLevel.NOTE);
		assertThat(ends.seen()).isEqualTo(StoredMessage.of("seen.ews-ends", LocalDate.of(2027, 4, 1)));
		assertThat(ends.notes()).containsExactly(StoredMessage.of("seen.ews-concerns", servers));
		Observation later = new Observation(Instant.parse("2027-04-01T08:00:00Z"), this.scene.world().exchange(),
				new Reading.NotAsked<>(), new Reading.NotAsked<>());
		assertThat(ews(later).seen().key()).isEqualTo("seen.ews-ended");
	}

	private Finding ews(Observation seen) {
		return new ServersStep().examine(seen, this.scene.target)
			.findings()
			.stream()
			.filter((finding) -> finding.code().equals("EWS-ENDS"))
			.findFirst()
			.orElseThrow();
	}

	@Test
	void tellHowOldTheTableOfBuildsIs() {
		assertThat(new ServersStep().examine(this.scene.world(), this.scene.target).findings())
			.anySatisfy((finding) -> assertThat(finding.seen())
				.isEqualTo(StoredMessage.of("seen.build-table", LocalDate.of(2026, 10, 2))));
	}

	@ParameterizedTest
	@CsvSource({ "Version 15.0 (Build 712.24), SERVERS-NOT-IN-EFFECT", "Version fifteen, SERVERS-UNKNOWN" })
	void pushProxyWaitsForTheServers(String version, String code) {
		oauthInEffect();
		this.scene.secondBuild = version;
		assertThat(codes(pushProxy())).contains(code);
		assertThat(pushProxy().plannable()).isFalse();
	}

	@Test
	void serversConcludeNothingFromAVersionThatCannotBeRead() {
		this.scene.secondBuild = "Version fifteen";
		assertThat(new ServersStep().examine(this.scene.world(), this.scene.target).state())
			.isEqualTo(StepState.UNSEEN);
	}

	@Test
	void serversTellWhenOurLooksSawThemFirstAndNothingWhereNobodyKnows() {
		Instant first = Instant.parse("2026-11-24T09:12:00Z");
		Observation seen = this.scene.world().withFirstSeen(Map.of("ex1.fabrikam.com", first));
		assertThat(new ServersStep().examine(seen, this.scene.target).findings())
			.filteredOn((finding) -> finding.subject().startsWith("EX"))
			.extracting(Finding::subject, (finding) -> finding.setting().firstSeen())
			.containsExactlyInAnyOrder(tuple("EX1", first), tuple("EX2", null));
	}

	@Test
	void serversConcludeNothingFromSilence() {
		Observation silent = new Observation(StepFixture.NOW,
				new Reading.NotSeen<ExchangeState>(RemoteFailure.withoutEffect("EX1", "x", "")),
				new Reading.NotAsked<>(), new Reading.NotAsked<>());
		assertThat(new ServersStep().examine(silent, this.scene.target).state()).isEqualTo(StepState.UNSEEN);
	}

	@Test
	void pushProxyWaitsForOAuth() {
		assertThat(codes(pushProxy())).contains("OAUTH-NOT-IN-EFFECT");
	}

	@Test
	void pushProxyIsPlannedWhenOAuthIsInEffect() {
		oauthInEffect();
		assertThat(pushProxy().changes()).containsExactly(new EnablePushProxy("", new DomainName("fabrikam.com")));
		assertThat(pushProxy().plannable()).isTrue();
	}

	@Test
	@Faults("F29")
	void pushProxyOfAnotherOrganizationIsNotTakenAway() {
		oauthInEffect();
		this.scene.proxy = StepFixture.shown(true, "contoso.com");
		assertThat(pushProxy().changes()).isEmpty();
		assertThat(pushProxy().state()).isEqualTo(StepState.NEEDS_ATTENTION);
	}

	private Finding second() {
		return new ServersStep().examine(this.scene.world(), this.scene.target)
			.findings()
			.stream()
			.filter((finding) -> finding.subject().equals("EX2"))
			.findFirst()
			.orElseThrow();
	}

	private void oauthInEffect() {
		this.scene.authServers.add(new AuthServer("MicrosoftSts", "MicrosoftACS", true, StepFixture.URL, "", ""));
		this.scene.tenantKeys.add(StepFixture.AUTH);
	}

	private Examination pushProxy() {
		return new PushProxyStep().examine(this.scene.world(), this.scene.target);
	}

	private Examination tenant(Reading<TenantDiscovery> discovery, Reading<TenantReading.Seen> tenant) {
		return new TenantStep().examine(new Observation(StepFixture.NOW, new Reading.NotAsked<>(), discovery, tenant),
				this.scene.target);
	}

	private static Reading<TenantDiscovery> found() {
		return new Reading.Seen<>(new TenantDiscovery.Found("t", ""));
	}

	private static Reading<TenantReading.Seen> seen(boolean verified, String plan, boolean mayWriteKeys) {
		return new Reading.Seen<>(new TenantReading.Seen(StepFixture.NOW, "t", "Fabrikam", "admin@fabrikam.com",
				List.of("Global Administrator"), mayWriteKeys,
				List.of(new TenantDomain("fabrikam.com", verified, false, true)),
				List.of(new AssignedPlan("exchange", plan)), Optional.empty(), new KeyPolicy.Unlimited(), ""));
	}

	private static List<String> codes(Examination examination) {
		return examination.findings().stream().map(Finding::code).toList();
	}

}
