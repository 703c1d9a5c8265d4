package io.hybridge.web.dialect;

import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.StringTemplateResolver;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

import io.hybridge.web.Status;
import io.hybridge.web.StatusWords;
import io.hybridge.web.text.SentencePart;

import static org.assertj.core.api.Assertions.assertThat;

class HybridgeDialectTests {

	private static final String HOSTILE = "<b>&'\"[[${7*7}]]";

	private static final String ESCAPED = "&lt;b&gt;&amp;&#39;&quot;[[${7*7}]]";

	private final SpringTemplateEngine engine = new SpringTemplateEngine();

	HybridgeDialectTests() {
		this.engine.setTemplateResolver(new StringTemplateResolver());
		this.engine.addDialect(new HybridgeDialect(new StatusWords()));
	}

	@Test
	void isolatesValuesAndKeepsThumbprintsWhole() {
		assertThat(written(List.of(SentencePart.words("Petra set "),
				new SentencePart("MicrosoftSts", SentencePart.Face.VALUE, null), SentencePart.words(" to "),
				new SentencePart("7595DBDE…253C", SentencePart.Face.CODE, "7595DBDE253C"))))
			.isEqualTo("<p>Petra set <bdi>MicrosoftSts</bdi> to "
					+ "<code class=\"whole\" title=\"7595DBDE253C\">7595DBDE…253C</code></p>");
	}

	@Test
	void findsTheThumbprintsOfAText() {
		assertThat(written("Key 7595DBDE…253C stays."))
			.isEqualTo("<p>Key <code class=\"whole\">7595DBDE…253C</code> stays.</p>");
	}

	@Test
	void breaksALongAddressAtItsJointsAndNothingElse() {
		assertThat(written("e.g. administrator@fabrikam.com&x=1 and fabrikam.com"))
			.isEqualTo("<p>e.g. administrator@<wbr>fabrikam.<wbr>com&amp;<wbr>x=<wbr>1 and fabrikam.com</p>");
		assertThat(written(
				List.of(new SentencePart("https://accesscontrol.windows.net/1", SentencePart.Face.VALUE, null))))
			.isEqualTo("<p><bdi>https://<wbr>accesscontrol.<wbr>windows.<wbr>net/<wbr>1</bdi></p>");
	}

	@Test
	void escapesEverything() {
		assertThat(written(HOSTILE)).isEqualTo("<p>" + ESCAPED + "</p>");
		assertThat(written(List.of(new SentencePart(HOSTILE, SentencePart.Face.VALUE, HOSTILE))))
			.isEqualTo("<p><bdi title=\"" + ESCAPED + "\">" + ESCAPED + "</bdi></p>");
		assertThat(written(List.of(new SentencePart(HOSTILE, SentencePart.Face.CODE, HOSTILE))))
			.isEqualTo("<p><code class=\"whole\" title=\"" + ESCAPED + "\">" + ESCAPED + "</code></p>");
	}

	@Test
	void whatTurnsATextAroundOrRingsIsSeenInWordsAndAttributes() {
		this.engine.addDialect(new SeenCharacters());
		String hostile = "a\u202Eb\u0007\u009Bc\u200F\u2067d\te\nf\u00AD\uD83D\uDE00";
		String seen = "a\uFFFDb\uFFFD\uFFFDc\uFFFD\uFFFDd\te\nf\u00AD\uD83D\uDE00";
		assertThat(written(hostile)).isEqualTo("<p>" + seen + "</p>");
		assertThat(written(List.of(new SentencePart(hostile, SentencePart.Face.VALUE, hostile))))
			.isEqualTo("<p><bdi title=\"" + seen + "\">" + seen + "</bdi></p>");
		assertThat(written("<a th:text=\"${shown}\" th:title=\"${shown}\"></a><img th:alt=\"${shown}\">", hostile))
			.isEqualTo("<a title=\"" + seen + "\">" + seen + "</a><img alt=\"" + seen + "\">");
		assertThat(written("<input th:value=\"${shown}\">", hostile)).as("what was typed").contains(hostile);
	}

	@Test
	void saysNothingForNull() {
		assertThat(written(null)).isEqualTo("<p></p>");
	}

	@Test
	void drawsAStatusInItsColorAndEscapesItsText() {
		Status status = new StatusWords().status("conflict", HOSTILE);
		assertThat(written("<span hy:status=\"${shown}\"></span>", status))
			.isEqualTo("<span class=\"status is-red\"><svg class=\"icon\" aria-hidden=\"true\">"
					+ "<use href=\"/console/assets/img/icons.svg#conflict\"/></svg><span>" + ESCAPED
					+ "</span></span>");
	}

	@Test
	void putsAnIconInThePlaceOfTheElement() {
		assertThat(written("<p><svg hy:icon=\"copy\"></svg></p>", null)).isEqualTo("<p><svg class=\"icon\" "
				+ "aria-hidden=\"true\"><use href=\"/console/assets/img/icons.svg#copy\"/></svg></p>");
	}

	private String written(Object shown) {
		return written("<p hy:sentence=\"${shown}\"></p>", shown);
	}

	private String written(String template, Object shown) {
		MockHttpServletRequest request = new MockHttpServletRequest();
		request.setContextPath("/console");
		WebContext context = new WebContext(JakartaServletWebApplication.buildApplication(request.getServletContext())
			.buildExchange(request, new MockHttpServletResponse()), Locale.ENGLISH);
		context.setVariable("shown", shown);
		return this.engine.process(template, context);
	}

}
