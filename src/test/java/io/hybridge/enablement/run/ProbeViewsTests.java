package io.hybridge.enablement.run;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.test.util.ReflectionTestUtils;

import io.hybridge.audit.AuditActor;
import io.hybridge.organization.OrganizationId;
import io.hybridge.run.RunKind;
import io.hybridge.run.StepRun;
import io.hybridge.run.probe.JournaledProbe;
import io.hybridge.run.probe.JournaledProbe.Outcome;
import io.hybridge.run.probe.JournaledProbe.Restart;
import io.hybridge.run.probe.ProbeCause;
import io.hybridge.run.probe.ProbeJournal;
import io.hybridge.run.probe.ProbeState;
import io.hybridge.step.StepName;
import io.hybridge.web.text.StrictTexts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/** What a person reads of the probe of one server, from the request to the result. */
class ProbeViewsTests {

	private static final Instant SENT = Instant.parse("2026-11-24T13:05:12Z");

	private static final Instant KNOWN = SENT.plusSeconds(4);

	private static final Instant DUE = KNOWN.plusSeconds(120);

	private static final Restart NONE = new Restart(0, null, null, null, null);

	private static final Restart ON_ITS_WAY = new Restart(1, SENT, SENT.minusSeconds(9000), null, null);

	private static final Restart MADE = new Restart(1, SENT, SENT.minusSeconds(9000), KNOWN, DUE);

	private static final Outcome NOTHING = new Outcome(null, null, null, null, null);

	@AfterEach
	void forgetTheLanguage() {
		LocaleContextHolder.resetLocaleContext();
	}

	private static Stream<Locale> languages() {
		return Stream.of(Locale.ENGLISH, Locale.GERMAN);
	}

	@ParameterizedTest
	@CsvSource({ "WAITING, false, false, probe.not-restarted, waiting",
			"RESTARTING, true, false, probe.restart-sent, running",
			"UNKNOWN, true, false, probe.restart-unknown, unknown",
			"COUNTING_DOWN, true, true, probe.restarted, running", "NOT_REACHED, false, false, probe.not-sent, unseen",
			"NOT_REACHED, true, false, probe.restart-unconfirmed, unseen",
			"NOT_REACHED, true, true, probe.restarted, unseen" })
	void tellsOfARestartNoMoreThanIsKnown(ProbeState state, boolean sent, boolean known, String key, String status) {
		Restart restart = known ? MADE : (sent ? ON_ITS_WAY : NONE);
		Outcome outcome = (state == ProbeState.NOT_REACHED)
				? new Outcome(DUE, null, "exchange.unreachable", null, "refused") : NOTHING;
		ProbeView view = view(new JournaledProbe(1, "ex1.fabrikam.com", state, restart, outcome));
		assertThat(view.restart()).isEqualTo(new ProbeView.Restart(key, known ? KNOWN : (sent ? SENT : null)));
		assertThat(view.status()).isEqualTo(status);
		assertThat(view.succeeded()).isFalse();
	}

	@ParameterizedTest
	@EnumSource(ProbeState.class)
	void hasWordsForEveryStateInBothLanguages(ProbeState state) {
		Outcome outcome = switch (state) {
			case PROBED -> new Outcome(DUE, "Succeeded", "", "", "{}");
			case NOT_REACHED -> new Outcome(DUE, null, "exchange.unreachable", null, "refused");
			default -> NOTHING;
		};
		Restart restart = switch (state) {
			case WAITING -> NONE;
			case RESTARTING, UNKNOWN -> ON_ITS_WAY;
			default -> MADE;
		};
		JournaledProbe probe = new JournaledProbe(1, "ex1.fabrikam.com", state, restart, outcome);
		languages().forEach((language) -> {
			ProbeView view = view(probe);
			Properties texts = StrictTexts.of(language);
			assertThat(texts).containsKeys(view.restart().key(), "status." + view.status());
		});
	}

	@Test
	void countsDownOnlyWhileTheServerMayNotBeProbedYet() {
		ProbeView counting = view(new JournaledProbe(1, "ex1.fabrikam.com", ProbeState.COUNTING_DOWN, MADE, NOTHING));
		assertThat(counting.pause()).isEqualTo(new ProbeView.Pause(true, DUE, null, 120));
		ProbeView waiting = view(new JournaledProbe(1, "ex1.fabrikam.com", ProbeState.WAITING, NONE, NOTHING));
		assertThat(waiting.pause()).isEqualTo(new ProbeView.Pause(false, null, null, 0));
	}

	@Test
	void showsWhatAProbeWroteWordForWord() {
		Outcome failed = new Outcome(DUE.plusSeconds(1), "Failed", "AADSTS700027: {0} <b>", "System.Exception", "{}");
		ProbeView view = view(new JournaledProbe(1, "ex1.fabrikam.com", ProbeState.PROBED, MADE, failed));
		assertThat(view.status()).isEqualTo("failed");
		assertThat(view.words())
			.isEqualTo("ResultType: Failed\nError: AADSTS700027: {0} <b>\nException: System.Exception");
		assertThat(view.pause().probedAt()).isEqualTo(DUE.plusSeconds(1));
		assertThat(view.trouble().code()).isEqualTo("PROBE-KEY-UNKNOWN · AADSTS700027");
		assertThat(view.result()).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "Succeeded, '', succeeded", "Succeeded, a late error, failed", "Failed, '', failed",
			"'', '', failed" })
	void believesOnlyASuccessWithoutAnError(String type, String error, String status) {
		Outcome outcome = new Outcome(DUE, type, error, "", "{}");
		ProbeView view = view(new JournaledProbe(1, "ex1.fabrikam.com", ProbeState.PROBED, MADE, outcome));
		assertThat(view.status()).isEqualTo(status);
		assertThat(view.succeeded()).isEqualTo(status.equals("succeeded"));
	}

	@Test
	void showsAnEmptyErrorAsNone() {
		Outcome outcome = new Outcome(DUE, "Succeeded", "", null, "{}");
		ProbeView view = view(new JournaledProbe(1, "ex1.fabrikam.com", ProbeState.PROBED, MADE, outcome));
		assertThat(view.result()).isEqualTo(new ProbeView.Result("Succeeded", null, null));
	}

	@Test
	void saysWhyAServerCouldNotBeAsked() {
		Outcome outcome = new Outcome(DUE, null, "exchange.unreachable", null, "Connection refused");
		ProbeView view = view(new JournaledProbe(1, "ex1.fabrikam.com", ProbeState.NOT_REACHED, NONE, outcome));
		assertThat(view.trouble().textKey()).isEqualTo("failure.exchange.unreachable");
		assertThat(view.trouble().todoKey()).as("the text says it").isNull();
		assertThat(view.words()).isEqualTo("Connection refused");
		assertThat(view.result()).isNull();
	}

	@Test
	void tellsOnceWhatIsTheSameOnSeveralServers() {
		List<ProbeView> views = Stream.of("AADSTS53003 a", "AADSTS53003 b", "AADSTS53003 a", "(403)")
			.map((error) -> new Outcome(DUE, "Failed", error, "", "{}"))
			.map((outcome) -> view(new JournaledProbe(1, "ex" + outcome.error().length() + ".fabrikam.com",
					ProbeState.PROBED, MADE, outcome)))
			.toList();
		List<ProbeTrouble> troubles = ProbeTrouble.of(views);
		assertThat(troubles).extracting((trouble) -> trouble.meaning().code())
			.containsExactly("PROBE-POLICY · AADSTS53003", "PROBE-FORBIDDEN · HTTP 403");
		assertThat(troubles.getFirst().servers()).isEqualTo("EX13, EX13, EX13");
		assertThat(troubles.getFirst().said()).as("the same words once").hasSize(2);
	}

	@ParameterizedTest
	@EnumSource(ProbeCause.class)
	void hasWordsForEveryCauseInBothLanguages(ProbeCause cause) {
		String key = "finding." + cause.code().toLowerCase(Locale.ROOT);
		languages().forEach((language) -> assertThat(StrictTexts.of(language)).containsKeys(key + ".title",
				"probe.side." + cause.side().name().toLowerCase(Locale.ROOT).replace('_', '-')));
		if (cause != ProbeCause.NOT_ASKED) {
			languages().forEach(
					(language) -> assertThat(StrictTexts.of(language)).containsKeys(key + ".meaning", key + ".todo"));
		}
	}

	@Test
	void namesAServerShortlyAndTheSameInTurkish() {
		LocaleContextHolder.setLocale(Locale.of("tr"));
		ProbeView view = view(new JournaledProbe(1, "exchange-i.fabrikam.com", ProbeState.WAITING, NONE, NOTHING));
		assertThat(view.server()).isEqualTo("EXCHANGE-I");
	}

	private static ProbeView view(JournaledProbe probe) {
		ProbeJournal journal = mock(ProbeJournal.class);
		given(journal.of(7)).willReturn(List.of(probe));
		StepRun run = new StepRun(new OrganizationId(1), StepName.PUSH_PROXY, RunKind.VERIFY,
				AuditActor.person(7, "Petra Kern", null), SENT);
		ReflectionTestUtils.setField(run, "id", 7L);
		return new ProbeViews(journal).of(run).getFirst();
	}

}
