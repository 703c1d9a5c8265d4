package io.hybridge.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import com.microsoft.playwright.Page;

/** The automated rules of WCAG 2.0 to 2.2, levels A and AA, on the page as it stands. */
final class Axe {

	private static final String RULES = rules();

	private static final String RUN = """
			async (rules) => {
				const { violations } = await axe.run(document, { resultTypes: ['violations'], elementRef: false,
					runOnly: rules });
				return violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.target} ${node.html}`
					+ ` (${node.any.concat(node.all, node.none).map((check) => check.message)})`));
			}""";

	private Axe() {
	}

	static List<String> violations(Page page) {
		return violations(page, List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"));
	}

	/** Of the rules only the one that light and dark can differ in. */
	static List<String> violationsOfColor(Page page) {
		return violations(page, List.of("color-contrast"));
	}

	@SuppressWarnings("unchecked")
	private static List<String> violations(Page page, List<String> rules) {
		if (Boolean.FALSE.equals(page.evaluate("() => 'axe' in window"))) {
			page.evaluate(RULES);
		}
		return (List<String>) page.evaluate(RUN, rules);
	}

	private static String rules() {
		try (InputStream script = Axe.class.getResourceAsStream("/axe.min.js")) {
			return new String(script.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
