package io.hybridge.security.stepup;

import java.util.Set;

/**
 * What can be done in this console, by the addresses of its forms, and which of it needs
 * a fresh proof of who does it. What is not written here needs one.
 */
final class Deeds {

	/** Changes servers or the tenant, who may do what, secrets, or takes records away. */
	static final Set<String> GUARDED = Set.of("/organizations/{id}/enablement/{step}/apply",
			"/organizations/{id}/enablement/{step}/approve", "/organizations/{id}/approval",
			"/organizations/{id}/connection/new/{way}", "/organizations/{id}/connection/found",
			"/organizations/{id}/connection/{server}/change", "/organizations/{id}/connection/{server}/pin",
			"/organizations/{id}/connection/{server}/remove", "/organizations/{id}/app-registration",
			"/organizations/{id}/app-registration/remove", "/organizations/{id}/remove", "/settings/users/invitations",
			"/settings/users/invitations/{id}/withdraw", "/settings/users/{id}/role", "/settings/users/{id}/reach",
			"/settings/users/groups", "/settings/users/groups/{id}", "/settings/users/groups/{id}/remove",
			"/settings/users/{id}/deactivate", "/settings/users/{id}/activate", "/settings/users/{id}/renew",
			"/settings/users/{id}/factors/remove", "/settings/users/{id}/sessions/end", "/settings/users/factor-demand",
			"/settings/users/factor-demand/lift", "/settings/profile/factor", "/settings/profile/factor/passkeys",
			"/settings/profile/factor/passkeys/{id}/remove", "/audit/export");

	/** Asks for the password itself, so that only a factor is missing. */
	static final Set<String> WITH_PASSWORD = Set.of("/settings/profile/password", "/settings/profile/factor/codes",
			"/settings/profile/factor/remove");

	/** Looks, stops or puts aside, brings what is asked for, or is a proof itself. */
	static final Set<String> FREE = Set.of("/error", "/setup", "/setup/administrator", "/setup/language",
			"/sign-in/code", "/sign-in/again", "/invitations/{token}", "/settings/profile",
			"/settings/profile/sessions/end", "/settings/profile/sessions/{handle}/end", "/organizations",
			"/organizations/{id}/cloud", "/organizations/{id}/cloud/look",
			"/organizations/{id}/connection/{server}/test", "/organizations/{id}/settings", "/organizations/{id}/check",
			"/organizations/{id}/archive", "/organizations/{id}/restore", "/organizations/{id}/enablement/{step}/check",
			"/organizations/{id}/enablement/{step}/decide", "/organizations/{id}/enablement/{step}/check-undo",
			"/organizations/{id}/enablement/{step}/discard", "/organizations/{id}/enablement/{step}/verify",
			"/organizations/{id}/enablement/push-proxy/device-test", "/organizations/{id}/first-look",
			"/organizations/{id}/sign-in", "/organizations/{id}/sign-in/browser", "/organizations/{id}/sign-in/end",
			"/runs/{id}/stop", "/runs/{id}/bundle", "/runs/{id}/bundle/discard", "/lab/reset", "/lab/traits",
			"/lab/update", "/lab/messages", "/lab/phone/clear", "/lab/faults", "/lab/faults/remove");

	private Deeds() {
	}

}
