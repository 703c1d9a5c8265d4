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
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.test.util.ReflectionTestUtils;

import io.hybridge.audit.AuditActor;
import io.hybridge.organization.OrganizationId;
import io.hybridge.run.RunKind;
import io.hybridge.run.StepRun;
import io.hybridge.run.probe.JournaledProbe;
import io.hybridge.run.probe.JournaledProbe.Outcome;
import io.hybridge.run.probe.JournaledProbe.Restart;
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

	static Stream<Locale> languages() {
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
			ProbeView view = view(language, probe);
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
		assertThat(view.result())
			.isEqualTo(new ProbeView.Result("Failed", "AADSTS700027: {0} <b>", "System.Exception"));
		assertThat(view.pause().probedAt()).isEqualTo(DUE.plusSeconds(1));
		assertThat(view.unseen()).isNull();
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

	@ParameterizedTest
	@MethodSource("languages")
	void saysWhyAServerCouldNotBeAsked(Locale language) {
		Outcome outcome = new Outcome(DUE, null, "exchange.unreachable", null, "Connection refused");
		ProbeView view = view(language,
				new JournaledProbe(1, "ex1.fabrikam.com", ProbeState.NOT_REACHED, NONE, outcome));
		assertThat(view.unseen().reason()).isNotBlank();
		assertThat(view.unseen().evidence()).isEqualTo("Connection refused");
		assertThat(view.result()).isNull();
	}

	@Test
	void namesAServerShortlyAndTheSameInTurkish() {
		LocaleContextHolder.setLocale(Locale.of("tr"));
		ProbeView view = view(new JournaledProbe(1, "exchange-i.fabrikam.com", ProbeState.WAITING, NONE, NOTHING));
		assertThat(view.server()).isEqualTo("EXCHANGE-I");
	}

	private static ProbeView view(JournaledProbe probe) {
		return view(Locale.ENGLISH, probe);
	}

	private static ProbeView view(Locale language, JournaledProbe probe) {
		ProbeJournal journal = mock(ProbeJournal.class);
		given(journal.of(7)).willReturn(List.of(probe));
		StepRun run = new StepRun(new OrganizationId(1), StepName.PUSH_PROXY, RunKind.VERIFY,
				AuditActor.person(7, "Petra Kern"), SENT);
		ReflectionTestUtils.setField(run, "id", 7L);
		return new ProbeViews(journal, StrictTexts.readBy(language)).of(run).getFirst();
	}

}
