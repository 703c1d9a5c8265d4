package io.hybridge.audit.search;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SearchTests {

	private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

	@Test
	void readsEveryPartOfALine() {
		Search search = read("actor:petra -action:signin organization:\"Fabrikam AG\" server:ex1 outcome:refused "
				+ "after:2026-11-01 before:2026-11-24T14:05 free words");
		assertThat(search.problems()).isEmpty();
		assertThat(sql(search)).containsExactlyInAnyOrder("(position(' actor:petra' in words) > 0)",
				"kind not in ([SIGN_IN])", "chain = 12", "(position(' server:ex1' in words) > 0)", "outcome = REFUSED",
				"happened_at >= 2026-10-31T23:00Z", "happened_at < 2026-11-24T13:05Z",
				"(position(' free' in words) > 0)", "(position(' words' in words) > 0)");
	}

	@Test
	void includesTheDayNamedAsTheEndAndLeavesOutTheDayBefore() {
		assertThat(sql(read("until:2026-11-24"))).containsExactly("happened_at < 2026-11-24T23:00Z");
		assertThat(sql(read("before:2026-11-24"))).containsExactly("happened_at < 2026-11-23T23:00Z");
	}

	@Test
	void takesOneOfSeveralValuesOfAFieldAndAllOfTheWords() {
		assertThat(sql(read("outcome:done outcome:unknown actor:petra actor:amira"))).containsExactlyInAnyOrder(
				"outcome in ([DONE, UNKNOWN])",
				"(position(' actor:petra' in words) > 0 or position(' actor:amira' in words) > 0)");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~', value = { "colour:red|field", "actor:|empty", "actor:\"\"|empty",
			"\"open|quote", "actor:\"a|quote", "-\"|quote", "action:drop-table|kind", "outcome:good|outcome",
			"since:24.11.2026|time", "since:2026-02-30|time", "until:yesterday|time", "until:2026-11-24T25:00|time",
			"-since:2026-11-24|time", "since:99999-01-01|time", "since:-2026-01-01|time",
			"before:+999999-01-01T00:00|time", "since:-99999-01-01T00:00|time", "until:\"+10000-01-01 00:00\"|time",
			"organization:\u0000x|organization", "run:x|run", "run:1234567890123456789|run",
			"organization:nobody|organization", "organization:99999999999999999999|organization", "***|word",
			"actor:***|word", "since:2026-11-24 until:2026-11-01|order", "https://x|field" })
	void saysWhatItCannotReadAndKeepsTheRest(String bad, String rule) {
		Search search = read("outcome:done " + bad);
		assertThat(search.problems()).extracting(SearchProblem::code).containsExactly("audit.search.error." + rule);
		assertThat(search.problems()).extracting(SearchProblem::property).containsExactly("q");
		assertThat(search.form().q()).isEqualTo("outcome:done " + bad);
		assertThat(sql(search)).contains("outcome = DONE");
	}

	@Test
	void saysThatMoreOrganizationsHaveANameThatBeginsSoThanItTakes() {
		List<Long> many = LongStream.rangeClosed(1, 201).boxed().toList();
		for (String line : List.of("organization:f", "-organization:f")) {
			assertThat(Search.read(SearchForm.of(line), BERLIN, (beginning) -> many.subList(0, 200)).problems())
				.isEmpty();
			Search search = Search.read(SearchForm.of(line), BERLIN, (beginning) -> many);
			assertThat(search.problems()).extracting(SearchProblem::code)
				.containsExactly("audit.search.error.organizations");
			assertThat(search.filter().conditions()).isEmpty();
		}
	}

	@Test
	void refusesALineThatIsTooLongOrHasTooManyParts() {
		assertThat(read("a".repeat(500)).problems()).isEmpty();
		assertThat(read("a".repeat(501)).problems()).extracting(SearchProblem::code)
			.containsExactly("audit.search.error.long");
		assertThat(read("a ".repeat(20)).problems()).isEmpty();
		Search many = read("a ".repeat(21));
		assertThat(many.problems()).extracting(SearchProblem::code).containsExactly("audit.search.error.many");
		assertThat(many.filter().conditions()).hasSize(20);
	}

	@Test
	void namesTheFieldOfTheFormThatIsWrong() {
		Search search = Search.read(new SearchForm(null, "12", null, "x", null, null, "x", null, "\"y"), BERLIN,
				(name) -> List.of());
		assertThat(search.problems()).extracting(SearchProblem::property)
			.containsExactlyInAnyOrder("kind", "from", "words");
	}

	@ParameterizedTest
	@ValueSource(strings = { "'; drop table audit_entry; --", "%", "_", "\\", "\" or 1=1", "a:b", "-minus",
			"\"quoted\"", "käse\u202e", "{x}", ":p0", "?" })
	void bringsAWordThroughFormAndLineUnchangedAndNeverIntoAStatement(String value) {
		SearchForm form = new SearchForm(null, null, value + "x1", null, null, null, null, null, null);
		Search again = read(Search.read(form, BERLIN, (name) -> List.of()).form().line());
		assertThat(again.form().person()).isEqualTo(value + "x1");
		assertThat(again.filter().sql(new LinkedHashMap<>())).containsExactly("(position(:p0 in words) > 0)");
	}

	@Test
	void writesEveryTermSoThatItIsReadTheSame() {
		for (SearchTerm term : List.of(new SearchTerm(true, null, "a b"), new SearchTerm(false, null, "-a"),
				new SearchTerm(false, null, "a:b"), new SearchTerm(true, SearchField.ACTOR, "a\\\"b"),
				new SearchTerm(false, SearchField.SERVER, "ex1.fabrikam.com"), new SearchTerm(false, null, "a\\b"))) {
			assertThat(SearchLine.read(term.text(), "q", new ArrayList<>())).containsExactly(term);
		}
	}

	@Test
	void readsAnythingWithoutFailing() {
		Random random = new Random(7);
		String letters = "ab:-\" \\'%é\u0000\ud800\t12since:outcome:";
		for (int i = 0; i < 20_000; i++) {
			StringBuilder line = new StringBuilder();
			for (int j = random.nextInt(30); j >= 0; j--) {
				line.append(letters.charAt(random.nextInt(letters.length())));
			}
			Search search = read(line.toString());
			Search again = read(SearchForm.text(SearchLine.read(search.form().q(), "q", new ArrayList<>())));
			assertThat(again.filter()).isEqualTo(search.filter());
		}
	}

	@Test
	void fillsTheFormAndKeepsAmongTheWordsWhatHasNoField() {
		SearchForm form = read("actor:petra actor:amira -outcome:done since:2026-11-24T14:05 x until:2026-11-24")
			.form();
		assertThat(form.person()).isEqualTo("petra");
		assertThat(form.until()).isEqualTo("2026-11-24");
		assertThat(form.from()).isNull();
		assertThat(form.words()).isEqualTo("actor:amira -outcome:done since:2026-11-24T14:05 x");
	}

	@Test
	void takesAFormThatIsEmptyForOneThatWasSent() {
		SearchForm sent = new SearchForm(null, "", "", "", "", "", "", "", "");
		assertThat(sent.fields()).isTrue();
		assertThat(Search.read(sent, BERLIN, (name) -> List.of()).address()).isEqualTo("/audit");
		assertThat(SearchForm.of(null).fields()).isFalse();
	}

	@Test
	void givesAShortAddressThatSaysTheSame() {
		assertThat(read("").address()).isEqualTo("/audit");
		assertThat(read("actor:\"Kern & Söhne {x} +%?#\"").address("before", 41L))
			.isEqualTo("/audit?q=actor:%22Kern%20%26%20S%C3%B6hne%20%7Bx%7D%20%2B%25%3F%23%22&before=41");
	}

	private static Search read(String line) {
		return Search.read(SearchForm.of(line), BERLIN,
				(beginning) -> "fabrikam ag".startsWith(beginning) ? List.of(12L) : List.of());
	}

	/** The conditions with their values, only to compare. */
	private static List<String> sql(Search search) {
		Map<String, Object> parameters = AuditFilter.parameters();
		return search.filter().sql(parameters).stream().map((condition) -> {
			String sql = condition;
			for (Map.Entry<String, Object> value : parameters.entrySet()) {
				String text = (value.getValue() instanceof String row && row.startsWith(" ")) ? "'" + row + "'"
						: value.getValue().toString();
				sql = sql.replaceAll(":" + value.getKey() + "\\b", Matcher.quoteReplacement(text));
			}
			return sql;
		}).toList();
	}

}
