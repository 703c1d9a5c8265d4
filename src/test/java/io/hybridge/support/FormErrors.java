package io.hybridge.support;

import java.util.List;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

import static org.assertj.core.api.Assertions.assertThat;

/** What every form must say that came back with something to put right. */
public final class FormErrors {

	/** What is asked for, and not that nothing is wrong. */
	private static final String ASKS = "(Enter|Choose|Type|Paste|Add) .*";

	private FormErrors() {
	}

	/**
	 * Looks at the title, the list that has the focus, and each field that it leads to.
	 * @param page that answered bad input
	 * @return ids of the fields that are to be put right
	 */
	public static List<String> check(Document page) {
		assertThat(page.title()).matches("(Error|Fehler): .*");
		assertThat(page.select("[autofocus]")).as("has the focus: %s", page.title()).hasSize(1);
		Element list = page.selectFirst("form [autofocus], #plan ~ [autofocus], [autofocus]:has(+ #plan)");
		assertThat(list).as("stands first in its form: %s", page.title()).isNotNull();
		assertThat(list.attr("tabindex")).isEqualTo("-1");
		assertThat(list.select("li")).isNotEmpty().allMatch((problem) -> !problem.text().isBlank());
		list.select("a").forEach((link) -> checkField(page, link));
		assertThat(list.select("a").eachText()).as("every message is in the list, in the order of the page")
			.containsExactlyElementsOf(page.select("p.error").eachText());
		assertThat(page.select("details:not([open]) p.error").eachText()).as("hidden in a closed fold").isEmpty();
		return list.select("a").eachAttr("href").stream().map((href) -> href.substring(1)).toList();
	}

	private static void checkField(Document page, Element link) {
		Element field = page.selectFirst(link.attr("href"));
		if (field != null && page.select("html[lang=en]").hasText()
				&& field.is("input:not([type])[value=''], [type=text][value='']")) {
			assertThat(link.text()).as("an empty field says what is missing: %s", field.id()).matches(ASKS);
		}
		assertThat(field).as("leads to a field: %s", link).isNotNull();
		assertThat(field.is("input, select, textarea")).as("can have the focus: %s", field).isTrue();
		Element judged = field.is("[type=radio]") ? field.closest("[role=radiogroup]") : field;
		assertThat(judged.attr("aria-invalid")).as("%s", judged.id()).isEqualTo("true");
		assertThat(List.of(judged.attr("aria-describedby").split(" "))
			.stream()
			.map((id) -> page.getElementById(id).text())).contains(link.text());
	}

}
