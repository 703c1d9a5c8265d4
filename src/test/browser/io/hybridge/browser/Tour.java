package io.hybridge.browser;

import com.microsoft.playwright.Page;

/** A way past every page of the product, in the states that differ. */
final class Tour {

	private static final String SET_AUTH_SERVER = "Set-AuthServer";

	private final Walk walk;

	private final Runnable finishRuns;

	/**
	 * A way.
	 * @param finishRuns ends every wait of the console, which lasts as long as a look at it
	 * needs
	 */
	Tour(Walk walk, Runnable finishRuns) {
		this.walk = walk;
		this.finishRuns = finishRuns;
	}

	void takeEveryStep(String code) {
		this.walk.setUp(code);
		show("dashboard-empty", "/");
		show("organizations-empty", "/organizations");
		show("runs-empty", "/runs");
		show("organization-new-live", "/organizations/new?environment=live");
		this.walk.open("/organizations/new");
		this.walk.register();
		this.walk.tenant();
		this.walk.servers();
		this.walk.oauthPlan();
		unknown();
		this.walk.pushProxy();
		countDown();
		this.walk.probed();
		this.walk.badge();
		this.walk.back();
	}

	private void unknown() {
		String step = this.walk.page().url();
		loseAnswer();
		this.walk.look("lab-fault");
		this.walk.open(step);
		this.walk.refuseExposure();
		this.walk.acceptExposure();
		this.walk.page().locator("#progress .banner.blue").waitFor();
		this.walk.look("oauth-unknown");
		this.finishRuns.run();
		this.walk.open(step);
		this.walk.oauthDone();
	}

	void disagree(String code) {
		this.walk.setUp(code);
		this.walk.open("/organizations/new");
		this.walk.register();
		this.walk.tenant();
		this.walk.servers();
		this.walk.oauthPlan();
		String step = this.walk.page().url();
		loseAnswer();
		this.walk.open(step);
		this.walk.acceptExposure();
		this.walk.page().locator("#progress .banner.blue").waitFor();
		this.walk.open("/lab");
		this.walk.page().locator("#reset details").evaluateAll("(all) => all.forEach((fold) => fold.open = true)");
		this.walk.page().locator("button[value=AUTH_SERVER_OTHER_ADDRESS]").click();
		this.finishRuns.run();
		this.walk.open(step);
		this.walk.page().locator("#decision").waitFor();
	}

	private void loseAnswer() {
		this.walk.open("/lab");
		this.walk.field("lab.faults.operation").selectOption(SET_AUTH_SERVER);
		this.walk.field("lab.faults.fault").selectOption("LOSE_ANSWER");
		this.walk.press("lab.faults.inject");
	}

	private void countDown() {
		String step = this.walk.page().url();
		this.walk.press("enablement.probe.start");
		this.walk.page().locator(".countdown").first().waitFor();
		this.walk.look("push-proxy-count-down");
		this.finishRuns.run();
		this.walk.open(step);
	}

	void readEverything() {
		Page page = this.walk.page();
		String organization = page.url().replaceAll("/enablement.*", "");
		show("dashboard", "/");
		show("organizations", "/organizations");
		show("organization", organization);
		show("first-look", organization + "/first-look");
		show("tenant-sign-in", organization + "/sign-in");
		for (String step : new String[] { "tenant", "servers", "oauth", "push-proxy" }) {
			show(step + "-script", organization + "/enablement/" + step + "/script");
		}
		show("runs", "/runs");
		for (String kind : new String[] { "check", "apply", "undo", "verify" }) {
			this.walk.open("/runs?kind=" + kind);
			page.locator("tbody th a").first().click();
			this.walk.look("run-" + kind);
		}
		show("lab", "/lab");
		audit(page);
		show("profile", "/settings/profile");
		this.walk.press("profile.password.change");
		this.walk.look("profile-errors");
		show("sessions", "/settings/profile/sessions");
		show("error-not-found", "/nowhere");
	}

	private void audit(Page page) {
		show("audit", "/audit");
		page.locator(".log a", new Page.LocatorOptions().setHasText("MicrosoftSts")).first().click();
		this.walk.look("audit-record");
		this.walk.open("/audit");
		page.locator("input[name=q]").first().fill("actor:nobody");
		this.walk.press("audit.search.go");
		this.walk.look("audit-empty");
		page.locator("input[name=q]").first().fill("since:yesterday");
		this.walk.press("audit.search.go");
		this.walk.look("audit-filter-error");
	}

	void meetPeople(Walk auditor) {
		this.walk.open("/settings/users");
		this.walk.type("account.userName", "anton@fabrikam.com");
		this.walk.field("users.role.AUDITOR").check();
		this.walk.proving(() -> this.walk.press("users.invite.go"),
				() -> this.walk.page().locator(".banner code").isVisible());
		this.walk.look("users");
		String invitation = this.walk.page().locator(".banner code").textContent().strip();
		auditor.open(invitation);
		auditor.look("invitation");
		auditor.press("invitation.go");
		auditor.look("invitation-errors");
		auditor.type("account.name", "Anton Auer");
		auditor.type("account.password", Walk.PASSWORD);
		auditor.press("invitation.go");
		auditor.look("sign-in-joined");
		show(auditor, "invitation-over", invitation);
		show(auditor, "sign-in", "/sign-in");
		signIn(auditor, "Not his password at all");
		auditor.look("sign-in-refused");
		signIn(auditor, Walk.PASSWORD);
		show(auditor, "error-denied", "/settings/users");
		show(auditor, "organization-auditor", organizationOf(auditor));
		show(auditor, "oauth-auditor", organizationOf(auditor) + "/enablement/oauth");
		show("users-two", "/settings/users");
		limit();
		show("factor", "/settings/profile/factor");
	}

	private void limit() {
		Page page = this.walk.page();
		show("groups-empty", "/settings/users/groups");
		this.walk.type("group.name", "Woodgrove");
		this.walk.type("group.organizations", "fabrikam.com");
		this.walk.proving(() -> this.walk.press("group.make"), () -> page.locator("tbody th a").isVisible());
		this.walk.look("groups");
		page.locator("tbody th a").click();
		this.walk.look("group");
		this.walk.open("/settings/users");
		page.locator("a[href$=reach]").click();
		this.walk.look("reach");
		this.walk.press("reach.save");
		this.walk.look("reach-errors");
	}

	private static void signIn(Walk person, String password) {
		person.type("account.userName", "anton@fabrikam.com");
		person.type("account.password", password);
		person.press("signin.go");
	}

	private static String organizationOf(Walk person) {
		person.open("/organizations");
		return person.page().locator("tbody th a").first().getAttribute("href");
	}

	private void show(String name, String address) {
		show(this.walk, name, address);
	}

	private static void show(Walk person, String name, String address) {
		person.open(address);
		person.look(name);
	}

}
