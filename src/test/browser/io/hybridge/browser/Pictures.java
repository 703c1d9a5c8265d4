package io.hybridge.browser;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotAnimations;

/** Takes pictures of the pages, where {@code -Dbrowser.pictures=folder} asks for them. */
final class Pictures {

	private final Optional<Path> folder = Optional.ofNullable(System.getProperty("browser.pictures")).map(Path::of);

	private final String language;

	Pictures(String language) {
		this.language = language;
	}

	void take(String name, int width, ColorScheme scheme, Page page) {
		this.folder.ifPresent((into) -> page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
			.setAnimations(ScreenshotAnimations.DISABLED)
			.setPath(into.resolve("%s-%d-%s-%s.png".formatted(name, width, scheme.name().toLowerCase(Locale.ROOT),
					this.language)))));
	}

}
