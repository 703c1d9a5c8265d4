package io.hybridge.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** Hands that have no mouse. Where they are must always be seen. */
record Keyboard(Page page) {

	private static final int LONGEST_WAY = 80;

	private static final String SEEN = """
			() => {
				const at = document.activeElement;
				const style = getComputedStyle(at);
				return at !== document.body && style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2
					&& at.getClientRects().length > 0;
			}""";

	void press(String key) {
		this.page.keyboard().press(key);
	}

	/** Tabs until this element has the focus; on the way it is never lost. */
	void tabTo(Locator wanted) {
		for (int i = 0; i < LONGEST_WAY; i++) {
			press("Tab");
			if (!Boolean.TRUE.equals(this.page.evaluate(SEEN))) {
				throw new AssertionError("The focus cannot be seen after " + (i + 1) + " stops: "
						+ this.page.evaluate("() => document.activeElement.outerHTML.slice(0, 200)"));
			}
			if (Boolean.TRUE.equals(wanted.evaluate("(element) => element === document.activeElement"))) {
				return;
			}
		}
		throw new AssertionError("The keyboard does not come to " + wanted);
	}

}
