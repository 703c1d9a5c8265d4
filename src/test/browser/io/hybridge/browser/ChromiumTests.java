package io.hybridge.browser;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The browser that insists on silence hears it when there is something to hear. */
class ChromiumTests {

	private static final String PAGE = """
			<!doctype html><title>Loud</title><img src="http://fonts.example/spy.png" alt="">
			<script>window.loud = true</script>""";

	@Test
	void hearsAnInlineScriptAndAForeignRequest() throws IOException {
		HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		server.createContext("/", ChromiumTests::answer);
		server.start();
		try (Chromium chromium = new Chromium()) {
			String address = "http://localhost:" + server.getAddress().getPort();
			Page page = chromium.open(address, Chromium.speaking(Locale.ENGLISH));
			page.navigate("/");
			assertThat(chromium.complaints()).anyMatch((heard) -> heard.contains("Content Security Policy"));
			assertThat(chromium.foreignRequests()).anyMatch((asked) -> asked.contains("fonts.example"));
		}
		finally {
			server.stop(0);
		}
	}

	private static void answer(HttpExchange exchange) throws IOException {
		byte[] page = PAGE.getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().set("Content-Type", "text/html");
		exchange.getResponseHeaders().set("Content-Security-Policy", "script-src 'none'");
		exchange.sendResponseHeaders(200, page.length);
		try (exchange) {
			exchange.getResponseBody().write(page);
		}
	}

}
