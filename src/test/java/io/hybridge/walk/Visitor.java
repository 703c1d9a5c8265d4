package io.hybridge.walk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

import static org.assertj.core.api.Assertions.assertThat;

/** A person with a browser that knows no JavaScript. */
public final class Visitor {

	private static final String AGAIN = "/sign-in/again";

	private static final String BOUNDARY = "----hybridge-walk";

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
		Element form = form(page, action);
		Stream<String> kept = form.select("input[type=hidden], input[checked]")
			.stream()
			.filter((field) -> !values.containsKey(field.attr("name")))
			.map((field) -> encoded(field.attr("name"), field.attr("value")));
		Stream<String> typed = values.entrySet().stream().map((value) -> encoded(value.getKey(), value.getValue()));
		Document answer = send(HttpRequest.newBuilder(URI.create(form.absUrl("action")))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(Stream.concat(kept, typed).collect(Collectors.joining("&")))));
		return answer.location().endsWith(AGAIN) ? submit(prove(answer), action, values) : answer;
	}

	/** Whoever waited for long is asked who they are, and comes back to their form. */
	private Document prove(Document asked) {
		return submit(asked, AGAIN, Map.of("password", Administrator.PASSWORD));
	}

	/**
	 * Sends a form that takes a file.
	 * @param page the page
	 * @param action end of the form's action
	 * @param values field names and values
	 * @param file what is uploaded in the field of that name, or null
	 * @return the page it leads to
	 */
	Document upload(Document page, String action, Map<String, String> values, Path file) {
		Element form = form(page, action);
		Map<String, String> parts = new LinkedHashMap<>();
		form.select("input[type=hidden]").forEach((field) -> parts.put(field.attr("name"), field.attr("value")));
		parts.putAll(values);
		StringBuilder body = new StringBuilder();
		parts.forEach((name, value) -> body.append(part("name=\"" + name + "\"", value)));
		if (file != null) {
			body.append(part("name=\"file\"; filename=\"" + file.getFileName() + "\"", content(file)));
		}
		return send(HttpRequest.newBuilder(URI.create(form.absUrl("action")))
			.header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
			.POST(HttpRequest.BodyPublishers.ofString(body + "--" + BOUNDARY + "--\r\n")));
	}

	/** What a link leads to, byte for byte. */
	byte[] download(String path) {
		HttpResponse<byte[]> response = send(HttpRequest.newBuilder(this.console.resolve(path)).GET(),
				HttpResponse.BodyHandlers.ofByteArray());
		assertThat(response.statusCode()).as(path).isEqualTo(200);
		return response.body();
	}

	private static Element form(Document page, String action) {
		return page.select("form[action]")
			.stream()
			.filter((candidate) -> candidate.attr("action").endsWith(action))
			.findFirst()
			.orElseThrow(() -> new AssertionError(
					"No form for " + action + " on " + page.location() + "\n" + page.select("main").text()));
	}

	private static String part(String name, String value) {
		return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + name + "\r\n\r\n" + value + "\r\n";
	}

	private static String content(Path file) {
		try {
			return Files.readString(file, StandardCharsets.US_ASCII);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Document send(HttpRequest.Builder request) {
		HttpResponse<String> response = send(request, HttpResponse.BodyHandlers.ofString());
		return Jsoup.parse(response.body(), response.uri().toString());
	}

	private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
		try {
			return this.client.send(request.timeout(Duration.ofMinutes(3)).build(), handler);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String encoded(String name, String value) {
		return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
	}

}
