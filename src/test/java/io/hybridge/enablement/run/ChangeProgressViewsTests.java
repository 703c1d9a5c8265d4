package io.hybridge.enablement.run;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.test.util.ReflectionTestUtils;

import io.hybridge.audit.AuditActor;
import io.hybridge.exchange.ExchangeAnswer.Field;
import io.hybridge.organization.DomainName;
import io.hybridge.organization.OrganizationId;
import io.hybridge.run.RunKind;
import io.hybridge.run.RunState;
import io.hybridge.run.StepRun;
import io.hybridge.run.change.ChangeState;
import io.hybridge.run.change.ChangeTimeline;
import io.hybridge.run.change.ChangeTimeline.Entry;
import io.hybridge.run.change.JournaledChange;
import io.hybridge.run.change.JournaledChange.Attempts;
import io.hybridge.run.change.JournaledChange.Evidence;
import io.hybridge.run.change.JournaledChanges;
import io.hybridge.run.plan.Plan;
import io.hybridge.run.plan.PlanKind;
import io.hybridge.run.plan.Plans;
import io.hybridge.run.plan.Snapshot;
import io.hybridge.run.plan.Snapshots;
import io.hybridge.step.StepFixture;
import io.hybridge.step.StepName;
import io.hybridge.step.change.Change;
import io.hybridge.step.change.EnablePushProxy;
import io.hybridge.step.change.OneOfEachChange;
import io.hybridge.step.change.SetAuthServer;
import io.hybridge.step.examination.Examination;
import io.hybridge.step.examination.Finding;
import io.hybridge.step.examination.FindingLevel;
import io.hybridge.web.DisplayValue;
import io.hybridge.web.text.MessageRenderer;
import io.hybridge.web.text.StoredMessage;
import io.hybridge.web.text.StrictTexts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/** What a person reads of the changes of a run, while it works and when it is over. */
class ChangeProgressViewsTests {

	private static final Instant NOW = Instant.parse("2026-11-24T13:05:12Z");

	private static final Change SERVER = new SetAuthServer("MicrosoftSts", null, StepFixture.URL);

	private static final Change PROXY = new EnablePushProxy("", new DomainName("fabrikam.com"));

	private static final Evidence NOTHING = new Evidence(null, null, null, null);

	@AfterEach
	void forgetTheLanguage() {
		LocaleContextHolder.resetLocaleContext();
	}

	static Stream<Locale> languages() {
		return Stream.of(Locale.ENGLISH, Locale.GERMAN);
	}

	@ParameterizedTest
	@CsvSource(nullValues = "null",
			value = { "WAITING, RUNNING, waiting, null, run.change.waiting",
					"WAITING, NOT_DONE, not-reached, run.change.not-reached, run.change.not-reached",
					"SENT, RUNNING, running, null, null", "UNKNOWN, UNKNOWN, unknown, null, null",
					"DONE, DONE, done, null, null", "NOT_DONE, NOT_DONE, not-done, null, null",
					"CONFLICT, CONFLICT, conflict, null, null" })
	void saysHowAChangeStandsAndWhyNothingHappened(ChangeState state, RunState run, String status, String first,
			String second) {
		List<ChangeProgress> views = views(run, change(1, SERVER, state), change(2, PROXY, state));
		assertThat(views).allMatch((view) -> view.standing().status().equals(status));
		assertThat(views.getFirst().standing().noteKey()).isEqualTo(first);
		assertThat(views.getLast().standing().noteKey()).isEqualTo(second);
		assertThat(views).allMatch((view) -> view.unanswered() == (state == ChangeState.UNKNOWN));
	}

	@ParameterizedTest
	@EnumSource(ChangeState.class)
	void hasWordsForEveryStateInBothLanguages(ChangeState state) {
		for (boolean over : new boolean[] { false, true }) {
			ChangeProgress.Standing standing = new ChangeProgress.Standing(state, over, false, over);
			languages().map(StrictTexts::of).forEach((texts) -> {
				assertThat(texts).containsKey("status." + standing.status());
				if (standing.noteKey() != null) {
					assertThat(texts).containsKey(standing.noteKey());
				}
			});
		}
	}

	@Test
	void saysOfAnAcceptedChangeThatItWaitsToShow() {
		JournaledChange change = new JournaledChange(1, SERVER, ChangeState.UNKNOWN, new Attempts(1, 1, NOW, NOW),
				NOW.plusSeconds(6), new Evidence(null, "[]", "{}", null));
		ChangeProgress view = views(RunState.RUNNING, change).getFirst();
		assertThat(view.unanswered()).isFalse();
		assertThat(view.standing().status()).isEqualTo("waiting");
		assertThat(view.standing().noteKey()).isEqualTo("run.change.accepted");
		languages().forEach((language) -> assertThat(StrictTexts.of(language)).containsKey("run.change.accepted"));
	}

	@Test
	void putsEveryLineUnderItsChangeInOrder() {
		List<ChangeProgress> views = views(Locale.ENGLISH, RunState.RUNNING,
				List.of(change(1, SERVER, ChangeState.DONE), change(2, PROXY, ChangeState.SENT)),
				List.of(entry(1, 0, "timeline.confirmed"), entry(2, 1, "timeline.confirmed"),
						entry(1, 2, "timeline.confirmed")));
		assertThat(views.getFirst().timeline().lines()).extracting(ChangeProgress.Line::at)
			.containsExactly(NOW, NOW.plusSeconds(2));
		assertThat(views.getLast().timeline().lines()).extracting(ChangeProgress.Line::text)
			.containsExactly("Confirmed by read-back");
	}

	@ParameterizedTest
	@CsvSource(nullValues = "null",
			value = { "UNKNOWN, run.next-look, run.stop.asked", "WAITING, null, run.stop.asked.rest" })
	void saysWhatStillHappensAfterAWishToStop(ChangeState state, String next, String stopping) {
		StepRun run = run(RunState.RUNNING);
		ReflectionTestUtils.setField(run, "stopAsked", true);
		JournaledChange change = new JournaledChange(1, SERVER, state, new Attempts(1, 1, NOW, NOW), NOW.plusSeconds(6),
				NOTHING);
		List<ChangeProgress> views = views(Locale.ENGLISH, run, List.of(change), List.of());
		assertThat(Optional.ofNullable(views.getFirst().timeline().next()).map(ChangeProgress.Next::key))
			.isEqualTo(Optional.ofNullable(next));
		assertThat(new RunView(null, null, null, views, List.of()).stopKey()).isEqualTo(stopping);
		languages().forEach((language) -> assertThat(StrictTexts.of(language)).containsKey(stopping));
	}

	/** A change that only rested was never sent, and its row still has the moment. */
	@ParameterizedTest
	@EnumSource(RunState.class)
	void announcesNothingOfARunThatHasEnded(RunState state) {
		for (ChangeState of : ChangeState.values()) {
			JournaledChange change = new JournaledChange(1, SERVER, of, new Attempts(0, 0, null, null),
					NOW.plusSeconds(6), NOTHING);
			assertThat(views(state, change).getFirst().timeline().next() == null).as(of.name())
				.isEqualTo(state.ended());
		}
	}

	@Test
	void hasAnEmptyTimelineBeforeAnythingHappened() {
		assertThat(views(RunState.QUEUED, change(1, SERVER, ChangeState.WAITING)).getFirst().timeline())
			.isEqualTo(new ChangeProgress.Timeline(List.of(), null, false));
	}

	@ParameterizedTest
	@CsvSource({ "UNKNOWN, run.next-look", "WAITING, run.next-try" })
	void saysWhenItLooksOrTriesAgain(ChangeState state, String key) {
		JournaledChange change = new JournaledChange(1, SERVER, state, new Attempts(1, 1, NOW, NOW), NOW.plusSeconds(6),
				NOTHING);
		ChangeProgress.Next next = views(RunState.RUNNING, change).getFirst().timeline().next();
		assertThat(next).isEqualTo(new ChangeProgress.Next(NOW.plusSeconds(6), key));
		languages().forEach((language) -> assertThat(StrictTexts.of(language)).containsKey(key));
	}

	@Test
	void showsAPersonThreeValuesToChooseFrom() {
		JournaledChange change = new JournaledChange(1, SERVER, ChangeState.CONFLICT, new Attempts(1, 1, NOW, NOW),
				null, new Evidence("https://foreign.example", null, "{}", null));
		Entry read = new Entry(1, NOW.plusSeconds(79), StoredMessage.of("timeline.conflict", "x", "ex2.fabrikam.com"));
		assertThat(views(Locale.ENGLISH, RunState.CONFLICT, List.of(change), List.of(read)).getFirst().conflict())
			.isEqualTo(new ChangeProgress.Conflict(
					DisplayValue.words("Does not exist").noted("Read 13:04:58 on ex1.fabrikam.com"),
					DisplayValue.code(StepFixture.URL).noted("Sent 13:05:12, no answer"),
					DisplayValue.code("https://foreign.example").noted("Read 13:06:31 on ex2.fabrikam.com")));
	}

	@Test
	void namesNoServerThatNobodyKnowsAndTheDayWhereItIsNotToday() {
		JournaledChange change = new JournaledChange(1, SERVER, ChangeState.CONFLICT, new Attempts(0, 0, null, null),
				null, new Evidence("https://foreign.example", "[]", "{}", null));
		Entry read = new Entry(1, NOW.minus(Duration.ofDays(2)), StoredMessage.of("timeline.conflict", "x"));
		ChangeProgress.Conflict conflict = views(Locale.ENGLISH, RunState.CONFLICT, List.of(change), List.of(read))
			.getFirst()
			.conflict();
		assertThat(conflict.wanted().note()).isEqualTo("Not sent");
		assertThat(conflict.found().note()).isEqualTo("Read 22 Nov, 13:05:12");
	}

	@ParameterizedTest
	@EnumSource(value = ChangeState.class, mode = EnumSource.Mode.EXCLUDE, names = "CONFLICT")
	void letsNobodyChooseWhereThereIsNoConflict(ChangeState state) {
		assertThat(views(RunState.RUNNING, change(1, SERVER, state)).getFirst().conflict()).isNull();
	}

	@ParameterizedTest
	@MethodSource("languages")
	void namesEveryKindOfChangeAndItsConflict(Locale language) {
		List<JournaledChange> all = OneOfEachChange.all()
			.map((change) -> new JournaledChange(1, change, ChangeState.CONFLICT, new Attempts(1, 0, NOW, NOW), null,
					NOTHING))
			.toList();
		assertThat(views(language, RunState.CONFLICT, all, List.of())).hasSameSizeAs(all).allSatisfy((view) -> {
			assertThat(view.title()).isNotBlank();
			assertThat(view.where()).isIn("Exchange", "Microsoft 365");
			assertThat(view.conflict().before().text()).isNotBlank();
			assertThat(view.conflict().wanted().text()).isNotBlank();
			assertThat(view.conflict().found().text()).isIn("Does not exist", "Nicht vorhanden");
		});
	}

	@Test
	void showsTheRecordAndTheAnswerWordForWord() {
		JournaledChange change = new JournaledChange(1, SERVER, ChangeState.DONE, new Attempts(1, 0, NOW, NOW), null,
				new Evidence(null, "[{\"name\":\"Enabled\",\"value\":\"True\"}]", "VERBOSE: {0} <b>", null));
		ChangeProgress view = views(RunState.DONE, change).getFirst();
		assertThat(view.fields()).containsExactly(new Field("Enabled", "True"));
		assertThat(view.evidence()).isEqualTo("VERBOSE: {0} <b>");
	}

	@Test
	void countsLinesAndTheUnansweredOfARun() {
		List<ChangeProgress> changes = views(Locale.ENGLISH, RunState.UNKNOWN,
				List.of(change(1, SERVER, ChangeState.DONE), change(2, PROXY, ChangeState.UNKNOWN)),
				List.of(entry(1, 0, "timeline.confirmed"), entry(2, 1, "timeline.confirmed")));
		RunView run = new RunView(null, null, new RunView.Underway(RunKind.APPLY, NOW, false, 0, false), changes,
				List.of());
		assertThat(run.entries()).isEqualTo(2);
		assertThat(run.unanswered()).containsExactly(changes.getLast());
		assertThat(run.ended()).isFalse();
	}

	private static JournaledChange change(long id, Change change, ChangeState state) {
		return new JournaledChange(id, change, state, new Attempts(0, 0, null, null), null, NOTHING);
	}

	private static Entry entry(long change, int second, String key) {
		return new Entry(change, NOW.plusSeconds(second), StoredMessage.of(key));
	}

	private static List<ChangeProgress> views(RunState state, JournaledChange... changes) {
		return views(Locale.ENGLISH, state, List.of(changes), List.of());
	}

	private static List<ChangeProgress> views(Locale language, RunState state, List<JournaledChange> changes,
			List<Entry> entries) {
		return views(language, run(state), changes, entries);
	}

	private static StepRun run(RunState state) {
		StepRun run = new StepRun(new OrganizationId(1), StepName.OAUTH, RunKind.APPLY,
				AuditActor.person(7, "Petra Kern", null), NOW);
		ReflectionTestUtils.setField(run, "id", 7L);
		ReflectionTestUtils.setField(run, "state", state);
		ReflectionTestUtils.setField(run, "planId", 3L);
		return run;
	}

	private static List<ChangeProgress> views(Locale language, StepRun run, List<JournaledChange> changes,
			List<Entry> entries) {
		MessageRenderer texts = StrictTexts.readBy(language);
		JournaledChanges journal = mock(JournaledChanges.class);
		given(journal.of(7)).willReturn(changes);
		ChangeTimeline timeline = mock(ChangeTimeline.class);
		given(timeline.of(7)).willReturn(entries);
		ChangeTitles words = new ChangeTitles(new ChangeViews(texts), texts);
		return new ChangeProgressViews(journal, timeline, words,
				new ConflictColumns(plans(), snapshots(), words, texts, StrictTexts.times()))
			.of(run);
	}

	private static Plans plans() {
		Plans plans = mock(Plans.class);
		given(plans.find(3)).willReturn(Optional.of(new Plan(3, new OrganizationId(1), StepName.OAUTH, PlanKind.APPLY,
				5, null, "", "Petra Kern", NOW, NOW)));
		return plans;
	}

	private static Snapshots snapshots() {
		Snapshots snapshots = mock(Snapshots.class);
		Finding seen = Finding.of("AUTH-SERVER-MISSING", FindingLevel.DIFFERS, "MicrosoftSts",
				StoredMessage.of("seen.absent"));
		given(snapshots.of(5)).willReturn(Optional.of(new Snapshot(1, 5, NOW.minusSeconds(14),
				Examination.of(List.of(seen)).answeredBy("ex1.fabrikam.com"))));
		return snapshots;
	}

}
