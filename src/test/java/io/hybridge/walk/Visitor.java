package io.hybridge.walk;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A person with a browser that knows no JavaScript. */
public final class Visitor {

	private final HttpClient client = HttpClient.newBuilder()
		.cookieHandler(new CookieManager())
		.followRedirects(HttpClient.Redirect.NORMAL)
		.connectTimeout(Duration.ofSeconds(30))
		.build();

	private final URI console;

	public Visitor(URI console) {
		this.console = console;
	}

	public Document open(String path) {
		return send(HttpRequest.newBuilder(this.console.resolve(path)).GET());
	}

	/**
	 * Fills a form of a page in and sends it; what is checked stays so.
	 * @param page the page
	 * @param action end of the form's action
	 * @param values field names and values
	 * @return the page it leads to
	 */
	public Document submit(Document page, String action, Map<String, String> values) {
		Element form = page.select("form[action]")
			.stream()
			.filter((candidate) -> candidate.attr("action").endsWith(action))
			.findFirst()
			.orElseThrow(() -> new AssertionError(
					"No form for " + action + " on " + page.location() + "\n" + page.select("main").text()));
		Stream<String> kept = form.select("input[type=hidden], input[checked]")
			.stream()
			.filter((field) -> !values.containsKey(field.attr("name")))
			.map((field) -> encoded(field.attr("name"), field.attr("value")));
		Stream<String> typed = values.entrySet().stream().map((value) -> encoded(value.getKey(), value.getValue()));
		return send(HttpRequest.newBuilder(URI.create(form.absUrl("action")))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(Stream.concat(kept, typed).collect(Collectors.joining("&")))));
	}

	private Document send(HttpRequest.Builder request) {
		try {
			HttpResponse<String> response = this.client.send(request.timeout(Duration.ofMinutes(3)).build(),
					HttpResponse.BodyHandlers.ofString());
			return Jsoup.parse(response.body(), response.uri().toString());
		}
		catch (java.io.IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String encoded(String name, String value) {
		return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
	}

}
