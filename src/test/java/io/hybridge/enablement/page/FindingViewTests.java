package io.hybridge.enablement.page;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.i18n.LocaleContextHolder;

import io.hybridge.organization.DomainName;
import io.hybridge.organization.OrganizationId;
import io.hybridge.run.plan.Snapshot;
import io.hybridge.run.plan.Snapshots;
import io.hybridge.run.probe.ProbeCause;
import io.hybridge.step.ManyLooks;
import io.hybridge.step.StepFixture;
import io.hybridge.step.StepName;
import io.hybridge.step.change.Change;
import io.hybridge.step.change.EnablePushProxy;
import io.hybridge.step.examination.Examination;
import io.hybridge.step.examination.Finding;
import io.hybridge.step.examination.FindingLevel;
import io.hybridge.step.examination.ReturnedFindings;
import io.hybridge.web.text.MessageRenderer;
import io.hybridge.web.text.StoredMessage;
import io.hybridge.web.text.StrictTexts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/** What a person reads of everything that a step can find, in both languages. */
class FindingViewTests {

	private static final OrganizationId FABRIKAM = new OrganizationId(1);

	@AfterEach
	void forgetTheLanguage() {
		LocaleContextHolder.resetLocaleContext();
	}

	static Stream<Locale> languages() {
		return Stream.of(Locale.ENGLISH, Locale.GERMAN);
	}

	@Test
	void looksFindEveryKindThatHasAnExplanation() {
		Set<String> explained = StrictTexts.of(Locale.ENGLISH)
			.stringPropertyNames()
			.stream()
			.filter((key) -> key.matches("finding\\..*\\.title"))
			.map((key) -> key.substring("finding.".length(), key.length() - ".title".length()))
			.filter((key) -> !ofProbes().contains(key))
			.collect(Collectors.toCollection(TreeSet::new));
		assertThat(findings().map(Finding::code).map((code) -> code.toLowerCase(Locale.ROOT))).containsAll(explained);
	}

	/** What a probe failed of is found by no look; {@code FailedProbesTests} has it. */
	private static Set<String> ofProbes() {
		return Arrays.stream(ProbeCause.values())
			.map((cause) -> cause.code().toLowerCase(Locale.ROOT))
			.collect(Collectors.toSet());
	}

	/** A day has a word before it, in every sentence. */
	@Test
	void putsOnBeforeEveryDayOnWhichSomethingEnds() {
		assertThat(StrictTexts.of(Locale.ENGLISH).values()).map(String::valueOf)
			.filteredOn((text) -> text.matches("(?is).*\\b(expire[sd]|ended) \\{0}.*"))
			.isEmpty();
	}

	@ParameterizedTest
	@MethodSource("languages")
	void saysWhatWasSeenOfEverything(Locale language) {
		MessageRenderer texts = StrictTexts.readBy(language);
		assertThat(findings()).allSatisfy((finding) -> {
			FindingView view = FindingView.of(finding, texts);
			assertThat(view.row().subject()).isNotBlank();
			assertThat(view.row().seen()).as(finding.code()).isNotBlank();
			assertThat(view.row().notes()).as(finding.code()).hasSameSizeAs(finding.notes()).noneMatch(String::isBlank);
			assertThat(StrictTexts.of(language)).containsKey("status." + view.row().status());
		});
	}

	@ParameterizedTest
	@MethodSource("languages")
	void tellsWhatToDoAboutWhateverStopsAStep(Locale language) {
		MessageRenderer texts = StrictTexts.readBy(language);
		assertThat(findings().filter((finding) -> finding.verdict().compareTo(FindingLevel.DIFFERS) < 0))
			.allSatisfy((finding) -> {
				FindingView view = FindingView.of(finding, texts);
				assertThat(view.stops()).as(finding.code()).isTrue();
				assertThat(view.explanation().title()).isNotBlank();
				assertThat(view.explanation().meaning()).isNotBlank();
				assertThat(view.explanation().todo()).isNotBlank();
			});
	}

	@ParameterizedTest
	@MethodSource("languages")
	void saysInOneSentenceWhatKeepsAStepFromBeingInEffect(Locale language) {
		MessageRenderer texts = StrictTexts.readBy(language);
		assertThat(findings().filter((finding) -> finding.verdict().compareTo(FindingLevel.MEETS) < 0))
			.allSatisfy((finding) -> assertThat(texts.of(StoredMessage.of(finding.key() + ".brief", finding.subject())))
				.isNotBlank());
	}

	@ParameterizedTest
	@MethodSource("languages")
	void saysWhatElseChangesBringAboutAndWhatStays(Locale language) {
		MessageRenderer texts = StrictTexts.readBy(language);
		assertThat(ManyLooks.all()
			.flatMap((look) -> Stream.concat(look.sideEffects().stream(), look.untouched().stream()))
			.map(texts::of)).isNotEmpty().noneMatch(String::isBlank);
	}

	@Test
	void explainsEverythingInBothLanguagesOrInNone() {
		assertThat(findings()).allSatisfy((finding) -> {
			FindingView english = FindingView.of(finding, StrictTexts.readBy(Locale.ENGLISH));
			FindingView german = FindingView.of(finding, StrictTexts.readBy(Locale.GERMAN));
			assertThat(german.explanation() == null).isEqualTo(english.explanation() == null);
			if (english.explanation() != null) {
				assertThat(german.explanation().todo()).isNotEqualTo(english.explanation().todo());
				assertThat(german.explanation().link() == null).isEqualTo(english.explanation().link() == null);
			}
		});
	}

	@ParameterizedTest
	@CsvSource({ "BLOCKS, blocks, true, true, false", "UNKNOWN, unseen, true, false, false",
			"CHOOSE, left-to-operator, true, false, true", "DIFFERS, differs, false, false, false",
			"MEETS, meets, false, false, false", "NOTE, note, false, false, false" })
	void stopsAStepOnlyWhereAPersonMustActFirst(FindingLevel level, String status, boolean stops, boolean blocks,
			boolean choice) {
		Finding finding = new Finding("SERVER-BUILD-TOO-OLD", "EX2", null, StoredMessage.of("seen.plain", "15.0"),
				level, List.of("EX2", "15.0.516.32", "15.0.775.38"), null, List.of());
		FindingView view = FindingView.of(finding, StrictTexts.readBy(Locale.ENGLISH));
		assertThat(view.row().status()).isEqualTo(status);
		assertThat(view.stops()).isEqualTo(stops);
		assertThat(view.blocks()).isEqualTo(blocks);
		assertThat(view.choice()).isEqualTo(choice);
	}

	@Test
	void tellsAtLengthWhatAPersonMustMendBesideThePlan() {
		FindingView view = FindingView.of(of("CERTIFICATE-MISSING-BY-HAND"), StrictTexts.readBy(Locale.ENGLISH));
		assertThat(view.tells()).isTrue();
		assertThat(view.explained()).as("not a second time in its row").isFalse();
	}

	@Test
	void explainsInItsRowWhatCannotBeProved() {
		Finding finding = new Finding("PROXY-UNREADABLE", "OnPrem-Proxy", null, StoredMessage.of("seen.plain", "x"),
				FindingLevel.UNPROVED, List.of("fabrikam.com"), null, List.of());
		FindingView view = FindingView.of(finding, StrictTexts.readBy(Locale.ENGLISH));
		assertThat(view.explained()).isTrue();
		assertThat(view.explanation().todo()).startsWith("Apply the plan.");
	}

	@Test
	void leadsToWhereATooOldServerIsUpdated() {
		FindingView view = FindingView.of(of("SERVER-BUILD-TOO-OLD"), StrictTexts.readBy(Locale.ENGLISH));
		assertThat(view.explanation().title()).isEqualTo("EX2 is too old");
		assertThat(view.explanation().meaning()).contains("EX2 runs Exchange 2013 RTM (15.0.516.32)",
				"Exchange 2013 CU3 (15.0.775.38)");
		assertThat(view.explanation().link()).startsWith("https://learn.microsoft.com/");
		assertThat(view.evidence().words()).contains("Build 516.32");
	}

	@ParameterizedTest
	@CsvSource({ "SERVER-BUILD-TOO-OLD, BLOCKS, update", "SERVER-NOT-REACHED, BLOCKS, faults",
			"CERTIFICATE-MISSING, BROKEN, reset", "DOMAIN-NOT-IN-TENANT, BLOCKS,", "SERVER-BUILD-TOO-OLD, NOTE," })
	void leadsToWhereTheLabMendsWhatBlocks(String code, FindingLevel level, String place) {
		FindingView view = new FindingView(code, null, level, null, null);
		assertThat(view.labPlace()).isEqualTo(place);
	}

	@Test
	void bendsToTheNumberOfCertificatesToChooseFrom() {
		FindingView view = FindingView.of(of("CERTIFICATE-CHOICE"), StrictTexts.readBy(Locale.GERMAN));
		assertThat(view.explanation().title()).startsWith("3 Zertifikate");
	}

	@Test
	void hasNothingToShowOfAStepWhereNobodyEverLooked() {
		Snapshots snapshots = mock(Snapshots.class);
		given(snapshots.newest(FABRIKAM, StepName.OAUTH)).willReturn(Optional.empty());
		LastLook seen = new StepFindings(snapshots, StrictTexts.readBy(Locale.ENGLISH)).of(FABRIKAM, StepName.OAUTH);
		assertThat(seen).isEqualTo(LastLook.NEVER);
		assertThat(seen.ever()).isFalse();
		assertThat(seen.summary()).isEqualTo(new LastLook.Summary("enablement.findings.never", 0, 0, false));
	}

	@ParameterizedTest
	@MethodSource("languages")
	void sumsUpEveryLookInOneSentence(Locale language) {
		ManyLooks.all().forEach((look) -> {
			LastLook seen = seen(look, language);
			assertThat(seen.at()).isEqualTo(StepFixture.NOW);
			assertThat(seen.findings()).hasSameSizeAs(look.findings());
			assertThat(seen.plannable()).isEqualTo(look.plannable());
			assertThat(seen.plannable() && !look.broken()).isEqualTo(seen.stopping().isEmpty());
			assertThat(seen.candidates()).isEqualTo(look.candidates());
			String count = Long.toString(seen.summary().count());
			assertThat(StrictTexts.readBy(language).of(seen.summary().key(), count)).isNotBlank();
			assertThat(StrictTexts.readBy(language).of(seen.summary().lineKey(), count)).isNotBlank();
		});
	}

	/** What a page folds above a plan says itself that the plan mends it. */
	@Test
	void foldsOnlyWhatSaysThatThePlanMendsIt() {
		assertThat(ManyLooks.all()
			.flatMap((look) -> seen(look, Locale.ENGLISH).telling().stream())
			.filter(FindingView::planMends)).isNotEmpty()
			.allSatisfy(
					(finding) -> assertThat(finding.explanation().todo().toLowerCase(Locale.ROOT)).as(finding.code())
						.containsAnyOf("apply the plan", "the plan copies"));
	}

	@Test
	void countsWhatStopsAStepBeforeWhatDiffers() {
		assertThat(ManyLooks.all().map((look) -> seen(look, Locale.ENGLISH).summary().key()).distinct())
			.containsExactlyInAnyOrder("enablement.findings.stop", "enablement.findings.differences",
					"enablement.findings.fine", "enablement.findings.broken", "enablement.findings.unproved");
	}

	private static LastLook seen(Examination look, Locale language) {
		Snapshots snapshots = mock(Snapshots.class);
		given(snapshots.newest(FABRIKAM, StepName.OAUTH))
			.willReturn(Optional.of(new Snapshot(5, 9, StepFixture.NOW, look)));
		return new StepFindings(snapshots, StrictTexts.readBy(language)).of(FABRIKAM, StepName.OAUTH);
	}

	private static Stream<Finding> findings() {
		List<Change> back = List.of(new EnablePushProxy("", new DomainName("fabrikam.com")));
		return Stream.concat(ManyLooks.all().flatMap((look) -> look.findings().stream()),
				ReturnedFindings.of(back).stream());
	}

	private static Finding of(String code) {
		return findings().filter((finding) -> finding.code().equals(code)).findFirst().orElseThrow();
	}

}
