package io.hybridge.enablement.run;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.i18n.LocaleContextHolder;

import io.hybridge.exchange.powershell.ScriptCatalog;
import io.hybridge.organization.DomainName;
import io.hybridge.step.StepFixture;
import io.hybridge.step.change.Change;
import io.hybridge.step.change.EnablePushProxy;
import io.hybridge.step.change.OneOfEachChange;
import io.hybridge.step.change.RemoveTenantKey;
import io.hybridge.step.change.SetAuthCertificate;
import io.hybridge.step.change.SetAuthServer;
import io.hybridge.step.change.part.AuthCertificateRef;
import io.hybridge.web.DisplayValue;
import io.hybridge.web.text.StrictTexts;

import static org.assertj.core.api.Assertions.assertThat;

/** What a person reads of every kind of change before it is made, in both languages. */
class ChangeViewsTests {

	private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN);

	@AfterEach
	void forgetTheLanguage() {
		LocaleContextHolder.resetLocaleContext();
	}

	static Stream<Arguments> changesInBothLanguages() {
		return LANGUAGES.stream()
			.flatMap((language) -> OneOfEachChange.all().map((change) -> Arguments.of(language, change)));
	}

	@Test
	void leavesNoKindOut() {
		assertThat(OneOfEachChange.all().<Class<?>>map(Object::getClass).distinct())
			.containsExactlyInAnyOrderElementsOf(OneOfEachChange.kinds());
	}

	@ParameterizedTest
	@MethodSource("changesInBothLanguages")
	void saysWhatIsChangedWhereAndHowItIsTakenBack(Locale language, Change change) {
		ChangeView view = view(language, change);
		assertThat(List.of(view.title(), view.place(), view.undo())).noneMatch(String::isBlank);
		assertThat(view.now().text()).isNotBlank();
		assertThat(view.after().text()).isNotBlank().isNotEqualTo(view.now().text());
	}

	@ParameterizedTest
	@MethodSource("changesInBothLanguages")
	void showsTheScriptOfTheCatalogOrTheRequestThatWillRun(Locale language, Change change) {
		ChangeView.ShownCommand command = view(language, change).command();
		assertThat(command.text()).isNotBlank();
		if (command.name().endsWith(".ps1")) {
			String script = command.name().replace(".ps1", "");
			assertThat(command.sha256().replace(" ", "")).hasSize(64)
				.isEqualTo(ScriptCatalog.load().script(script).sha256());
		}
		else {
			assertThat(command.name()).isEqualTo("Microsoft Graph");
			assertThat(command.text()).startsWith("PATCH /v1.0/servicePrincipals/{id}\nkeyCredentials: ");
			assertThat(command.sha256()).isNull();
		}
	}

	@ParameterizedTest
	@MethodSource("changesInBothLanguages")
	void writesTheSameCommandInEveryLanguage(Locale language, Change change) {
		ChangeView.ShownCommand english = view(Locale.ENGLISH, change).command();
		ChangeView.ShownCommand shown = view(language, change).command();
		assertThat(shown.name()).isEqualTo(english.name());
		if (shown.sha256() != null) {
			assertThat(shown).isEqualTo(english);
		}
	}

	@Test
	void translatesEveryTitlePlaceAndUndo() {
		OneOfEachChange.all().forEach((change) -> {
			ChangeView english = view(Locale.ENGLISH, change);
			ChangeView german = view(Locale.GERMAN, change);
			assertThat(german.title()).isNotEqualTo(english.title());
			assertThat(german.undo()).isNotEqualTo(english.undo());
		});
	}

	@Test
	void saysOfEachChangeHowExactlyThisOneIsTakenBack() {
		assertThat(undo(new SetAuthServer("MicrosoftSts", null, "https://new"))).contains("removes MicrosoftSts")
			.doesNotContain("old address");
		assertThat(undo(new SetAuthServer("MicrosoftSts", "https://old", "https://new"))).contains("old address")
			.doesNotContain("removes");
		assertThat(undo(new EnablePushProxy("", new DomainName("fabrikam.example"))))
			.isEqualTo("Taking it back: disables it.");
		assertThat(undo(new EnablePushProxy(null, new DomainName("fabrikam.example")))).contains("could not be read");
	}

	private static String undo(Change change) {
		return view(Locale.ENGLISH, change).undo();
	}

	@Test
	void copiesTheWholeThumbprintOfWhatItShowsInShort() {
		DisplayValue after = view(Locale.ENGLISH, new SetAuthCertificate(StepFixture.EXPIRED.thumbprint().value(),
				AuthCertificateRef.Present.of(StepFixture.AUTH)))
			.after();
		assertThat(after.code()).isTrue();
		assertThat(after.text()).isEqualTo(StepFixture.AUTH.thumbprint().brief());
		assertThat(after.copy()).isEqualTo(StepFixture.AUTH.thumbprint().value());
		assertThat(after.note()).startsWith("Valid until ").endsWith("2028");
	}

	@Test
	void writesDatesInTheReadersLanguage() {
		DisplayValue after = view(Locale.GERMAN,
				new SetAuthCertificate("", AuthCertificateRef.Present.of(StepFixture.AUTH)))
			.after();
		assertThat(after.note()).startsWith("Gültig bis ").contains(". Oktober 2028");
	}

	@Test
	void namesTheObjectInItsTitle() {
		SetAuthServer change = new SetAuthServer("MicrosoftSts", null, StepFixture.URL);
		assertThat(view(Locale.ENGLISH, change).title()).isEqualTo("Set up the auth server MicrosoftSts");
		assertThat(view(Locale.GERMAN, change).title()).isEqualTo("Autorisierungsserver MicrosoftSts einrichten");
	}

	@Test
	void saysThatNothingIsThereYet() {
		ChangeView view = view(Locale.ENGLISH, new SetAuthServer("MicrosoftSts", null, StepFixture.URL));
		assertThat(view.now()).isEqualTo(DisplayValue.words("Does not exist"));
		assertThat(view.after()).isEqualTo(DisplayValue.code(StepFixture.URL));
	}

	@Test
	void bendsToTheNumberOfKeysThatStay() {
		RemoveTenantKey none = new RemoveTenantKey(StepFixture.AUTH.thumbprint().value(), StepFixture.AUTH.sha256(),
				List.of());
		assertThat(view(Locale.ENGLISH, none).now().text()).startsWith("1 key");
		assertThat(view(Locale.GERMAN, none).now().text()).startsWith("1 Schlüssel");
	}

	@Test
	void showsAHostileNameAsPlainText() {
		EnablePushProxy change = new EnablePushProxy("{0}'; Remove-Item *", new DomainName("fabrikam.com"));
		assertThat(view(Locale.ENGLISH, change).command().text()).doesNotContain("Remove-Item");
	}

	private static ChangeView view(Locale language, Change change) {
		return new ChangeViews(StrictTexts.readBy(language)).of(change);
	}

}
