package io.hybridge.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What every template, message file and the style sheet must keep. */
class PageConventionsTests {

	private static final Path TEMPLATES = Path.of("frontend/templates");

	private static final Path MESSAGES = Path.of("frontend/messages");

	private static final Pattern KEY = Pattern.compile("#\\{([A-Za-z0-9.-]+)");

	private static final Pattern ICON = Pattern.compile("hy:icon=\"([a-z-]+)\"");

	private static final Pattern FIELD = Pattern.compile("fragments/form :: \\w+\\('(\\w+)\\.");

	private static final Pattern LIST = Pattern.compile("fragments/form :: errors\\('(\\w+)'");

	private static final Set<String> OWN_ATTRIBUTES = Set.of("hy:icon", "hy:sentence", "hy:status", "hy:within");

	private static final int LONGEST_LINE = 160;

	/** A page is told what to show; it compares with no name and asks no type. */
	private static final Pattern DECIDES_BY_NAME = Pattern
		.compile("(==|!=|\\b(eq|ne)\\b)\\s*'[^']*'|'[^']*'\\s*(==|!=)|\\.name\\(\\)|\\bT\\(|th:switch|th:case");

	private static final Set<String> PROPER_NAMES = Set.of("Hybridge", "ResultType", "Error", "Exception", "SHA1",
			"SHA256");

	@Test
	void templatesKeepTheRules() {
		List<String> broken = new ArrayList<>();
		files(TEMPLATES, ".html")
			.forEach((file) -> broken(read(file)).forEach((what) -> broken.add(file + ": " + what)));
		assertThat(broken).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "<p>Hello</p>", "<p th:utext='${x}'></p>", "<p style='color: red'></p>",
			"<p onclick='x()'></p>", "<p hx-on:click='x()'></p>", "<p th:text='*{__${x}__}'></p>",
			"<p aria-label='Hello'></p>", "<p th:if='${x}' th:replace='~{a :: b}'></p>",
			"<p th:each='a : ${x}' th:replace='~{a :: b}'></p>", "<div hx-vals='js:{a: 1}'></div>",
			"<script>x()</script>", "<style>p {}</style>", "<p hy:said='${x}'></p>", "<html><main></main></html>" })
	void aTemplateThatBreaksARuleIsFound(String template) {
		assertThat(broken(template)).isNotEmpty();
	}

	/** A German noun begins with a capital wherever it stands. */
	@Test
	void noWordIsShownInLowerCaseByCode() {
		assertThat(thatSay(TEMPLATES, ".html", "[lL]owerCase|uncapitalize")).isEmpty();
		assertThat(thatSay(Path.of("frontend/static"), ".css", "text-transform:\\s*lower")).isEmpty();
		assertThat(thatSay(Path.of("src/main/java"), ".java", "LowerCase\\((\\)|LocaleContextHolder)")).isEmpty();
	}

	private static List<Path> thatSay(Path root, String end, String what) {
		Pattern pattern = Pattern.compile(what);
		return files(root, end).stream().filter((file) -> pattern.matcher(read(file)).find()).toList();
	}

	@Test
	void aLineThatIsTooLongIsFound() {
		assertThat(broken("<p></p>\n" + " ".repeat(LONGEST_LINE - 7) + "<p></p>")).isEmpty();
		assertThat(broken("<p></p>\n" + " ".repeat(LONGEST_LINE - 6) + "<p></p>"))
			.containsExactly("161 characters in line 2");
	}

	@Test
	void everyMessageIsThereInBothLanguages() {
		files(MESSAGES, "_de.properties").forEach((german) -> {
			Path english = Path.of(german.toString().replace("_de.properties", ".properties"));
			assertThat(keys(german)).as("%s", german).isEqualTo(keys(english));
		});
	}

	@Test
	void everyKeyOfATemplateExists() {
		Set<String> known = new TreeSet<>();
		files(MESSAGES, ".properties").forEach((file) -> known.addAll(keys(file)));
		List<String> missing = new ArrayList<>();
		files(TEMPLATES, ".html").forEach((file) -> {
			Matcher key = KEY.matcher(read(file));
			while (key.find()) {
				if (!known.contains(key.group(1))) {
					missing.add(file + ": " + key.group(1));
				}
			}
		});
		assertThat(missing).isEmpty();
	}

	@Test
	void everyIconOfATemplateIsDrawn() {
		String drawn = read(Path.of("frontend/static/img/icons.svg"));
		List<String> missing = new ArrayList<>();
		files(TEMPLATES, ".html").forEach((file) -> ICON.matcher(read(file))
			.results()
			.map((icon) -> icon.group(1))
			.filter((icon) -> !drawn.contains("id=\"" + icon + "\""))
			.forEach((icon) -> missing.add(file + ": " + icon)));
		assertThat(missing).isEmpty();
	}

	@Test
	void everyFormWithFieldsBeginsWithWhatIsWrong() {
		List<String> silent = new ArrayList<>();
		files(TEMPLATES, ".html")
			.forEach((file) -> withoutList(read(file)).forEach((form) -> silent.add(file + ": " + form)));
		assertThat(silent).isEmpty();
		assertThat(withoutList("~{fragments/form :: text('a.b', x)} ~{fragments/form :: errors('c')}"))
			.containsExactly("a");
	}

	/** A field that is not seen would take the space below the list. */
	@Test
	void nothingHiddenFollowsTheListOfWhatIsWrong() {
		Pattern hidden = Pattern.compile("form :: errors\\('\\w+'\\)}\"></div>\\s*<input type=\"hidden\"");
		assertThat(files(TEMPLATES, ".html")).noneMatch((file) -> hidden.matcher(read(file)).find());
		assertThat("~{fragments/form :: errors('form')}\"></div>\n\t<input type=\"hidden\"").containsPattern(hidden);
	}

	/** What is to be put right must not be looked for in a closed fold. */
	@Test
	void everyFoldWithFieldsKnowsWhenItMustBeOpen() {
		files(TEMPLATES, ".html").forEach((file) -> assertThat(closedFolds(read(file))).as("%s", file).isEmpty());
		assertThat(closedFolds("<details><div th:replace=\"~{fragments/form :: code('a.b', x)}\"></div></details>"))
			.hasSize(1);
	}

	private static List<Element> closedFolds(String template) {
		return Jsoup.parse(template)
			.select("details:not([th:open])")
			.stream()
			.filter((fold) -> FIELD.matcher(fold.html()).find())
			.toList();
	}

	@Test
	void everyFieldIsAPartOfTheSameForm() {
		List<String> own = new ArrayList<>();
		files(TEMPLATES, ".html").stream()
			.filter((file) -> !file.endsWith("fragments/form.html"))
			.forEach((file) -> Jsoup.parse(read(file))
				.select("input[type=text], input[type=password], input:not([type]), textarea")
				.forEach((field) -> own.add(file + ": " + field)));
		assertThat(own).isEmpty();
	}

	/** What says that pressing shows something must say hide while it is shown. */
	@Test
	void noSummaryOffersToShowWhatIsShownAlready() {
		Set<String> keys = files(TEMPLATES, ".html").stream()
			.flatMap((file) -> Jsoup.parse(read(file)).select("summary:not(:has(.less))").stream())
			.filter((summary) -> !summary.hasAttr("th:replace"))
			.flatMap((summary) -> KEY.matcher(summary.outerHtml()).results())
			.map((key) -> key.group(1))
			.collect(Collectors.toCollection(TreeSet::new));
		assertThat(keys).isNotEmpty();
		files(MESSAGES, ".properties").stream()
			.map(PageConventionsTests::properties)
			.forEach((texts) -> assertThat(keys).noneMatch((key) -> offers(texts.getProperty(key, ""))));
	}

	@ParameterizedTest
	@ValueSource(strings = { "Show the findings", "Read the script first", "Befunde anzeigen", "Alles einblenden" })
	void aSummaryThatOffersToShowIsFound(String text) {
		assertThat(offers(text)).isTrue();
	}

	private static boolean offers(String text) {
		return text
			.matches("(Show|Read|See|View|Open|Hide)\\b.*|.*\\b(anzeigen|einblenden|ansehen|lesen|öffnen|ausblenden)");
	}

	/** A paragraph in whose place a mere text comes runs into what stands before it. */
	@Test
	void aParagraphIsReplacedByAParagraph() {
		Set<String> texts = files(TEMPLATES, ".html").stream()
			.flatMap((file) -> bareFragments(TEMPLATES.relativize(file).toString().replace(".html", ""), read(file)))
			.collect(Collectors.toSet());
		assertThat(texts).contains("audit/fragments :: halves");
		assertThat(files(TEMPLATES, ".html"))
			.allSatisfy((file) -> assertThat(replaced(read(file))).as("%s", file).doesNotContainAnyElementsOf(texts));
		assertThat(replaced("<p th:replace=\"~{audit/fragments :: halves(*{halves})}\"></p>"))
			.containsAnyElementsOf(texts);
	}

	private static Stream<String> bareFragments(String name, String template) {
		return parsed(template).select("th|block[th:fragment], [th:fragment][th:remove=tag]")
			.stream()
			.filter((fragment) -> fragment.select("> p, > span, > li").isEmpty())
			.map((fragment) -> name + " :: " + fragment.attr("th:fragment").replaceAll("\\(.*", ""));
	}

	private static List<String> replaced(String template) {
		return parsed(template).select("p[th:replace], li[th:replace], span[th:replace]")
			.stream()
			.map((element) -> element.attr("th:replace").replaceAll("^~\\{([^(}]+?)\\s*[(}].*", "$1"))
			.toList();
	}

	private static Element parsed(String template) {
		return Jsoup.parse(template, Parser.xmlParser());
	}

	@Test
	void theStyleSheetIsSmall() throws IOException {
		assertThat(Files.size(Path.of("frontend/static/css/hybridge.css"))).isLessThanOrEqualTo(20 * 1024);
	}

	/**
	 * A straight one is also what begins a quotation in a MessageFormat: in a sentence it
	 * is always the wrong one.
	 */
	@Test
	void apostrophesAreTypographic() {
		files(MESSAGES, ".properties").forEach((file) -> properties(file)
			.forEach((key, text) -> assertThat(text.toString()).as("%s: %s", file, key).doesNotContain("'")));
	}

	private static List<String> broken(String template) {
		List<String> broken = new ArrayList<>();
		for (String forbidden : List.of("th:utext", "__${", "hx-on", "js:", "[(")) {
			if (template.contains(forbidden)) {
				broken.add(forbidden);
			}
		}
		if (template.contains("<html") && !template.startsWith("<!DOCTYPE html>")) {
			broken.add("quirks mode: does not begin with <!DOCTYPE html>");
		}
		DECIDES_BY_NAME.matcher(template).results().forEach((name) -> broken.add("decides by a name: " + name.group()));
		broken.addAll(tooLong(template.lines().toList()));
		for (Element element : Jsoup.parse(template).getAllElements()) {
			Map<String, String> attributes = new java.util.HashMap<>();
			for (Attribute attribute : element.attributes()) {
				attributes.put(attribute.getKey(), attribute.getValue());
			}
			attributes.keySet().stream().filter(PageConventionsTests::inline).forEach(broken::add);
			attributes.keySet()
				.stream()
				.filter((name) -> name.startsWith("hy:") && !OWN_ATTRIBUTES.contains(name))
				.forEach(broken::add);
			for (String spoken : List.of("aria-label", "title", "alt", "placeholder")) {
				if (attributes.containsKey(spoken)) {
					broken.add(spoken + "=" + attributes.get(spoken));
				}
			}
			if (attributes.containsKey("th:replace")
					&& Stream.of("th:if", "th:unless", "th:each", "th:with").anyMatch(attributes::containsKey)) {
				broken.add("th:replace is done before what stands beside it: " + element.cssSelector());
			}
			String text = element.ownText().replaceAll("[\\p{Punct}\\s–…]", "");
			if (!text.isEmpty() && !PROPER_NAMES.contains(text)) {
				broken.add("text: " + element.ownText());
			}
			if (Set.of("script", "style").contains(element.tagName()) && !element.data().isBlank()) {
				broken.add("inline " + element.tagName());
			}
		}
		return broken;
	}

	private static Set<String> withoutList(String template) {
		Set<String> forms = FIELD.matcher(template)
			.results()
			.map((field) -> field.group(1))
			.collect(Collectors.toCollection(TreeSet::new));
		LIST.matcher(template).results().forEach((list) -> forms.remove(list.group(1)));
		return forms;
	}

	private static List<String> tooLong(List<String> lines) {
		return IntStream.range(0, lines.size())
			.filter((index) -> lines.get(index).length() > LONGEST_LINE)
			.mapToObj((index) -> lines.get(index).length() + " characters in line " + (index + 1))
			.toList();
	}

	private static boolean inline(String attribute) {
		return attribute.equals("style") || attribute.equals("th:style") || attribute.matches("(th:)?on[a-z]+");
	}

	private static Set<String> keys(Path file) {
		return new TreeSet<>(properties(file).stringPropertyNames());
	}

	private static Properties properties(Path file) {
		Properties properties = new Properties();
		try (var reader = Files.newBufferedReader(file)) {
			properties.load(reader);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return properties;
	}

	private static List<Path> files(Path root, String end) {
		try (Stream<Path> files = Files.walk(root)) {
			return files.filter((file) -> file.toString().endsWith(end)).sorted().toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
