package io.hybridge.enablement.run;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.test.util.ReflectionTestUtils;

import io.hybridge.audit.AuditActor;
import io.hybridge.organization.DomainName;
import io.hybridge.organization.OrganizationId;
import io.hybridge.run.RunKind;
import io.hybridge.run.StepRun;
import io.hybridge.run.plan.Plan;
import io.hybridge.run.plan.PlanKind;
import io.hybridge.run.plan.Plans;
import io.hybridge.step.StepName;
import io.hybridge.step.change.Change;
import io.hybridge.step.change.EnablePushProxy;
import io.hybridge.step.change.OneOfEachChange;
import io.hybridge.step.change.SetAuthServer;
import io.hybridge.web.text.MessageRenderer;
import io.hybridge.web.text.StrictTexts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/** What a person reads when a plan was refused because the organization had changed. */
class StaleDifferencesTests {

	private static final Change CREATE = new SetAuthServer("MicrosoftSts", null, "https://new.example");

	private static final Change UPDATE = new SetAuthServer("MicrosoftSts", "https://old.example",
			"https://new.example");

	private static final Change ENABLE = new EnablePushProxy("", new DomainName("fabrikam.com"));

	@AfterEach
	void forgetTheLanguage() {
		LocaleContextHolder.resetLocaleContext();
	}

	static Stream<Locale> languages() {
		return Stream.of(Locale.ENGLISH, Locale.GERMAN);
	}

	@Test
	void namesBothValuesWhereAChangeStartsFromAnother() {
		assertThat(differences(Locale.ENGLISH, List.of(CREATE), List.of(UPDATE)))
			.containsExactly("Set up the auth server MicrosoftSts: now starts from another value. "
					+ "Planned: Does not exist. Found: https://old.example");
		assertThat(differences(Locale.GERMAN, List.of(UPDATE), List.of(CREATE))).singleElement()
			.asString()
			.startsWith("Autorisierungsserver MicrosoftSts einrichten")
			.contains("https://old.example")
			.contains("Nicht vorhanden");
	}

	@Test
	void saysThatThereIsNothingLeftToDo() {
		assertThat(differences(Locale.ENGLISH, List.of(ENABLE), null))
			.containsExactly("Enable the push proxy: there is nothing left to do, or it cannot be done now");
	}

	@Test
	void saysWhatWasNotPlanned() {
		assertThat(differences(Locale.ENGLISH, List.of(CREATE), List.of(CREATE, ENABLE)))
			.containsExactly("Enable the push proxy: was not in the plan");
	}

	@Test
	void saysWhereAChangeLeadsElsewhere() {
		Change elsewhere = new EnablePushProxy("", new DomainName("contoso.com"));
		assertThat(differences(Locale.ENGLISH, List.of(ENABLE), List.of(elsewhere)))
			.containsExactly("Enable the push proxy: now leads to another value");
	}

	@ParameterizedTest
	@MethodSource("languages")
	void hasWordsForEveryKindOfChangeThatIsGoneOrNew(Locale language) {
		OneOfEachChange.all().forEach((change) -> {
			assertThat(differences(language, List.of(change), List.of())).singleElement().asString().isNotBlank();
			assertThat(differences(language, List.of(), List.of(change))).singleElement().asString().isNotBlank();
			assertThat(differences(language, List.of(change), List.of(change))).isEmpty();
		});
	}

	private static List<String> differences(Locale language, List<Change> planned, List<Change> now) {
		MessageRenderer texts = StrictTexts.readBy(language);
		Plans plans = mock(Plans.class);
		given(plans.find(3)).willReturn(Optional.of(plan(planned)));
		given(plans.madeBy(7)).willReturn(Optional.ofNullable(now).map(StaleDifferencesTests::plan));
		StepRun run = new StepRun(new OrganizationId(1), StepName.OAUTH, RunKind.APPLY,
				AuditActor.person(7, "Petra Kern", null), Instant.EPOCH)
			.applying(3, null);
		ReflectionTestUtils.setField(run, "id", 7L);
		return new StaleDifferences(plans, new ChangeTitles(new ChangeViews(texts), texts), texts).of(run);
	}

	private static Plan plan(List<Change> changes) {
		return new Plan(3, new OrganizationId(1), StepName.OAUTH, PlanKind.APPLY, 2,
				new Plan.Content(changes, List.of(), List.of(), List.of(), false), "f", "Petra Kern", Instant.EPOCH,
				Instant.EPOCH);
	}

}
