package io.hybridge.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a template reads somebody sets, and the other way round: Thymeleaf takes a name
 * that nobody set for an empty value and leaves out what depends on it.
 */
class PageAttributesTests {

	/** Set by Spring. */
	private static final Set<String> FRAMEWORK = Set.of("springRequestContext", "_csrf");

	private static final Set<String> WORDS = Set.of("and", "or", "not", "null", "true", "false");

	private static final Pattern SET = Pattern
		.compile("(?:add(?:Flash)?Attribute|setAttribute|addObject|@ModelAttribute)\\(\\s*\"(\\w+)\"");

	private static final Pattern EXPRESSION = Pattern.compile("\\$\\{((?:[^{}]|\\{[^{}]*})*)}");

	/**
	 * What is asked of the elements of something, between the brackets of
	 * {@code .?[...]}.
	 */
	private static final String SELECTION = "\\.[?^$!]\\[[^\\]]*]";

	/** Neither a part of something, nor a function, a bean or a key. */
	private static final Pattern NAME = Pattern.compile("(?<![\\w.@#?])([a-zA-Z_]\\w*)(?!\\s*[\\w(:])");

	private static final Pattern PARAMETERS = Pattern.compile("th:fragment=\"[\\w-]+\\s*\\(([^)]*)\\)");

	private static final Pattern LOCALS = Pattern.compile("th:with=\"([^\"]*)\"");

	private static final Pattern LOCAL = Pattern.compile("(?:^|,)\\s*(\\w+)\\s*=");

	private static final Pattern LOOP = Pattern.compile("th:each=\"\\s*([\\w,\\s]+?)\\s*:");

	/** A fragment says in its comment what it finds where it is put. */
	private static final Pattern COMMENT = Pattern.compile("<!--/\\*([^*]*)\\*/-->");

	private static final Pattern PROMISED = Pattern.compile("\\b(\\w+): ");

	@Test
	void everyNameThatATemplateReadsIsSetBySomebody() {
		Set<String> set = set();
		files("frontend/templates", ".html")
			.forEach((file) -> assertThat(unset(read(file), set)).as("%s", file).isEmpty());
	}

	@Test
	void everyAttributeThatIsSetIsReadSomewhere() {
		String everything = files("frontend/templates", ".html").map(PageAttributesTests::read)
			.collect(Collectors.joining());
		Set<String> unread = new TreeSet<>();
		files("src/main/java", "Controller.java").flatMap((file) -> found(SET, read(file)))
			.filter((name) -> !Pattern.compile("\\b" + name + "\\b").matcher(everything).find())
			.forEach(unread::add);
		assertThat(unread).isEmpty();
	}

	@Test
	void aNameThatNobodySetsIsFound() {
		assertThat(unset("<p th:each=\"one : ${scenarios}\" th:text=\"${one.name + known}\"></p>", Set.of("known")))
			.containsExactly("scenarios");
		assertThat(unset("<p th:with=\"a=${known}\" th:text=\"#{x(${a}, ${#ids.next('b')}, ${@times.now(c)})}\"></p>",
				Set.of("known")))
			.containsExactly("c");
	}

	private static Set<String> unset(String template, Set<String> set) {
		Set<String> known = new TreeSet<>(set);
		known.addAll(FRAMEWORK);
		Stream.of(PARAMETERS, LOOP)
			.flatMap((pattern) -> found(pattern, template))
			.flatMap((names) -> Arrays.stream(names.split(",")))
			.map(String::strip)
			.forEach(known::add);
		found(LOCALS, template).flatMap((locals) -> found(LOCAL, locals)).forEach(known::add);
		found(COMMENT, template).flatMap((comment) -> found(PROMISED, comment)).forEach(known::add);
		return found(EXPRESSION, template)
			.map((expression) -> expression.replaceAll("'[^']*'", "''").replaceAll(SELECTION, ""))
			.flatMap((expression) -> found(NAME, expression))
			.filter((name) -> !WORDS.contains(name) && !known.contains(name))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static Set<String> set() {
		return files("src/main/java", ".java").flatMap((file) -> found(SET, read(file))).collect(Collectors.toSet());
	}

	private static Stream<String> found(Pattern pattern, String text) {
		return pattern.matcher(text).results().map((result) -> result.group(1));
	}

	private static Stream<Path> files(String folder, String ending) {
		try (Stream<Path> files = Files.walk(Path.of(folder))) {
			return files.filter((file) -> file.toString().endsWith(ending)).toList().stream();
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
