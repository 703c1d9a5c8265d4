package io.hybridge.run.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import io.hybridge.certificate.Certificate;
import io.hybridge.certificate.Thumbprint;
import io.hybridge.exchange.ExchangeState.AuthServer;
import io.hybridge.microsoft365.TenantReading.TenantKey;
import io.hybridge.organization.OrganizationId;
import io.hybridge.remote.RemoteFailure;
import io.hybridge.run.change.ChangeState;
import io.hybridge.run.change.JournaledChange;
import io.hybridge.run.change.JournaledChanges;
import io.hybridge.step.StepFixture;
import io.hybridge.step.StepName;
import io.hybridge.step.change.AddTenantKey;
import io.hybridge.step.change.Change;
import io.hybridge.step.change.EnablePushProxy;
import io.hybridge.step.change.RemoveTenantKey;
import io.hybridge.step.change.SetAuthCertificate;
import io.hybridge.step.change.SetAuthServer;
import io.hybridge.step.change.part.AuthCertificateRef;
import io.hybridge.step.examination.Finding;
import io.hybridge.step.examination.StepState;
import io.hybridge.step.examination.TargetState;
import io.hybridge.step.observation.Observation;
import io.hybridge.step.observation.Reading;
import io.hybridge.web.text.StoredMessage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

class PlannerTests {

	private static final OrganizationId FABRIKAM = new OrganizationId(1);

	private static final String OLD = "https://old.example/metadata/json/1/?realm=fabrikam.com";

	private static final Certificate OTHER = StepFixture.certificate("Fabrikam OAuth 2",
			StepFixture.NOW.plus(PlanFixture.days(500)), null);

	private final StepFixture scene = new StepFixture();

	private final JournaledChanges journal = mock(JournaledChanges.class);

	private final Planner planner = new Planner(this.journal);

	@Test
	void plansTheChangesWithWhatTheyBringAboutAndWhatStays() {
		Plan.Content content = apply(StepName.OAUTH).content().orElseThrow();
		assertThat(content.changes()).extracting(Change::key).containsExactly("set-auth-server", "add-tenant-key");
		assertThat(content.undoes()).isEmpty();
		assertThat(content.sideEffects()).extracting(StoredMessage::key).contains("side-effect.key-takes-minutes");
		assertThat(content.untouched()).contains(PlanFixture.FOREIGN_KEYS);
		assertThat(content.exposure()).as("a key on the service principal").isTrue();
	}

	@Test
	void exposesNothingWhereNoKeyIsAdded() {
		enabled();
		this.scene.tenantKeys.add(StepFixture.AUTH);
		assertThat(apply(StepName.OAUTH).content()).isEmpty();
		this.scene.authServers.clear();
		Plan.Content content = apply(StepName.OAUTH).content().orElseThrow();
		assertThat(content.changes()).extracting(Change::key).containsExactly("set-auth-server");
		assertThat(content.exposure()).isFalse();
	}

	@Test
	void plansNothingWhileSomethingBlocks() {
		Planner.Planned planned = apply(StepName.PUSH_PROXY);
		assertThat(planned.examination().state()).isEqualTo(StepState.NEEDS_ATTENTION);
		assertThat(planned.examination().changes()).extracting(Change::key).containsExactly("enable-push-proxy");
		assertThat(planned.content()).isEmpty();
	}

	@Test
	void plansNothingWhileASideIsUnknown() {
		Planner.Planned planned = this.planner.plan(FABRIKAM, StepName.OAUTH, PlanKind.APPLY,
				this.scene.withoutSignIn(), target(null));
		assertThat(planned.examination().state()).isEqualTo(StepState.NEEDS_ATTENTION);
		assertThat(planned.content()).isEmpty();
	}

	@Test
	void plansNoChangeOfTheTenantForAnApplicationThatReads() {
		Planner.Planned planned = this.planner.plan(FABRIKAM, StepName.OAUTH, PlanKind.APPLY,
				this.scene.readByApplication(), target(null));
		assertThat(planned.examination().findings()).extracting(Finding::code)
			.contains("READ-BY-APPLICATION", "TENANT-KEY-MISSING")
			.containsOnlyOnce("SIGN-IN-TO-CHANGE");
		assertThat(planned.examination().changes()).extracting(Change::key).containsExactly("set-auth-server");
		assertThat(planned.examination().state()).isEqualTo(StepState.NEEDS_ATTENTION);
		assertThat(planned.content()).isEmpty();
	}

	@Test
	void asksNobodyToSignInWhereAnApplicationSawThatAllIsAsWanted() {
		enabled();
		this.scene.tenantKeys.add(StepFixture.AUTH);
		Planner.Planned planned = this.planner.plan(FABRIKAM, StepName.OAUTH, PlanKind.APPLY,
				this.scene.readByApplication(), target(null));
		assertThat(planned.examination().state()).isEqualTo(StepState.IN_EFFECT);
		assertThat(planned.examination().findings()).extracting(Finding::code)
			.contains("READ-BY-APPLICATION")
			.doesNotContain("SIGN-IN-TO-CHANGE");
	}

	@Test
	void plansNothingWhereNothingIsToBeDone() {
		Planner.Planned planned = apply(StepName.SERVERS);
		assertThat(planned.examination().plannable()).isTrue();
		assertThat(planned.content()).isEmpty();
	}

	@Test
	void plansNothingUntilAPersonChose() {
		this.scene.store.clear();
		this.scene.store
			.addAll(List.of(StepFixture.stored(PlanFixture.CHOSEN, "OAuth"), StepFixture.stored(OTHER, "OAuth")));
		assertThat(apply(StepName.OAUTH).content()).isEmpty();
		assertThat(apply(StepName.OAUTH).examination().candidates()).hasSize(2);
		Plan.Content chosen = this.planner
			.plan(FABRIKAM, StepName.OAUTH, PlanKind.APPLY, this.scene.world(), target(PlanFixture.CHOSEN.thumbprint()))
			.content()
			.orElseThrow();
		assertThat(chosen.changes().get(1).after()).isEqualTo(PlanFixture.CHOSEN.thumbprint().value());
	}

	@Test
	void plansANewCertificateByTheIdentifierOfTheTarget() {
		this.scene.store.clear();
		Plan.Content content = apply(StepName.OAUTH).content().orElseThrow();
		assertThat(content.changes()).element(1).isEqualTo(PlanFixture.CREATE);
		assertThat(content.sideEffects()).contains(PlanFixture.TAKES_OVER);
	}

	@Test
	void takesBackOnlyTheNewestChangeOfAnObject() {
		authServer(StepFixture.URL);
		made(new SetAuthServer("MicrosoftSts", OLD, StepFixture.URL), new SetAuthServer("MicrosoftSts", null, OLD));
		Plan.Content content = undo(StepName.OAUTH).orElseThrow();
		assertThat(content.changes()).containsExactly(new SetAuthServer("MicrosoftSts", StepFixture.URL, OLD));
		assertThat(content.undoes()).containsExactly(2L);
		assertThat(content.untouched()).isEmpty();
	}

	@Test
	void takesTheChangeBeforeBackOnceItsValueIsThereAgain() {
		authServer(OLD);
		made(new SetAuthServer("MicrosoftSts", null, OLD));
		Plan.Content content = undo(StepName.OAUTH).orElseThrow();
		assertThat(content.changes()).extracting(Change::key).containsExactly("remove-auth-server");
		assertThat(content.undoes()).containsExactly(1L);
	}

	@Test
	void takesSeveralObjectsBackInTheReverseOrderOfTheirMaking() {
		authServer(StepFixture.URL);
		enabled();
		made(PlanFixture.ENABLE, PlanFixture.SET_AUTH_SERVER);
		Plan.Content content = undo(StepName.OAUTH).orElseThrow();
		assertThat(content.changes()).extracting(Change::key)
			.containsExactly("disable-push-proxy", "remove-auth-server");
		assertThat(content.undoes()).containsExactly(2L, 1L);
		assertThat(content.exposure()).isFalse();
	}

	@Test
	void keepsWhatSomebodyElseChangedAndSaysSo() {
		authServer(StepFixture.URL);
		made(PlanFixture.ENABLE, PlanFixture.SET_AUTH_SERVER);
		Plan.Content content = undo(StepName.OAUTH).orElseThrow();
		assertThat(content.undoes()).containsExactly(1L);
		assertThat(content.untouched())
			.containsExactly(StoredMessage.of("undo.kept.enable-push-proxy", "OnPrem-Proxy", "fabrikam.com"));
	}

	@Test
	void looksForNoOlderChangeOfAnObjectThatSomebodyElseChanged() {
		authServer(OLD);
		made(new SetAuthServer("MicrosoftSts", OLD, StepFixture.URL), new SetAuthServer("MicrosoftSts", null, OLD));
		assertThat(undo(StepName.OAUTH)).isEmpty();
	}

	@Test
	void undoesNothingWhereNothingOfOursIsThere() {
		assertThat(undo(StepName.PUSH_PROXY)).as("nothing was made").isEmpty();
		made(PlanFixture.ENABLE);
		assertThat(undo(StepName.PUSH_PROXY)).as("it is disabled already").isEmpty();
	}

	@Test
	void takesBackWhatItSeesWhileTheOtherSideIsUnknown() {
		enabled();
		made(PlanFixture.ENABLE);
		assertThat(this.planner
			.plan(FABRIKAM, StepName.PUSH_PROXY, PlanKind.UNDO, this.scene.withoutSignIn(), target(null))
			.content()
			.orElseThrow()
			.changes()).containsExactly(PlanFixture.DISABLE);
	}

	@Test
	void takesBackTheKeyOfACertificateThatIsInNoStoreAnyMore() {
		this.scene.tenantKeys.add(OTHER);
		made(PlanFixture.ADD_KEY, OTHER);
		Plan.Content content = undo(StepName.OAUTH).orElseThrow();
		assertThat(content.changes()).containsExactly(
				new RemoveTenantKey(OTHER.thumbprint().value(), OTHER.sha256(), List.of(StepFixture.FOREIGN.sha256())));
		assertThat(content.undoes()).containsExactly(1L);
	}

	@Test
	void takesBackAnOlderKeyWhereTheNewestIsGone() {
		this.scene.tenantKeys.add(StepFixture.AUTH);
		made(new AddTenantKey(AuthCertificateRef.Present.of(OTHER), List.of()),
				new AddTenantKey(AuthCertificateRef.Present.of(StepFixture.AUTH), List.of()));
		assertThat(undo(StepName.OAUTH).orElseThrow().undoes()).containsExactly(1L);
	}

	@Test
	void takesBackOneKeyAfterTheOther() {
		this.scene.tenantKeys.addAll(List.of(StepFixture.AUTH, OTHER));
		made(new AddTenantKey(AuthCertificateRef.Present.of(OTHER), List.of()),
				new AddTenantKey(AuthCertificateRef.Present.of(StepFixture.AUTH), List.of()));
		Plan.Content content = undo(StepName.OAUTH).orElseThrow();
		assertThat(content.undoes()).as("the other would find one key less than it knows").containsExactly(2L);
		assertThat(content.untouched()).containsExactly(StoredMessage.of("undo.later", "Exchange Online"));
	}

	@Test
	void tellsWhatIsGoneFromWhatNobodyCanTell() {
		made(PlanFixture.ADD_KEY, OTHER);
		assertThat(undone(this.scene.world()).untold()).as("every key was read, and none is it").isFalse();
		assertThat(undone(this.scene.withoutSignIn()).untold()).as("nobody may ask").isTrue();
		this.scene.tenantEntries.add(new TenantKey("lost", "", null, null, Optional.empty(), Map.of()));
		assertThat(undone(this.scene.world()).untold()).as("a key came without its bytes").isTrue();
		made(PlanFixture.ADD_KEY);
		assertThat(undone(this.scene.world()).untold()).as("nobody knows which certificate it was").isTrue();
	}

	@Test
	void doesNotAskWhetherThatIsThereFromWhichNothingLeadsBack() {
		Observation unseen = this.scene.world()
			.withExchange(new Reading.NotSeen<>(RemoteFailure.withoutEffect("Exchange", "exchange.unreachable", "x")));
		made(PlanFixture.CREATE);
		assertThat(undone(unseen).untold()).isFalse();
		made(PlanFixture.SET_AUTH_SERVER);
		assertThat(undone(unseen).untold()).isTrue();
	}

	@Test
	void saysInThePlanOfWhatNobodyCanTellWhetherItIsThere() {
		authServer(StepFixture.URL);
		made(PlanFixture.SET_AUTH_SERVER, PlanFixture.ADD_KEY);
		Planner.Planned planned = undone(this.scene.withoutSignIn());
		assertThat(planned.content().orElseThrow().changes()).extracting(Change::key)
			.containsExactly("remove-auth-server");
		assertThat(planned.content().orElseThrow().untouched())
			.containsExactly(StoredMessage.of("undo.untold", "Exchange Online"));
		assertThat(planned.untold()).isTrue();
	}

	@Test
	void givesTheFormerCertificateBackWhereTheNewOneIsNotInTheStoreOfTheServerThatAnswers() {
		Change replace = new SetAuthCertificate(PlanFixture.CHOSEN.thumbprint().value(),
				new AuthCertificateRef.ToBeMade(PlanFixture.IDENTIFIER));
		this.scene.store.add(StepFixture.stored(PlanFixture.CHOSEN, "OAuth"));
		made(replace);
		assertThat(undone(this.scene.world()).untold()).as("nobody knows which one was made").isTrue();
		made(replace, OTHER);
		assertThat(undo(StepName.OAUTH)).as("another signs").isEmpty();
		made(replace, StepFixture.AUTH);
		assertThat(undo(StepName.OAUTH).orElseThrow().changes()).containsExactly(new SetAuthCertificate(
				StepFixture.AUTH.thumbprint().value(), AuthCertificateRef.Present.of(PlanFixture.CHOSEN)));
	}

	private Planner.Planned apply(StepName step) {
		return this.planner.plan(FABRIKAM, step, PlanKind.APPLY, this.scene.world(), target(null));
	}

	@Test
	void tellsOfWhatWasTakenBackAndIsThereAgainAndTakesItBackOnceMore() {
		enabled();
		JournaledChange enabled = journaled(1, new EnablePushProxy("", PlanFixture.FABRIKAM));
		given(this.journal.takenBackIn(FABRIKAM, StepName.PUSH_PROXY)).willReturn(List.of(enabled));
		assertThat(codesOfProxy()).contains("TAKEN-BACK-IS-THERE");
		assertThat(undo(StepName.PUSH_PROXY).orElseThrow().undoes()).containsExactly(enabled.id());
	}

	@Test
	void saysNothingOfItWhereItIsGoneOrMadeByUsOnceMore() {
		JournaledChange enabled = journaled(1, new EnablePushProxy("", PlanFixture.FABRIKAM));
		given(this.journal.takenBackIn(FABRIKAM, StepName.PUSH_PROXY)).willReturn(List.of(enabled));
		assertThat(codesOfProxy()).doesNotContain("TAKEN-BACK-IS-THERE");
		enabled();
		given(this.journal.madeIn(FABRIKAM, StepName.PUSH_PROXY))
			.willReturn(List.of(journaled(2, new EnablePushProxy("", PlanFixture.FABRIKAM))));
		assertThat(codesOfProxy()).doesNotContain("TAKEN-BACK-IS-THERE");
	}

	private List<String> codesOfProxy() {
		return this.planner.plan(FABRIKAM, StepName.PUSH_PROXY, PlanKind.APPLY, this.scene.world(), target(null))
			.examination()
			.findings()
			.stream()
			.map(Finding::code)
			.toList();
	}

	private static JournaledChange journaled(long id, Change change) {
		return new JournaledChange(id, change, ChangeState.DONE, new JournaledChange.Attempts(1, 0, null, null), null,
				new JournaledChange.Evidence(null, "[]", "", null));
	}

	private Optional<Plan.Content> undo(StepName step) {
		return this.planner.plan(FABRIKAM, step, PlanKind.UNDO, this.scene.world(), target(null)).content();
	}

	private Planner.Planned undone(Observation seen) {
		return this.planner.plan(FABRIKAM, StepName.OAUTH, PlanKind.UNDO, seen, target(null));
	}

	private void made(Change change, Certificate found) {
		made(found.thumbprint().value() + " … 2027-01-01", change);
	}

	/** Changes of ours, newest first. */
	private void made(Change... changes) {
		made((String) null, changes);
	}

	private void made(String found, Change... changes) {
		List<JournaledChange> journaled = Arrays.stream(changes)
			.map((change) -> new JournaledChange(changes.length - List.of(changes).indexOf(change), change,
					ChangeState.DONE, new JournaledChange.Attempts(1, 0, null, null), null,
					new JournaledChange.Evidence(found, "[]", "", null)))
			.toList();
		for (StepName step : StepName.values()) {
			given(this.journal.madeIn(FABRIKAM, step)).willReturn(journaled);
		}
	}

	private void authServer(String url) {
		this.scene.authServers.add(new AuthServer("MicrosoftSts", "MicrosoftACS", true, url, StepFixture.TENANT, ""));
	}

	private void enabled() {
		authServer(StepFixture.URL);
		this.scene.enabledByUs();
	}

	private static TargetState target(Thumbprint chosen) {
		return new TargetState("Fabrikam", PlanFixture.FABRIKAM, StepFixture.URL, Optional.ofNullable(chosen),
				PlanFixture.IDENTIFIER, StepFixture.days(1));
	}

}
