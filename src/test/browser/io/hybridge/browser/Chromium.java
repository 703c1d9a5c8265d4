package io.hybridge.browser;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;

import io.hybridge.support.Waiting;

/**
 * The machine's Chromium, watched: whatever it complains of and whatever it asks of
 * somebody else is kept, so that a test can insist on silence.
 */
final class Chromium implements AutoCloseable {

	/** The page of the lab where a person enters the code is nobody else's. */
	private static final String LAB = "http://127.0.0.1:";

	private final Playwright playwright = Playwright
		.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));

	private final Browser browser = this.playwright.chromium()
		.launch(new BrowserType.LaunchOptions().setExecutablePath(Path.of("/usr/bin/chromium"))
			.setArgs(List.of("--disable-quic", "--disable-background-networking", "--disable-component-update",
					"--disable-sync", "--no-first-run",
					"--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost , EXCLUDE 127.0.0.1")));

	static Browser.NewContextOptions speaking(Locale locale) {
		return new Browser.NewContextOptions().setLocale(locale.getLanguage());
	}

	private final List<String> complaints = new ArrayList<>();

	private final List<String> foreignRequests = new ArrayList<>();

	Page open(String address, Browser.NewContextOptions options) {
		BrowserContext context = this.browser.newContext(options.setBaseURL(address));
		context.setDefaultTimeout(Waiting.LIMIT.toMillis());
		context.onPage((page) -> watch(page, address));
		return context.newPage();
	}

	private void watch(Page page, String address) {
		page.onConsoleMessage((message) -> {
			if (!message.text().contains("the server responded with a status of 422")
					&& (message.type().equals("error") || message.text().contains("Content Security Policy"))) {
				this.complaints.add(page.url() + ": " + message.text());
			}
		});
		page.onPageError((error) -> this.complaints.add(page.url() + ": " + error));
		page.onRequest((request) -> {
			String url = request.url();
			boolean labs = page.url().startsWith(LAB) || request.isNavigationRequest() && url.startsWith(LAB);
			if (!url.startsWith(address) && !url.startsWith("data:") && !(labs && url.startsWith(LAB))) {
				this.foreignRequests.add(page.url() + ": " + url);
			}
		});
	}

	List<String> complaints() {
		return this.complaints;
	}

	List<String> foreignRequests() {
		return this.foreignRequests;
	}

	@Override
	public void close() {
		this.browser.close();
		this.playwright.close();
	}

}
