package io.hybridge.security.session;

import java.time.Duration;
import java.util.List;

import jakarta.servlet.http.Cookie;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.context.WebApplicationContext;

import io.hybridge.security.People;
import io.hybridge.security.account.Role;
import io.hybridge.security.secret.BrowserSeal;
import io.hybridge.support.ApplicationTest;
import io.hybridge.support.MutableClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@ApplicationTest
class SessionsTests {

	private static final String FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

	private static final String PAGE = "/settings/profile/sessions";

	@Autowired
	private MockMvc mvc;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private WebApplicationContext context;

	@Autowired
	private MutableClock clock;

	private long operator;

	@BeforeEach
	void nobodyIsSignedIn() {
		this.jdbc.sql("delete from spring_session_attributes").update();
		this.jdbc.sql("delete from spring_session").update();
		this.jdbc.sql("delete from sign_in_throttle").update();
		this.operator = People.account(this.context, Role.OPERATOR).id();
	}

	@Test
	void thePageOfUsersGivesItsConnectionsBack() throws Exception {
		for (int i = 0; i < 12; i++) {
			assertThat(this.mvc.perform(get("/settings/users").with(People.administrator()))
				.andReturn()
				.getResponse()
				.getStatus()).isEqualTo(200);
		}
	}

	@Test
	void showsWhereOneIsSignedInAndEndsOneOrAllOthers() throws Exception {
		Cookie here = signedIn("192.0.2.1", FIREFOX);
		Cookie phone = signedIn("2001:db8::7", "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Safari/604.1");
		signedIn("198.51.100.9", null);
		Elements rows = open(here).select("tbody tr");
		assertThat(rows.eachText()).hasSize(3)
			.anyMatch((row) -> row.startsWith("Firefox, Linux This session 192.0.2.1 ") && !row.endsWith("End"))
			.anyMatch((row) -> row.startsWith("Safari, iPhone 20010db800000000/64 "))
			.anyMatch((row) -> row.startsWith("Browser unknown 198.51.100.9 "));
		assertThat(open(here).html()).doesNotContain(id(here), here.getValue());
		end(here, rows.stream().filter((row) -> row.text().startsWith("Safari")).findFirst().orElseThrow());
		assertThat(answer(phone).getRedirectedUrl()).isEqualTo("/sign-in");
		assertThat(open(here).select("tbody tr")).hasSize(2);
		this.mvc.perform(post(PAGE + "/end").cookie(here).with(csrf())).andExpect(redirectedUrl(PAGE));
		Document alone = open(here);
		assertThat(alone.select("tbody tr")).hasSize(1);
		assertThat(alone.select("main form")).isEmpty();
		assertThat(this.jdbc.sql("select parameters from audit_entry where kind = 'USER_CHANGED' order by id desc")
			.query(String.class)
			.list()).startsWith(record(), record());
	}

	@Test
	void nobodyEndsASessionOfSomebodyElse() throws Exception {
		Cookie operators = signedIn("192.0.2.1", FIREFOX);
		String handle = OpenSession.handle(id(operators));
		this.mvc.perform(post(PAGE + "/" + handle + "/end").with(People.administrator()).with(csrf()))
			.andExpect(redirectedUrl(PAGE));
		assertThat(answer(operators).getStatus()).isEqualTo(200);
	}

	@Test
	void anAdministratorSeesHowManyAPersonHasAndEndsThem() throws Exception {
		Cookie one = signedIn("192.0.2.1", FIREFOX);
		Cookie other = signedIn("192.0.2.2", FIREFOX);
		assertThat(users()).contains("2 open sessions").contains("End all sessions of Test operator");
		this.mvc
			.perform(post("/settings/users/{id}/sessions/end", this.operator).with(People.administrator()).with(csrf()))
			.andExpect(redirectedUrl("/settings/users"));
		for (Cookie ended : List.of(one, other)) {
			assertThat(answer(ended).getRedirectedUrl()).isEqualTo("/sign-in");
		}
		assertThat(users()).doesNotContain("End all sessions of Test operator");
	}

	@Test
	void whatWasTypedIsKeptWhereTheSessionWasEndedElsewhere() throws Exception {
		Cookie typing = signedIn("192.0.2.1", FIREFOX);
		Cookie elsewhere = signedIn("192.0.2.2", FIREFOX);
		this.mvc.perform(post(PAGE + "/end").cookie(elsewhere).with(csrf()));
		assertKept(typing);
	}

	@Test
	void aSessionEndsEightHoursAfterItBeganHoweverMuchItIsUsed() throws Exception {
		Cookie session = signedIn("192.0.2.1", FIREFOX);
		began(session, Duration.ofHours(8).minusMinutes(1));
		assertThat(answer(session).getStatus()).isEqualTo(200);
		began(session, Duration.ofHours(8));
		assertThat(open(signedIn("192.0.2.2", FIREFOX)).select("tbody tr")).hasSize(1);
		assertKept(session);
		assertThat(answer(session).getRedirectedUrl()).isEqualTo("/sign-in");
	}

	@Test
	void aSessionEndsThirtyMinutesAfterTheLastRequest() throws Exception {
		Cookie session = signedIn("192.0.2.1", FIREFOX);
		this.jdbc.sql("update spring_session set last_access_time = last_access_time - :gap")
			.param("gap", Duration.ofMinutes(29).toMillis())
			.update();
		assertThat(answer(session).getStatus()).isEqualTo(200);
		this.jdbc.sql("update spring_session set last_access_time = last_access_time - :gap")
			.param("gap", Duration.ofMinutes(30).toMillis())
			.update();
		assertKept(session);
		assertThat(answer(session).getRedirectedUrl()).isEqualTo("/sign-in");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/140.0 Safari/537.36 Edg/140.0 | Edge, Windows
			Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/18.0 Safari/605.1.15 | Safari, macOS
			Mozilla/5.0 (Linux; Android 15) Chrome/140.0 Mobile Safari/537.36 | Chrome, Android
			curl/8.5.0 (<script>) | ''
			""")
	void aBrowserIsCalledAsPeopleCallIt(String said, String name) {
		assertThat(BrowserName.of(said)).isEqualTo(name);
	}

	private void assertKept(Cookie over) throws Exception {
		MockHttpServletResponse late = this.mvc.perform(
				post("/organizations").param("name", "Contoso").header("Sec-Fetch-Site", "same-origin").cookie(over))
			.andReturn()
			.getResponse();
		assertThat(late.getRedirectedUrl()).isEqualTo("/organizations/new");
		Cookie in = signedIn("192.0.2.1", FIREFOX);
		String page = this.mvc.perform(get("/organizations/new").cookie(in, late.getCookie("UNSENT")))
			.andReturn()
			.getResponse()
			.getContentAsString();
		assertThat(Jsoup.parse(page).select("#name").val()).isEqualTo("Contoso");
	}

	private void began(Cookie session, Duration ago) throws Exception {
		this.jdbc.sql("update spring_session set creation_time = :then where session_id = :id")
			.param("then", this.clock.instant().minus(ago).toEpochMilli())
			.param("id", id(session))
			.update();
	}

	private void end(Cookie here, Element row) throws Exception {
		this.mvc.perform(post(row.select("form").attr("action")).cookie(here).with(csrf()))
			.andExpect(redirectedUrl(PAGE));
	}

	private String record() {
		return "{\"actorRole\":\"operator\",\"user\":\"operator@fabrikam.com\",\"what\":\"sessions\"}";
	}

	private String users() throws Exception {
		return this.mvc.perform(get("/settings/users").with(People.administrator()))
			.andReturn()
			.getResponse()
			.getContentAsString();
	}

	private String id(Cookie session) {
		return this.context.getBean(BrowserSeal.class).open(SessionCookie.NAME, session.getValue()).orElseThrow();
	}

	private Document open(Cookie session) throws Exception {
		return Jsoup.parse(this.mvc.perform(get(PAGE).cookie(session))
			.andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsString());
	}

	private MockHttpServletResponse answer(Cookie session) throws Exception {
		return this.mvc.perform(get("/settings/profile").cookie(session)).andReturn().getResponse();
	}

	private Cookie signedIn(String network, String browser) throws Exception {
		MockHttpServletRequestBuilder form = post("/sign-in").param("username", "operator@fabrikam.com")
			.param("password", People.PASSWORD)
			.with(csrf())
			.with((request) -> {
				request.setRemoteAddr(network);
				return request;
			});
		return this.mvc.perform((browser != null) ? form.header("User-Agent", browser) : form)
			.andReturn()
			.getResponse()
			.getCookie("SESSION");
	}

}
