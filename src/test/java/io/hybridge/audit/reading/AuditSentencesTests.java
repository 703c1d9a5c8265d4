package io.hybridge.audit.reading;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;

import io.hybridge.audit.AuditActor;
import io.hybridge.audit.AuditKind;
import io.hybridge.audit.AuditOutcome;
import io.hybridge.step.change.Change;
import io.hybridge.web.text.SentencePart;

import static org.assertj.core.api.Assertions.assertThat;

class AuditSentencesTests {

	private static final List<String> CHANGES = Stream.of(Change.class.getPermittedSubclasses())
		.map((change) -> change.getSimpleName().replaceAll("(?<=.)(?=[A-Z])", "-").toLowerCase(Locale.ROOT))
		.toList();

	private static final List<String> RUNS = List.of("apply", "verify", "undo");

	private static final List<String> LAB = List.of("reset", "install-cu23", "send-message", "clear-phone",
			"inject-fault", "remove-fault", "turn-trait");

	private final AuditSentences sentences = new AuditSentences(messages());

	@AfterEach
	void forgetTheLanguage() {
		LocaleContextHolder.resetLocaleContext();
	}

	static Stream<Case> occurring() {
		return Stream.of("", "_de").flatMap((language) -> Stream.of(AuditKind.values()).flatMap((kind) -> {
			SentenceParameters shape = SentenceParameters.of(kind);
			return shape.outcomes()
				.stream()
				.flatMap((outcome) -> variants(kind).stream()
					.map((variant) -> new Case(language, kind, variant, outcome)));
		}));
	}

	private static List<String> variants(AuditKind kind) {
		return switch (kind) {
			case CHANGE -> CHANGES;
			case RUN -> RUNS;
			case LAB -> LAB;
			case DEVICE_TEST -> List.of("yes", "number", "no", "not-yet");
			default -> List.of("");
		};
	}

	@ParameterizedTest
	@MethodSource("occurring")
	void everyKindAndOutcomeHasItsSentenceInBothLanguages(Case each) {
		assertThat(bundle(each.language())).containsKey(each.key());
	}

	@Test
	void everySentenceTellsOfAnOutcomeThatOccurs() {
		for (AuditKind kind : AuditKind.values()) {
			String prefix = "audit." + AuditSentence.key(kind) + ".";
			assertThat(bundle("").stringPropertyNames()).filteredOn((key) -> key.startsWith(prefix))
				.allMatch((key) -> occurs(kind, List.of(key.substring(prefix.length()).split("\\."))));
		}
	}

	private static boolean occurs(AuditKind kind, List<String> key) {
		boolean variant = key.size() == 1 || !List.of(AuditKind.CHANGE, AuditKind.RUN, AuditKind.LAB).contains(kind)
				|| variants(kind).contains(key.getFirst()) || key.equals(List.of("stop", "attempted"));
		return variant && (kind == AuditKind.DEVICE_TEST ? variants(kind).contains(key.getLast())
				: SentenceParameters.of(kind)
					.outcomes()
					.stream()
					.anyMatch((outcome) -> AuditSentence.key(outcome).equals(key.getLast())));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "_de" })
	void everyKindOutcomeStepRoleAndActorHasAWord(String language) {
		Properties bundle = bundle(language);
		Stream.of(AuditKind.values())
			.forEach((kind) -> assertThat(bundle).containsKey("audit.kind." + AuditSentence.key(kind)));
		Stream.of(AuditOutcome.values())
			.forEach((outcome) -> assertThat(bundle).containsKeys("audit.outcome." + AuditSentence.key(outcome),
					"audit.any." + AuditSentence.key(outcome)));
		Stream.of(AuditActor.Type.values())
			.forEach((type) -> assertThat(bundle).containsKey("audit.actor." + AuditSentence.key(type)));
		assertThat(bundle).containsKeys("audit.step.tenant", "audit.step.servers", "audit.step.oauth",
				"audit.step.push-proxy", "audit.role.administrator", "audit.role.operator", "audit.role.auditor");
	}

	@Test
	void bothLanguagesHaveTheSameKeys() {
		Set<Object> english = new TreeSet<>(bundle("").keySet());
		assertThat(new TreeSet<>(bundle("_de").keySet())).isEqualTo(english);
	}

	@Test
	void bendsToTheNumberOfChanges() {
		assertThat(english(AuditKind.RUN, "runKind", "APPLY", "step", "OAUTH", "changes", "3"))
			.isEqualTo("Petra Kern applied 3 changes in step OAuth");
		assertThat(english(AuditKind.RUN, "runKind", "APPLY", "step", "OAUTH", "changes", "1"))
			.isEqualTo("Petra Kern applied one change in step OAuth");
		assertThat(german(AuditKind.PLAN, "step", "PUSH_PROXY", "changes", "0"))
			.isEqualTo("Petra Kern hat im Schritt Push-Proxy keine Änderungen geplant");
	}

	@Test
	void saysOfARunThatStoppedHowManyChangesItMade() {
		assertThat(stopped("APPLY", "1"))
			.isEqualTo("Petra Kern started to apply 3 changes in step OAuth, and stopped on request: one was made");
		assertThat(stopped("UNDO", "2")).isEqualTo(
				"Petra Kern started to take back 3 changes of step OAuth, and stopped on request: 2 were taken back");
		assertThat(stopped("APPLY", "0")).endsWith("stopped on request: none was made");
	}

	private String stopped(String kind, String made) {
		return of(AuditOutcome.STOPPED, AuditKind.RUN, "runKind", kind, "step", "OAUTH", "changes", "3", "made", made);
	}

	@Test
	void saysWhatWasChangedOfAnAccount() {
		assertThat(english(AuditKind.USER_CHANGED, "user", "anna@fabrikam.com", "what", "role", "role", "AUDITOR",
				"before", "OPERATOR", "after", "AUDITOR"))
			.isEqualTo("Petra Kern gave anna@fabrikam.com the role auditor");
		for (String what : List.of("renewal", "deactivated", "activated", "password", "sessions", "ended-sessions")) {
			assertThat(english(AuditKind.USER_CHANGED, "user", "anna@fabrikam.com", "what", what)).as(what)
				.isNotEqualTo("Petra Kern changed the account of anna@fabrikam.com");
		}
	}

	@Test
	void saysWhatACheckFoundAndWhatAPlanIsFor() {
		assertThat(of(AuditOutcome.NEEDS_ATTENTION, AuditKind.CHECK, "step", "SERVERS", "differences", "0", "blocks",
				"1", "unknown", "0"))
			.isEqualTo("Petra Kern checked step Servers: one finding stops the step");
		assertThat(of(AuditOutcome.UNKNOWN, AuditKind.CHECK, "step", "TENANT", "differences", "0", "blocks", "0",
				"unknown", "2"))
			.isEqualTo("Petra Kern checked step Tenant, but 2 things could not be seen");
		assertThat(of(AuditOutcome.DONE, AuditKind.CHECK, "step", "TENANT", "differences", "0", "blocks", "0",
				"unknown", "0", "reader", "application", "application", "7d0c1d2e", "certificate", "A1B2"))
			.isEqualTo("Petra Kern checked step Tenant: everything is as it should be; read by the application"
					+ " 7d0c1d2e with certificate A1B2");
		assertThat(english(AuditKind.PLAN, "step", "OAUTH", "changes", "2", "runKind", "undo"))
			.isEqualTo("Petra Kern planned to take back 2 changes of step OAuth");
	}

	@Test
	void saysWhatTheLabWasMadeToDo() {
		assertThat(english(AuditKind.LAB, "action", "inject-fault", "detail", "PATCH keys", "fault", "LOSE_ANSWER"))
			.isEqualTo("Petra Kern had the lab lose the answer at PATCH keys");
		assertThat(german(AuditKind.LAB, "action", "reset", "detail", "STANDARD"))
			.isEqualTo("Petra Kern hat das Labor zurückgesetzt: Fabrikam im Normalzustand");
		assertThat(german(AuditKind.LAB, "action", "reset", "detail", "TENANT_KEY_ENDED"))
			.isEqualTo("Petra Kern hat das Labor zurückgesetzt: Schlüsseleintrag abgelaufen, Zertifikat noch gültig");
		assertThat(english(AuditKind.LAB, "action", "turn-trait", "detail", "BASIC_OFF"))
			.isEqualTo("Petra Kern changed how the lab answers: WinRM offers only Negotiate and Kerberos");
		assertThat(english(AuditKind.LAB, "action", "install-cu23", "detail", "ex2.fabrikam.com"))
			.isEqualTo("Petra Kern installed Cumulative Update 23 on ex2.fabrikam.com in the lab");
	}

	@Test
	void doesNotRepeatANameThatNobodyHas() {
		assertThat(of(AuditOutcome.REFUSED, AuditKind.SIGN_IN, "name", "unknown"))
			.isEqualTo("A sign-in with an unknown user name was refused");
	}

	@Test
	void saysCreatedWhereNothingWasBefore() {
		assertThat(english(AuditKind.CHANGE, "change", "set-auth-server", "object", "MicrosoftSts", "before", "",
				"after", "{}"))
			.isEqualTo("Petra Kern created the auth server MicrosoftSts");
		assertThat(german(AuditKind.CHANGE, "change", "set-auth-server", "object", "MicrosoftSts", "before", "{}",
				"after", "{}"))
			.isEqualTo("Petra Kern hat den Autorisierungsserver MicrosoftSts geändert");
	}

	@Test
	void shortensThumbprintsButKeepsThemWhole() {
		String thumbprint = "7595DBDE00112233445566778899AABBCCDD253C";
		List<SentencePart> parts = this.sentences.parts(sentence(AuditKind.CHANGE, "change", "add-tenant-key", "object",
				"Exchange Online", "after", thumbprint));
		assertThat(parts).extracting(SentencePart::text)
			.containsExactly("Petra Kern", " added key ", "7595DBDE…253C", " to ", "Exchange Online");
		assertThat(parts.get(2).whole()).isEqualTo(thumbprint);
	}

	@Test
	void takesNoParameterForAMessageOrAFormat() {
		assertThat(english(AuditKind.CHANGE, "change", "../../evil {0}", "object", "{5,choice,x}"))
			.isEqualTo("Petra Kern changed {5,choice,x}");
		assertThat(english(AuditKind.LAB, "action", "a\uE001b\uE000<b>")).endsWith("a\uFFFDb\uFFFD<b>");
	}

	@Test
	void survivesMissingParameters() {
		assertThat(english(AuditKind.CHECK)).isEqualTo("Petra Kern checked step (none): everything is as it should be");
	}

	private String english(AuditKind kind, String... parameters) {
		LocaleContextHolder.setLocale(Locale.ENGLISH);
		return this.sentences.text(sentence(kind, parameters));
	}

	private String of(AuditOutcome outcome, AuditKind kind, String... parameters) {
		LocaleContextHolder.setLocale(Locale.ENGLISH);
		return this.sentences.text(sentence(outcome, kind, parameters));
	}

	private String german(AuditKind kind, String... parameters) {
		LocaleContextHolder.setLocale(Locale.GERMAN);
		return this.sentences.text(sentence(kind, parameters));
	}

	private static AuditSentence sentence(AuditKind kind, String... parameters) {
		return sentence(AuditOutcome.DONE, kind, parameters);
	}

	private static AuditSentence sentence(AuditOutcome outcome, AuditKind kind, String... parameters) {
		Map<String, String> map = new LinkedHashMap<>();
		for (int i = 0; i < parameters.length; i += 2) {
			map.put(parameters[i], parameters[i + 1]);
		}
		return AuditSentence.of(kind, outcome, "Petra Kern", "Fabrikam", "ex1.fabrikam.com", map);
	}

	private static ResourceBundleMessageSource messages() {
		ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
		messages.setBasenames("messages/audit", "messages/lab");
		messages.setDefaultEncoding("UTF-8");
		messages.setFallbackToSystemLocale(false);
		messages.setAlwaysUseMessageFormat(true);
		return messages;
	}

	private static Properties bundle(String language) {
		Properties bundle = new Properties();
		try (Reader reader = new InputStreamReader(
				AuditSentencesTests.class.getResourceAsStream("/messages/audit" + language + ".properties"),
				StandardCharsets.UTF_8)) {
			bundle.load(reader);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		return bundle;
	}

	record Case(String language, AuditKind kind, String variant, AuditOutcome outcome) {

		String key() {
			if (this.kind == AuditKind.DEVICE_TEST) {
				return "audit.device-test." + this.variant;
			}
			return "audit." + AuditSentence.key(this.kind) + "." + (this.variant.isEmpty() ? "" : this.variant + ".")
					+ AuditSentence.key(this.outcome);
		}

	}

}
