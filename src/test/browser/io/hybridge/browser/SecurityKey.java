package io.hybridge.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;

/** A security key in the hand of who looks at a page, touched whenever the page asks. */
final class SecurityKey {

	SecurityKey(Page page) {
		CDPSession browser = page.context().newCDPSession(page);
		browser.send("WebAuthn.enable");
		JsonObject options = new JsonObject();
		options.addProperty("protocol", "ctap2");
		options.addProperty("transport", "internal");
		options.addProperty("hasResidentKey", true);
		options.addProperty("hasUserVerification", true);
		options.addProperty("isUserVerified", true);
		options.addProperty("automaticPresenceSimulation", true);
		JsonObject authenticator = new JsonObject();
		authenticator.add("options", options);
		browser.send("WebAuthn.addVirtualAuthenticator", authenticator);
	}

}
