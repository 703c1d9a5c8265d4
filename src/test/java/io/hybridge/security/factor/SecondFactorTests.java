package io.hybridge.security.factor;

import java.time.Duration;
import java.util.ArrayList;
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
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.test.context.TestSecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.context.WebApplicationContext;

import io.hybridge.security.People;
import io.hybridge.security.account.Account;
import io.hybridge.security.account.Role;
import io.hybridge.support.ApplicationTest;
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
	private MockMvc mvc;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private MutableClock clock;

	@Autowired
	private WebApplicationContext context;

	private Account operator;

	private final Map<String, Cookie> browser = new LinkedHashMap<>();

	@BeforeEach
	void nobodyIsKnown() {
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
		Document page = open("/settings/profile/factor", People.operator());
		assertThat(page.select("img[alt]").attr("src")).startsWith("data:image/svg+xml;base64,");
		AppOf app = AppOf.scanned(page.select("dd code").text(), this.clock);
		assertThat(page.select("a[href^=otpauth]").attr("href"))
			.contains(page.select("dd code").text().replace(" ", ""));
		Document wrong = Jsoup
			.parse(send(code("/settings/profile/factor", "000000"), 422, People.operator()).getContentAsString());
		assertThat(wrong.select(".error").text()).contains("not the code that the app should show");
		assertThat(wrong.select("dd code").text()).as("the same key").isEqualTo(page.select("dd code").text());
		send(code("/settings/profile/factor", app.shows()), 302, People.operator());
		Document added = open("/settings/profile/factor", People.operator());
		List<String> codes = codes(added);
		assertThat(codes).hasSize(10)
			.doesNotHaveDuplicates()
			.allMatch((text) -> text.matches("([A-Z2-7]{4} ){5}[A-Z2-7]{4}"));
		assertThat(codes(open("/settings/profile/factor", People.operator()))).as("shown once").isEmpty();
		assertThat(rows()).noneMatch((row) -> codes.stream().anyMatch((text) -> row.contains(text.replace(" ", ""))))
			.noneMatch((row) -> row.contains(page.select("dd code").text().replace(" ", "")));
		assertThat(records()).last().asString().contains("USER_CHANGED", "app-added");
		assertThat(send(signIn(), 302).getRedirectedUrl()).isEqualTo("/sign-in/code");
	}

	@Test
	void aPasswordAloneOpensNoPage() throws Exception {
		AppOf app = AppOf.added(this.operator, this.context);
		MockHttpServletResponse half = send(signIn(), 302);
		assertThat(half.getRedirectedUrl()).isEqualTo("/sign-in/code");
		assertThat(half.getCookie("SESSION")).isNull();
		for (String page : List.of("/", "/organizations", "/audit", "/settings/profile", "/settings/profile/factor")) {
			assertThat(send(get(page), 302).getRedirectedUrl()).as(page).isEqualTo("/sign-in");
		}
		assertThat(send(post("/settings/profile").with(csrf()), 302).getRedirectedUrl()).isEqualTo("/sign-in");
		assertThat(send(code("/sign-in/code", app.shows(7)), 422).getContentAsString())
			.contains("This code is not right");
		send(get("/organizations"), 302);
		MockHttpSession session = enter(app.shows(), "/organizations");
		assertThat(answer(get("/organizations").session(session)).getStatus()).isEqualTo(200);
		assertThat(records()).anyMatch((row) -> row.contains("SIGN_IN ATTEMPTED"))
			.anyMatch((row) -> row.contains("SIGN_IN REFUSED") && row.contains("\"code\""))
			.last()
			.asString()
			.contains("SIGN_IN DONE", "\"code\"");
	}

	@Test
	void aCodeCountsOnceAndSoDoesARecoveryCode() throws Exception {
		AppOf app = AppOf.added(this.operator, this.context);
		send(signIn(), 302);
		String used = app.shows();
		enter(used, "/");
		send(signIn(), 302);
		send(code("/sign-in/code", used), 422);
		send(code("/sign-in/code", app.shows(-1)), 422);
		enter(app.shows(1), "/");
		String recovery = this.context.getBean(RecoveryCodes.class).renew(this.operator.id()).getFirst().grouped();
		send(signIn(), 302);
		enter(recovery.toLowerCase().replace(' ', '-'), "/");
		assertThat(records()).last().asString().contains("recovery-code");
		send(signIn(), 302);
		send(code("/sign-in/code", recovery), 422);
	}

	@Test
	void guessesAreSlowedFromManyNetworksAsFromOne() throws Exception {
		AppOf app = AppOf.added(this.operator, this.context);
		send(signIn(), 302);
		for (int i = 0; i < 5; i++) {
			send(code("/sign-in/code", app.shows(9 + i)).with(from("198.51.100." + i)), 422);
		}
		send(code("/sign-in/code", app.shows()).with(from("203.0.113.5")), 422);
		assertThat(records()).last().asString().contains("SIGN_IN NOT_DONE");
		this.clock.advance(Duration.ofSeconds(30));
		enter(app.shows(), "/");
	}

	@Test
	void aStrangerWhoGuessesDoesNotShutOutAKnownBrowser() throws Exception {
		AppOf app = AppOf.added(this.operator, this.context);
		send(signIn(), 302);
		enter(app.shows(), "/");
		Map<String, Cookie> known = new LinkedHashMap<>(this.browser);
		this.browser.clear();
		send(signIn(), 302);
		for (int i = 0; i < 6; i++) {
			send(code("/sign-in/code", app.shows(9 + i)), 422);
		}
		this.browser.clear();
		this.browser.putAll(known);
		send(signIn(), 302);
		enter(app.shows(1), "/");
	}

	@Test
	void theSecondStepEndsAfterTenMinutesAndWithThePassword() throws Exception {
		AppOf app = AppOf.added(this.operator, this.context);
		send(signIn(), 302);
		this.clock.advance(Duration.ofMinutes(10));
		assertThat(send(code("/sign-in/code", app.shows()), 302).getRedirectedUrl()).isEqualTo("/sign-in?late");
		assertThat(Jsoup.parse(answer(get("/sign-in?late")).getContentAsString()).text()).contains("took too long");
		send(signIn(), 302);
		this.jdbc.sql("update account set password_hash = password_hash || ' ' where id = ?")
			.param(this.operator.id())
			.update();
		assertThat(send(code("/sign-in/code", app.shows()), 302).getRedirectedUrl()).isEqualTo("/sign-in?late");
		this.jdbc.sql("update account set password_hash = trim(password_hash) where id = ?")
			.param(this.operator.id())
			.update();
		this.browser.put("HALF", new Cookie("HALF", "AAAA"));
		assertThat(send(get("/sign-in/code"), 302).getRedirectedUrl()).isEqualTo("/sign-in?late");
	}

	@Test
	void isRemovedWithPasswordAndCode() throws Exception {
		AppOf app = AppOf.added(this.operator, this.context);
		String remove = "/settings/profile/factor/remove";
		assertThat(errors(send(code(remove, app.shows()).param("password", "wrong"), 422, People.operator())))
			.containsExactly("password");
		assertThat(errors(send(code(remove, app.shows(5)).param("password", People.PASSWORD), 422, People.operator())))
			.containsExactly("code");
		assertThat(send(signIn(), 302).getRedirectedUrl()).isEqualTo("/sign-in/code");
		send(code("/settings/profile/factor/codes", app.shows()).param("password", People.PASSWORD), 302,
				People.operator());
		assertThat(codes(open("/settings/profile/factor", People.operator()))).hasSize(10);
		send(code(remove, app.shows(1)).param("password", People.PASSWORD), 302, People.operator());
		assertThat(records()).last().asString().contains("app-removed");
		assertThat(send(signIn(), 302).getRedirectedUrl()).isEqualTo("/");
	}

	@Test
	void anAdministratorTakesItAwayFromWhoLostEverything() throws Exception {
		AppOf.added(this.operator, this.context);
		String users = answer(get("/settings/users").with(People.administrator())).getContentAsString();
		String remove = "/settings/users/" + this.operator.id() + "/factors/remove";
		assertThat(users).contains(remove, "Has a second factor");
		assertThat(answer(post(remove).with(csrf()).with(People.operator())).getStatus()).isEqualTo(403);
		send(post(remove).with(csrf()), 302, People.administrator());
		assertThat(records()).last().asString().contains("factors-taken", OPERATOR);
		assertThat(send(signIn(), 302).getRedirectedUrl()).isEqualTo("/");
	}

	private MockHttpSession enter(String code, String place) throws Exception {
		MockHttpSession session = new MockHttpSession();
		assertThat(send(code("/sign-in/code", code).session(session), 302).getRedirectedUrl()).isEqualTo(place);
		return session;
	}

	private MockHttpServletRequestBuilder signIn() {
		this.browser.remove("SESSION");
		return post("/sign-in").param("username", OPERATOR).param("password", People.PASSWORD).with(csrf());
	}

	private static MockHttpServletRequestBuilder code(String address, String code) {
		return post(address).param("code", code).with(csrf());
	}

	private Document open(String page, RequestPostProcessor person) throws Exception {
		return Jsoup.parse(send(get(page), 200, person).getContentAsString());
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

	private MockHttpServletResponse send(MockHttpServletRequestBuilder request, int status,
			RequestPostProcessor... people) throws Exception {
		for (RequestPostProcessor person : people) {
			request.with(person);
		}
		MockHttpServletResponse response = answer(request);
		assertThat(response.getStatus()).isEqualTo(status);
		return response;
	}

	/** The browser keeps cookies as one does. */
	private MockHttpServletResponse answer(MockHttpServletRequestBuilder request) throws Exception {
		TestSecurityContextHolder.clearContext();
		if (!this.browser.isEmpty()) {
			request.cookie(new ArrayList<>(this.browser.values()).toArray(Cookie[]::new));
		}
		MockHttpServletResponse response = this.mvc.perform(request).andReturn().getResponse();
		for (Cookie cookie : response.getCookies()) {
			if (cookie.getMaxAge() == 0) {
				this.browser.remove(cookie.getName());
			}
			else {
				this.browser.put(cookie.getName(), cookie);
			}
		}
		return response;
	}

}
