package io.hybridge.web;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Where the browser tests are demanded, they must not be left out quietly. */
class RequiredBrowserTests {

	private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

	private static final String WALK = "io.hybridge.browser.WholeWayTests";

	@Test
	void theBrowserTestsAreThereWhereTheyAreDemanded() {
		assertThatCode(() -> demand(Boolean.getBoolean("browser.required"), CHROMIUM, WALK)).doesNotThrowAnyException();
	}

	@Test
	void aMissingBrowserOrAMissingTestIsNoticed() {
		assertThatThrownBy(() -> demand(true, Path.of("/usr/bin/no-chromium"), WALK))
			.hasMessageContaining("/usr/bin/no-chromium");
		assertThatThrownBy(() -> demand(true, Path.of("/"), WALK + "Missing")).hasMessageContaining("not compiled");
		assertThatCode(() -> demand(false, Path.of("/usr/bin/no-chromium"), WALK)).doesNotThrowAnyException();
	}

	private static void demand(boolean demanded, Path browser, String test) {
		if (!demanded) {
			return;
		}
		if (!Files.exists(browser)) {
			throw new AssertionError("The browser tests are demanded, but " + browser + " is missing");
		}
		try {
			Class.forName(test);
		}
		catch (ClassNotFoundException ex) {
			throw new AssertionError("The browser tests are demanded, but not compiled", ex);
		}
	}

}
