package io.hybridge.security.factor;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.servlet.http.Cookie;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.context.WebApplicationContext;

import io.hybridge.security.People;
import io.hybridge.security.account.Account;
import io.hybridge.security.account.Role;
import io.hybridge.support.ApplicationTest;
import io.hybridge.support.CookieBrowser;
import io.hybridge.support.FormErrors;
import io.hybridge.support.MutableClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/** What a stolen password opens where its owner has an authenticator app: nothing. */
@ApplicationTest
class SecondFactorTests {

	private static final String OPERATOR = "operator@fabrikam.com";

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private MutableClock clock;

	@Autowired
	private WebApplicationContext context;

	private Account operator;

	private CookieBrowser browser;

	@BeforeEach
	void nobodyIsKnown(@Autowired MockMvc mvc) {
		this.browser = new CookieBrowser(mvc);
		this.jdbc.sql("delete from sign_in_throttle").update();
		this.jdbc.sql("delete from known_way").update();
		this.operator = People.account(this.context, Role.OPERATOR);
	}

	@AfterEach
	void nobodyHasOne() {
		AppOf.removeAll(this.context);
	}

	@Test
	void isAddedOnceItHasShownARightCode() throws Exception {
		Document page = this.browser.open("/settings/profile/factor", People.operator());
		assertThat(page.select("img[alt]").attr("src")).startsWith("data:image/svg+xml;base64,");
		AppOf app = AppOf.scanned(page.select("dd code").text(), this.context);
		assertThat(page.select("a[href^=otpauth]").attr("href"))
			.contains(page.select("dd code").text().replace(" ", ""));
		Document wrong = Jsoup
			.parse(this.browser.send(code("/settings/profile/factor", "000000"), 422, People.operator())
				.getContentAsString());
		assertThat(wrong.select(".error").text()).contains("not the code that the app should show");
		assertThat(wrong.select("dd code").text()).as("the same key").isEqualTo(page.select("dd code").text());
		this.browser.send(code("/settings/profile/factor", app.shows()), 302, People.operator());
		Document added = this.browser.open("/settings/profile/factor", People.operator());
		List<String> codes = codes(added);
		assertThat(codes).hasSize(10)
			.doesNotHaveDuplicates()
			.allMatch((text) -> text.matches("([A-Z2-7]{4} ){5}[A-Z2-7]{4}"));
		assertThat(codes(this.browser.open("/settings/profile/factor", People.operator()))).as("shown once").isEmpty();
		assertThat(rows()).noneMatch((row) -> codes.stream().anyMatch((text) -> row.contains(text.replace(" ", ""))))
			.noneMatch((row) -> row.contains(page.select("dd code").text().replace(" ", "")));
		assertThat(records()).last().asString().contains("USER_CHANGED", "app-added");
		assertThat(this.browser.send(signIn(), 302).getRedirectedUrl()).isEqualTo("/sign-in/code");
	}

	@Test
	void aPasswordAloneOpensNoPage() throws Exception {
		AppOf app = AppOf.added(this.operator, this.context);
		MockHttpServletResponse half = this.browser.send(signIn(), 302);
		assertThat(half.getRedirectedUrl()).isEqualTo("/sign-in/code");
		assertThat(half.getCookie("SESSION")).isNull();
		for (String page : List.of("/", "/organizations", "/audit", "/settings/profile", "/settings/profile/factor")) {
			assertThat(this.browser.send(get(page), 302).getRedirectedUrl()).as(page).isEqualTo("/sign-in");
		}
		assertThat(this.browser.send(post("/settings/profile").with(csrf()), 302).getRedirectedUrl())
			.isEqualTo("/sign-in");
		assertThat(this.browser.send(code("/sign-in/code", app.shows(7)), 422).getContentAsString())
			.contains("This code is not right");
		assertThat(this.browser.send(code("/sign-in/code", " "), 422).getContentAsString()).contains("Enter the code.")
			.doesNotContain("not right");
		this.browser.send(get("/organizations"), 302);
		enter(app.shows(), "/organizations");
		this.browser.open("/organizations");
		assertThat(records()).anyMatch((row) -> row.contains("SIGN_IN ATTEMPTED"))
			.anyMatch((row) -> row.contains("SIGN_IN REFUSED") && row.contains("\"code\""))
			.last()
			.asString()
			.contains("SIGN_IN DONE", "\"code\"");
	}

	@Test
	void aCodeCountsOnceAndSoDoesARecoveryCode() throws Exception {
		AppOf app = AppOf.added(this.operator, this.context);
		this.browser.send(signIn(), 302);
		String used = app.shows();
		enter(used, "/");
		this.browser.send(signIn(), 302);
		this.browser.send(code("/sign-in/code", used), 422);
		this.browser.send(code("/sign-in/code", app.shows(-1)), 422);
		enter(app.shows(1), "/");
		String recovery = this.context.getBean(RecoveryCodes.class).renew(this.operator.id()).getFirst().grouped();
		this.browser.send(signIn(), 302);
		enter(recovery.toLowerCase().replace(' ', '-'), "/");
		assertThat(records()).last().asString().contains("recovery-code");
		this.browser.send(signIn(), 302);
		this.browser.send(code("/sign-in/code", recovery), 422);
	}

	@Test
	void guessesAreSlowedFromManyNetworksAsFromOne() throws Exception {
		AppOf app = AppOf.added(this.operator, this.context);
		this.browser.send(signIn(), 302);
		for (int i = 0; i < 5; i++) {
			this.browser.send(code("/sign-in/code", app.shows(9 + i)).with(from("198.51.100." + i)), 422);
		}
		this.browser.send(code("/sign-in/code", app.shows()).with(from("203.0.113.5")), 422);
		assertThat(records()).last().asString().contains("SIGN_IN NOT_DONE");
		this.clock.advance(Duration.ofSeconds(30));
		enter(app.shows(), "/");
	}

	@Test
	void aStrangerWhoGuessesDoesNotShutOutAKnownBrowser() throws Exception {
		AppOf app = AppOf.added(this.operator, this.context);
		this.browser.send(signIn(), 302);
		enter(app.shows(), "/");
		Map<String, Cookie> known = new LinkedHashMap<>(this.browser.cookies());
		this.browser.cookies().clear();
		this.browser.send(signIn(), 302);
		for (int i = 0; i < 6; i++) {
			this.browser.send(code("/sign-in/code", app.shows(9 + i)), 422);
		}
		this.browser.cookies().clear();
		this.browser.cookies().putAll(known);
		this.browser.send(signIn(), 302);
		enter(app.shows(1), "/");
	}

	@Test
	void theSecondStepEndsAfterTenMinutesAndWithThePassword() throws Exception {
		AppOf app = AppOf.added(this.operator, this.context);
		this.browser.send(signIn(), 302);
		this.clock.advance(Duration.ofMinutes(10));
		assertThat(this.browser.send(code("/sign-in/code", app.shows()), 302).getRedirectedUrl())
			.isEqualTo("/sign-in?late");
		assertThat(this.browser.open("/sign-in?late").text()).contains("took too long");
		this.browser.send(signIn(), 302);
		this.jdbc.sql("update account set password_hash = password_hash || ' ' where id = ?")
			.param(this.operator.id())
			.update();
		assertThat(this.browser.send(code("/sign-in/code", app.shows()), 302).getRedirectedUrl())
			.isEqualTo("/sign-in?late");
		this.jdbc.sql("update account set password_hash = trim(password_hash) where id = ?")
			.param(this.operator.id())
			.update();
		this.browser.cookies().put("HALF", new Cookie("HALF", "AAAA"));
		assertThat(this.browser.send(get("/sign-in/code"), 302).getRedirectedUrl()).isEqualTo("/sign-in?late");
	}

	@Test
	void isRemovedWithPasswordAndAFreshCode() throws Exception {
		AppOf app = AppOf.added(this.operator, this.context);
		String remove = "/settings/profile/factor/remove";
		assertThat(errors(this.browser.send(post(remove).with(csrf()), 422, People.operator())))
			.containsExactly("password");
		assertThat(
				errors(this.browser.send(post(remove).param("password", "wrong").with(csrf()), 422, People.operator())))
			.containsExactly("password");
		assertThat(this.browser.send(signIn(), 302).getRedirectedUrl()).isEqualTo("/sign-in/code");
		enter(app.shows(), "/");
		this.clock.advance(Duration.ofMinutes(6));
		MockHttpServletRequestBuilder late = this.browser.form("/settings/profile/factor", remove)
			.param("password", People.PASSWORD);
		assertThat(this.browser.led(late)).as("without a fresh code").isEqualTo("/sign-in/again");
		this.browser.led(code("/sign-in/again", app.shows()));
		this.browser.send(this.browser.form("/settings/profile/factor", "/settings/profile/factor/codes")
			.param("password", People.PASSWORD), 302);
		assertThat(codes(this.browser.open("/settings/profile/factor"))).hasSize(10);
		this.browser.send(this.browser.form("/settings/profile/factor", remove).param("password", People.PASSWORD),
				302);
		assertThat(records()).last().asString().contains("app-removed");
		assertThat(this.browser.send(signIn(), 302).getRedirectedUrl()).isEqualTo("/");
	}

	@Test
	void anAdministratorTakesItAwayFromWhoLostEverything() throws Exception {
		AppOf.added(this.operator, this.context);
		String users = this.browser.open("/settings/users", People.administrator()).html();
		String remove = "/settings/users/" + this.operator.id() + "/factors/remove";
		assertThat(users).contains(remove, "Has a second factor");
		this.browser.send(post(remove).with(csrf()), 403, People.operator());
		this.browser.send(post(remove).with(csrf()), 302, People.administrator());
		assertThat(records()).last().asString().contains("factors-taken", OPERATOR);
		assertThat(this.browser.send(signIn(), 302).getRedirectedUrl()).isEqualTo("/");
	}

	private void enter(String code, String place) throws Exception {
		assertThat(this.browser.led(code("/sign-in/code", code))).isEqualTo(place);
	}

	private MockHttpServletRequestBuilder signIn() {
		this.browser.cookies().remove("SESSION");
		return post("/sign-in").param("username", OPERATOR).param("password", People.PASSWORD).with(csrf());
	}

	private static MockHttpServletRequestBuilder code(String address, String code) {
		return post(address).param("code", code).with(csrf());
	}

	private static List<String> codes(Document page) {
		return Stream.of(page.select("#codes").text().split("(?<=\\G.{29})\\s*"))
			.filter((text) -> !text.isBlank())
			.toList();
	}

	private static List<String> errors(MockHttpServletResponse response) throws Exception {
		return FormErrors.check(Jsoup.parse(response.getContentAsString()));
	}

	private List<String> rows() {
		return this.jdbc.sql("select code_hash from recovery_code union all select cast(sealed as varchar) from secret")
			.query(String.class)
			.list();
	}

	private List<String> records() {
		return this.jdbc.sql("select kind || ' ' || outcome || ' ' || parameters from audit_entry order by id")
			.query(String.class)
			.list();
	}

	private static RequestPostProcessor from(String address) {
		return (request) -> {
			request.setRemoteAddr(address);
			return request;
		};
	}

}
