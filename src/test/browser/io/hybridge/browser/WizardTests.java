package io.hybridge.browser;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The wizard by keyboard alone, over a narrow wire, reloaded, and in a second browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WizardTests {

	private static final Words WORDS = new Words(Locale.ENGLISH);

	@TempDir
	private static Path folder;

	private Console console;

	private Chromium chromium;

	private Page page;

	private Walk walk;

	private Keyboard keyboard;

	@BeforeAll
	void reachThePlan() {
		this.console = new Console(folder, Map.of("hybridge.enablement.lab-probe-wait", "20m"));
		this.chromium = new Chromium();
		this.page = this.chromium.open(this.console.address(), Chromium.speaking(Locale.ENGLISH));
		this.walk = new Walk(this.page, WORDS, Look.NONE);
		this.keyboard = new Keyboard(this.page);
		this.walk.setUp(this.console.setupCode());
		this.walk.open("/organizations/new");
		this.walk.register();
		this.walk.tenant();
		this.walk.servers();
		this.walk.oauthPlan();
	}

	@AfterAll
	void end() {
		this.chromium.close();
		this.console.close();
	}

	@Test
	@Order(1)
	void theFirstStopOfTheKeyboardSkipsToTheContent() {
		this.page.reload();
		this.keyboard.press("Tab");
		assertThat(this.page.locator(":focus")).hasText(WORDS.of("web.skip"));
		this.keyboard.press("Enter");
		assertThat(this.page.locator("#content")).isFocused();
	}

	@Test
	@Order(2)
	void theMenuOpensAndClosesByKeyboard() {
		this.page.setViewportSize(320, 700);
		this.page.reload();
		Locator menu = this.walk.button("web.menu");
		Locator audit = this.page.locator("#side a[href='/audit']");
		assertThat(audit).isHidden();
		this.keyboard.tabTo(menu);
		this.keyboard.press("Enter");
		this.keyboard.tabTo(audit);
		this.keyboard.press("Escape");
		assertThat(audit).isHidden();
		assertThat(menu).isFocused();
		this.page.setViewportSize(1280, 900);
	}

	@Test
	@Order(3)
	void aLongAddressLeavesTheObjectItsRoom() {
		this.page.reload();
		this.page.locator("#findings summary").first().click();
		Locator object = this.page.locator("#findings tbody th").first();
		this.page.evaluate("document.querySelector('#findings tbody td').textContent = 'https://' + 'a'.repeat(200)");
		assertThat(object.boundingBox().width).isGreaterThan(180);
		assertThat((Integer) this.page.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(1280);
	}

	@Test
	@Order(4)
	void anApplyThatIsRefusedSaysWhyWithoutANewPage() {
		this.page.reload();
		this.page.evaluate("window.same = 'page'");
		this.walk.refuseExposure();
		assertThat(this.page.locator("#apply-form [role=alert]")).isFocused();
		assertThat(this.page).hasTitle(Pattern.compile("^" + WORDS.of("web.title.error")));
		assertThat(this.page.evaluate("window.same")).isEqualTo("page");
	}

	@Test
	@Order(5)
	void thePlanIsAppliedByKeyboardAndItsEndIsReadOut() {
		this.page.reload();
		this.keyboard.tabTo(this.walk.field("enablement.exposure.accept", "Fabrikam"));
		this.keyboard.press("Space");
		this.keyboard.tabTo(this.walk.button("enablement.apply", 2, "Fabrikam"));
		this.keyboard.press("Enter");
		this.walk.ended("run.outcome.apply.done", 2, "Fabrikam");
		assertThat(this.page.locator("#apply h2")).isFocused();
	}

	@Test
	@Order(6)
	void aReloadAndTheWayBackAskForNothing() {
		String step = this.page.url().replaceAll("#.*", "");
		Page tab = this.page.context().newPage();
		tab.navigate(step.replace("oauth", "servers"));
		tab.navigate(step);
		Walk elsewhere = new Walk(tab, WORDS, Look.NONE);
		int pages = (Integer) tab.evaluate("history.length");
		tab.waitForResponse("**/check", () -> elsewhere.press("enablement.check-again"));
		int runs = this.console.runsSoFar();
		tab.reload();
		assertThat((Integer) tab.evaluate("history.length")).as("the check added no page").isEqualTo(pages);
		tab.goBack();
		assertThat(tab).hasURL(Pattern.compile("/enablement/servers$"));
		tab.goForward();
		assertThat(tab).hasURL(step);
		assertThat(elsewhere.button("enablement.next", WORDS.of("step.push-proxy.name"))).isVisible();
		assertThat(this.console.runsSoFar()).isEqualTo(runs);
		tab.close();
	}

	@Test
	@Order(7)
	void aPartThatRenewsItselfKeepsTheFocus() {
		this.walk.pushProxy();
		this.walk.press("enablement.probe.start");
		assertThat(this.page.locator("#verify h2").first()).isFocused();
		Locator refresh = this.page.locator("#progress .button");
		refresh.focus();
		this.page.waitForResponse("**/progress", () -> {
		});
		this.page.waitForResponse("**/progress", () -> {
		});
		assertThat(refresh).isFocused();
	}

	@Test
	@Order(8)
	void aReloadAndAnotherBrowserShowTheSameEndOfTheWait() {
		Locator countDown = this.page.locator(".countdown").first();
		countDown.waitFor();
		String end = countDown.getAttribute("data-until");
		this.page.reload();
		assertThat(countDown).hasAttribute("data-until", end);
		Page second = this.chromium.open(this.console.address(), Chromium.speaking(Locale.ENGLISH));
		Walk elsewhere = new Walk(second, WORDS, Look.NONE);
		elsewhere.open(this.page.url());
		elsewhere.signIn();
		assertThat(second.locator(".countdown").first()).hasAttribute("data-until", end);
		assertThat(second.locator(".countdown output").first()).hasText(Pattern.compile("1\\d:[0-5]\\d|20:00"));
	}

	@Test
	@Order(9)
	void theEndOfTheWaitIsReadOutWhereItStands() {
		// As a password manager leaves fields behind; htmx must not carry it over.
		this.page.evaluate("document.querySelectorAll('input').forEach((field) => {"
				+ " field.style.color = 'red'; field.style.removeProperty('color'); })");
		this.console.finishRuns();
		assertThat(this.page.locator("#verify code", new Page.LocatorOptions().setHasText("Succeeded"))).hasCount(2);
		assertThat(this.page.locator("#verify h2").first()).isFocused();
	}

	@Test
	@Order(10)
	void thePagesAreLight() {
		Page fresh = this.chromium.open(this.console.address(), Chromium.speaking(Locale.ENGLISH));
		Scale scale = new Scale(fresh);
		Walk visitor = new Walk(fresh, WORDS, Look.NONE);
		assertThat(scale.bytesOf(() -> visitor.open("/sign-in"))).isBetween(1_000L, 150_000L);
		assertThat(scale.bytesOf(visitor::signIn)).isBetween(1_000L, 150_000L);
		for (String later : new String[] { "/", "/organizations", "/runs", "/audit", "/lab", "/settings/profile",
				this.page.url(), this.page.url().replace("push-proxy", "oauth") }) {
			assertThat(scale.bytesOf(() -> visitor.open(later))).as(later).isBetween(1_000L, 30_000L);
		}
	}

	@Test
	@Order(11)
	void nothingWasComplainedOf() {
		assertThat(this.chromium.complaints()).isEmpty();
		assertThat(this.chromium.foreignRequests()).isEmpty();
	}

	@Test
	@Order(12)
	void aFormThatGoesWrongIsAnsweredWithThePageThatSaysSo() {
		answered(500);
		this.walk.press("enablement.check-again");
		assertThat(this.page.locator("h1")).hasText("It cannot be done now");
		assertThat(this.page.locator("h1")).isFocused();
		this.page.unroute("**/check");
		this.page.reload();
		assertThat(this.walk.button("enablement.check-again")).isVisible();
	}

	@Test
	@Order(13)
	void whoDoesNotAnswerIsToldAndNothingGoesAway() {
		String title = this.page.locator("h1").innerText();
		assertThat(this.page.locator("#lost")).isHidden();
		answered(503);
		this.walk.press("enablement.check-again");
		assertThat(this.page.locator("#lost")).isVisible();
		assertThat(this.page.locator("h1")).hasText(title);
		this.page.unroute("**/check");
		this.walk.press("enablement.check-again");
		assertThat(this.page.locator("#lost")).isHidden();
	}

	private void answered(int status) {
		this.page.route("**/check", (route) -> route.fulfill(new Route.FulfillOptions().setStatus(status)
			.setContentType("text/html")
			.setBody("<title>Error</title><body><h1>It cannot be done now</h1></body>")));
	}

}
