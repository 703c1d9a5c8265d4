package io.hybridge.web.help;

import java.util.List;
import java.util.Locale;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.test.web.servlet.MockMvc;

import io.hybridge.security.People;
import io.hybridge.support.ApplicationTest;
import io.hybridge.web.text.SentencePart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

/** What the words mean, on their page and where they first stand. */
@ApplicationTest
class GlossaryTests {

	@Autowired
	MockMvc mvc;

	@Autowired
	Glossary glossary;

	@Test
	void isOnePageForEverybodyThatTheHeaderLeadsTo() throws Exception {
		Document page = Jsoup.parse(this.mvc.perform(get("/help/terms").with(People.auditor()))
			.andReturn()
			.getResponse()
			.getContentAsString());
		assertThat(page.select("header a[href=/help/terms]").text()).isEqualTo("Help");
		assertThat(page.select("dt#auth-certificate").text()).isEqualTo("auth certificate");
		assertThat(page.select("dt").eachText()).hasSize(page.select("dd").size())
			.isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER);
	}

	@Test
	void linksTheLongestWordInAnyForm() {
		assertThat(linked("The auth certificates of Fabrikam", Locale.ENGLISH))
			.containsExactly("auth certificates=/help/terms#auth-certificate");
		assertThat(linked("Die Domäne des Mandanten und der Schlüssel", Locale.GERMAN))
			.containsExactly("Mandanten=/help/terms#tenant", "Schlüssel=/help/terms#key");
	}

	@Test
	void linksNoPartOfAnotherWord() {
		assertThat(linked("The keyboard of a probe-like keynote", Locale.ENGLISH)).isEmpty();
	}

	@Test
	void losesNothingOfTheSentenceAndLinksAWordOnce() {
		String sentence = "Key 7595DBDE…253C is not the key of the tenant.";
		LocaleContextHolder.setLocale(Locale.ENGLISH);
		List<SentencePart> parts = this.glossary.of(sentence);
		StringBuilder text = new StringBuilder();
		parts.forEach((part) -> text.append(part.text()));
		assertThat(text).hasToString(sentence);
		assertThat(parts).filteredOn((part) -> part.face() == SentencePart.Face.TERM)
			.extracting(SentencePart::whole)
			.containsExactly("/help/terms#key", "/help/terms#tenant");
	}

	private List<String> linked(String sentence, Locale locale) {
		LocaleContextHolder.setLocale(locale);
		return this.glossary.of(sentence)
			.stream()
			.filter((part) -> part.face() == SentencePart.Face.TERM)
			.map((part) -> part.text() + "=" + part.whole())
			.toList();
	}

}
