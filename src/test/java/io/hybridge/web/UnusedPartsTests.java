package io.hybridge.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** No message and no fragment is kept that nobody can be shown. */
class UnusedPartsTests {

	private static final Path TEMPLATES = Path.of("frontend/templates");

	/**
	 * Keys that are put together, by what they begin with; each of the words behind it
	 * stands somewhere in the product as a text, a constant or the name of a type.
	 */
	private static final Set<String> COMPUTED = Set.of("audit.", "change.", "connection.about.", "connection.channel.",
			"connection.evidence.", "connection.key-file.", "connection.not.", "connection.password.",
			"connection.rung.", "connection.state.", "connection.trust.", "connection.user.hint.", "connection.way.",
			"enablement.approval.rule.", "enablement.decision.", "enablement.device.", "enablement.findings.",
			"enablement.probe.", "enablement.refused.", "failure.", "finding.", "glossary.", "lab.answer.",
			"lab.effect.", "lab.fault.", "lab.half.", "lab.operation.", "lab.path.", "lab.scenario.", "lab.topic.",
			"lab.trait.", "lab.world.", "monitoring.expiry.", "monitoring.heading.", "monitoring.hop.",
			"monitoring.next.", "monitoring.path.", "monitoring.running.", "object.", "organization.domain.note.",
			"organization.domain.rule.", "organization.in-use.", "organization.remove.", "probe.side.",
			"profile.theme.", "run.heading.", "run.outcome.", "run.running.", "run.todo.", "runs.kind.", "runs.tab.",
			"signin.", "stale.", "status.", "step.", "undo.kept.", "users.role.", "web.environment.", "web.error.",
			"web.nav.");

	/** Fragments that are chosen by a name which Java gives: templates, and where. */
	private static final Map<String, String> CHOSEN = Map.of("enablement/step/[a-z-]+ :: stage", "StepStage.template",
			"microsoft365/sign-in :: (waiting|signed-in|failed|none)", "SignIns.Attempt.stage");

	private static final Pattern COMMENT = Pattern.compile("<!--/\\*.*?\\*/-->|/\\*.*?\\*/", Pattern.DOTALL);

	/**
	 * In a template a text stands in single quotes within double ones; the key of a rule
	 * of Bean Validation stands in braces.
	 */
	private static final List<Pattern> TEXTS = List.of(Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\""),
			Pattern.compile("'([^'\\n]*)'"), Pattern.compile("#\\{([\\w.-]+)"), Pattern.compile("\"\\{([\\w.-]+)}\""));

	private static final Pattern NAME = Pattern.compile("\\b[A-Z]\\w+\\b");

	private static final Pattern FRAGMENT = Pattern.compile("th:fragment=\"([\\w-]+)");

	@Test
	void everyMessageCanBeShown() {
		Set<String> texts = texts(product());
		assertThat(unused(keys(), texts, words(texts))).isEmpty();
	}

	@Test
	void aMessageThatNobodyCanBeShownIsFound() {
		Set<String> texts = Set.of("run.title", "stale.", "gone");
		assertThat(unused(List.of("run.title", "stale.gone", "stale.unheard-of", "run.lead"), texts, words(texts)))
			.containsExactly("run.lead", "stale.unheard-of");
	}

	@Test
	void everyComputedBeginningIsStillPutTogether() {
		Set<String> texts = texts(product());
		Set<String> keys = keys();
		keys.removeAll(texts);
		assertThat(COMPUTED).allMatch((beginning) -> texts.contains(beginning))
			.allMatch((beginning) -> keys.stream().anyMatch((key) -> key.startsWith(beginning)));
	}

	@Test
	void everyFragmentIsUsed() {
		Map<String, String> templates = new TreeMap<>();
		files(TEMPLATES, ".html").forEach((file) -> templates.put(name(file), withoutComments(file)));
		assertThat(unusedFragments(templates, product())).isEmpty();
	}

	@Test
	void aFragmentThatNobodyUsesIsFound() {
		Map<String, String> templates = Map.of("a", "<p th:fragment=\"one\"></p><p th:fragment=\"two(x)\"></p>", "b",
				"<p th:replace=\"~{a :: two(1)}\"></p>");
		assertThat(unusedFragments(templates, String.join("", templates.values()))).containsExactly("a :: one");
	}

	private static Set<String> unused(Collection<String> keys, Set<String> texts, Set<String> words) {
		return keys.stream()
			.filter((key) -> !texts.contains(key) && !computed(key, words))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static boolean computed(String key, Set<String> words) {
		return COMPUTED.stream()
			.filter(key::startsWith)
			.anyMatch((beginning) -> Stream.of(key.substring(beginning.length()).split("\\."))
				.map(UnusedPartsTests::plain)
				.allMatch(words::contains));
	}

	private static Set<String> unusedFragments(Map<String, String> templates, String product) {
		Set<String> unused = new TreeSet<>();
		templates.forEach((name, template) -> FRAGMENT.matcher(template)
			.results()
			.map((fragment) -> name + " :: " + fragment.group(1))
			.filter((fragment) -> !Pattern.compile(Pattern.quote(fragment) + "(?![\\w-])").matcher(product).find())
			.filter((fragment) -> CHOSEN.keySet().stream().noneMatch(fragment::matches))
			.forEach(unused::add));
		return unused;
	}

	private static Set<String> texts(String product) {
		return TEXTS.stream()
			.flatMap((pattern) -> pattern.matcher(product).results())
			.map((text) -> text.group(1))
			.collect(Collectors.toCollection(HashSet::new));
	}

	/** What a computed key can be made of. */
	private static Set<String> words(Set<String> texts) {
		Stream<String> written = texts.stream().flatMap((text) -> Stream.of(text.split("\\.")));
		Stream<String> named = NAME.matcher(product()).results().map(MatchResult::group);
		Stream<String> languages = Stream.of(Locale.ENGLISH, Locale.GERMAN).map(Locale::getLanguage);
		return Stream.of(written, named, languages)
			.flatMap((word) -> word)
			.map(UnusedPartsTests::plain)
			.collect(Collectors.toSet());
	}

	private static String plain(String word) {
		return word.toLowerCase(Locale.ROOT).replaceAll("[_ ]", "-");
	}

	private static String product() {
		return Stream.of(files(Path.of("src/main/java"), ".java"), files(TEMPLATES, ".html"))
			.flatMap((files) -> files)
			.map(UnusedPartsTests::withoutComments)
			.collect(Collectors.joining("\n"));
	}

	private static Set<String> keys() {
		return files(Path.of("frontend/messages"), ".properties").flatMap((file) -> {
			Properties properties = new Properties();
			try (var reader = Files.newBufferedReader(file)) {
				properties.load(reader);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
			return properties.stringPropertyNames().stream();
		}).collect(Collectors.toCollection(TreeSet::new));
	}

	private static String withoutComments(Path file) {
		try {
			return COMMENT.matcher(Files.readString(file)).replaceAll("");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String name(Path template) {
		return TEMPLATES.relativize(template).toString().replace(".html", "");
	}

	private static Stream<Path> files(Path folder, String ending) {
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter((file) -> file.toString().endsWith(ending)).toList().stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
