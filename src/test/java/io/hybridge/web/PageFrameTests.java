package io.hybridge.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A class of the page's frame says how high and wide a page is, so it never stands on a
 * part of a page: those of the body and of what stands directly in it are the frame's
 * alone.
 */
class PageFrameTests {

	private static final Path LAYOUT = Path.of("frontend/templates/layout.html");

	/** What only hides or shows, wherever it stands. */
	private static final Set<String> EVERYWHERE = Set.of("sr");

	private static final Pattern WORDS = Pattern.compile("[\"']([a-z][a-z -]*)[\"']");

	@Test
	void noPartHasAClassOfTheFrame() throws IOException {
		Set<String> frame = frame(Files.readString(LAYOUT));
		assertThat(frame).contains("app", "plain", "content", "side");
		List<String> mixed = new ArrayList<>();
		for (Path file : files("frontend/templates", ".html")) {
			if (!file.equals(LAYOUT)) {
				classes(Files.readString(file)).filter(frame::contains)
					.forEach((name) -> mixed.add(file + ": " + name));
			}
		}
		for (Path file : files("src/main/java/io/hybridge", ".java")) {
			banners(Files.readString(file)).filter(frame::contains).forEach((name) -> mixed.add(file + ": " + name));
		}
		assertThat(mixed).isEmpty();
	}

	@Test
	void theStyleSheetNamesTheBodyWhereItMeansIt() throws IOException {
		String css = Files.readString(Path.of("frontend/static/css/hybridge.css"));
		for (String name : bodies(Files.readString(LAYOUT))) {
			assertThat(Pattern.compile("(?<!body)\\." + name + "\\b").matcher(css).results().count()).as(name).isZero();
		}
	}

	@Test
	void aPartWithAClassOfTheFrameIsFound() {
		Set<String> frame = frame("<body class='app'><main class='wide'><p class='lead'></p></main></body>");
		assertThat(frame).containsExactly("app", "wide");
		assertThat(classes("<p class='a wide'></p><p th:classappend=\"${x} ? 'app'\"></p>").filter(frame::contains))
			.containsExactly("wide", "app");
		assertThat(banners("return x ? \"banner wide\" : null;").filter(frame::contains)).containsExactly("wide");
	}

	private static Set<String> frame(String layout) {
		return Arrays.stream(layout.split("(?=<html)"))
			.map((page) -> Jsoup.parse(page).body())
			.flatMap((body) -> Stream.concat(Stream.of(body), body.children().stream()))
			.flatMap((element) -> element.classNames().stream())
			.filter((name) -> !EVERYWHERE.contains(name))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static Set<String> bodies(String layout) {
		return Pattern.compile("<body class=\"([a-z ]+)\"")
			.matcher(layout)
			.results()
			.flatMap((body) -> Arrays.stream(body.group(1).split(" ")))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static Stream<String> classes(String template) {
		return Jsoup.parse(template)
			.getAllElements()
			.stream()
			.flatMap((element) -> Stream.concat(element.classNames().stream(),
					Stream.of("th:class", "th:classappend").flatMap((name) -> literals(element.attr(name)))));
	}

	private static Stream<String> banners(String source) {
		return WORDS.matcher(source)
			.results()
			.map((found) -> found.group(1))
			.filter((words) -> words.startsWith("banner "))
			.flatMap((words) -> Arrays.stream(words.split(" ")));
	}

	private static Stream<String> literals(String expression) {
		return WORDS.matcher(expression).results().flatMap((found) -> Arrays.stream(found.group(1).split(" ")));
	}

	private static List<Path> files(String root, String end) throws IOException {
		try (Stream<Path> files = Files.walk(Path.of(root))) {
			return files.filter((file) -> file.toString().endsWith(end)).sorted().toList();
		}
	}

}
