package io.hybridge.web;

import java.util.Collections;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.StringTemplateResolver;

import static org.assertj.core.api.Assertions.assertThat;

class SaidAttributeTests {

	private final SpringTemplateEngine engine = new SpringTemplateEngine();

	SaidAttributeTests() {
		this.engine.setTemplateResolver(new StringTemplateResolver());
		this.engine.addDialect(new OwnAttributes(new StatusWords()));
	}

	@Test
	void isolatesValuesAndKeepsThumbprintsWhole() {
		assertThat(written(List.of(Part.words("Petra set "), new Part("MicrosoftSts", Part.Face.VALUE, null),
				Part.words(" to "), new Part("7595DBDE…253C", Part.Face.CODE, "7595DBDE253C"))))
			.isEqualTo("<p>Petra set <bdi>MicrosoftSts</bdi> to "
					+ "<code class=\"whole\" title=\"7595DBDE253C\">7595DBDE…253C</code></p>");
	}

	@Test
	void findsTheThumbprintsOfAText() {
		assertThat(written("Key 7595DBDE…253C stays."))
			.isEqualTo("<p>Key <code class=\"whole\">7595DBDE…253C</code> stays.</p>");
	}

	@Test
	void escapesEverything() {
		String hostile = "<b>&'\"[[${7*7}]]";
		String escaped = "&lt;b&gt;&amp;&#39;&quot;[[${7*7}]]";
		assertThat(written(hostile)).isEqualTo("<p>" + escaped + "</p>");
		assertThat(written(List.of(new Part(hostile, Part.Face.VALUE, hostile))))
			.isEqualTo("<p><bdi title=\"" + escaped + "\">" + escaped + "</bdi></p>");
		assertThat(written(List.of(new Part(hostile, Part.Face.CODE, hostile))))
			.isEqualTo("<p><code class=\"whole\" title=\"" + escaped + "\">" + escaped + "</code></p>");
	}

	@Test
	void saysNothingForNull() {
		assertThat(written(null)).isEqualTo("<p></p>");
	}

	private String written(Object said) {
		Context context = new Context(Locale.ENGLISH);
		context.setVariables(Collections.singletonMap("said", said));
		return this.engine.process("<p hy:said=\"${said}\"></p>", context);
	}

}
