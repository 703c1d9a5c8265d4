package io.hybridge.security.signin;

import java.time.Duration;
import java.util.List;

import jakarta.servlet.http.Cookie;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.context.WebApplicationContext;

import io.hybridge.security.People;
import io.hybridge.security.account.Role;
import io.hybridge.support.ApplicationTest;
import io.hybridge.support.MutableClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/** Nobody is locked out by a stranger, also where all come through one proxy. */
@ApplicationTest
class KnownDeviceTests {

	private static final String PROXY = "192.0.2.80";

	private static final String OPERATOR = "operator@fabrikam.com";

	@Autowired
	private MockMvc mvc;

	@Autowired
	private JdbcClient jdbc;

	@BeforeEach
	void nobodyIsKnown(@Autowired WebApplicationContext context) {
		this.jdbc.sql("delete from sign_in_throttle").update();
		this.jdbc.sql("delete from known_way").update();
		for (Role role : Role.values()) {
			People.account(context, role);
		}
	}

	@Test
	void hasAWayOfItsOwnBehindAProxyWhereStrangersClosedTheOther() throws Exception {
		Cookie device = attempt(OPERATOR, People.PASSWORD, PROXY).getCookie(KnownDevices.COOKIE);
		for (int i = 0; i < 39; i++) {
			attempt(OPERATOR, "guess " + i, PROXY);
		}
		assertThat(refused(attempt(OPERATOR, People.PASSWORD, PROXY))).isTrue();
		for (int i = 0; i < 39; i++) {
			assertThat(attempt(OPERATOR, People.PASSWORD, PROXY, device).getRedirectedUrl()).isEqualTo("/");
			attempt(OPERATOR, "guess again " + i, PROXY);
		}
	}

	@Test
	void helpsNobodyElseAndNobodyWhoMakesOneUp() throws Exception {
		Cookie auditors = attempt("auditor@fabrikam.com", People.PASSWORD, PROXY).getCookie(KnownDevices.COOKIE);
		for (int i = 0; i < 6; i++) {
			attempt(OPERATOR, "guess " + i, PROXY);
		}
		for (Cookie device : List.of(auditors, new Cookie(KnownDevices.COOKIE, "AAAA"),
				new Cookie(KnownDevices.COOKIE, auditors.getValue().toLowerCase()))) {
			assertThat(refused(attempt(OPERATOR, People.PASSWORD, PROXY, device))).isTrue();
		}
	}

	@Test
	void guessesNoFasterThanAStrangerOnceItIsStolen() throws Exception {
		Cookie device = attempt(OPERATOR, People.PASSWORD, PROXY).getCookie(KnownDevices.COOKIE);
		for (int i = 0; i < 6; i++) {
			attempt(OPERATOR, "guess " + i, "198.51.100." + i, device);
		}
		assertThat(refused(attempt(OPERATOR, People.PASSWORD, "198.51.100.9", device))).isTrue();
		assertThat(attempt(OPERATOR, People.PASSWORD, PROXY).getRedirectedUrl()).isEqualTo("/");
	}

	@Test
	void standsInTheDatabaseAsAHashAndIsSealedInTheBrowser() throws Exception {
		Cookie device = attempt(OPERATOR, People.PASSWORD, PROXY).getCookie(KnownDevices.COOKIE);
		assertThat(device.isHttpOnly()).isTrue();
		assertThat(device.getAttribute("SameSite")).isEqualTo("Strict");
		assertThat(this.jdbc.sql("select way from known_way").query(String.class).list()).hasSize(2)
			.allMatch((way) -> way.matches("[0-9a-f]{64}"));
	}

	@Test
	void aNetworkThatGuessesManyNamesIsNotLookedAtForAnHourAndLeavesNoMoreRows(@Autowired MutableClock clock)
			throws Exception {
		for (int i = 0; i < 100; i++) {
			attempt("name-" + i, "guess", PROXY);
		}
		assertThat(this.jdbc.sql("select count(*) from sign_in_throttle").query(Integer.class).single()).isEqualTo(30);
		assertThat(refused(attempt(OPERATOR, People.PASSWORD, PROXY))).isTrue();
		assertThat(attempt(OPERATOR, People.PASSWORD, "198.51.100.7").getRedirectedUrl()).isEqualTo("/");
		clock.advance(Duration.ofMinutes(61));
		assertThat(attempt(OPERATOR, People.PASSWORD, PROXY).getRedirectedUrl()).isEqualTo("/");
		attempt("name-100", "guess", PROXY);
		assertThat(this.jdbc.sql("select count(*) from sign_in_throttle").query(Integer.class).single()).isEqualTo(1);
	}

	@Test
	void ofLinksThatLeadNowhereNoMoreAreAnsweredThanAPersonOpens() throws Exception {
		for (int i = 0; i < 30; i++) {
			assertThat(answer(get("/invitations/none-" + i), PROXY).getStatus()).isEqualTo(404);
		}
		assertThat(answer(get("/invitations/none"), PROXY).getStatus()).isEqualTo(429);
		assertThat(answer(get("/invitations/none"), "198.51.100.7").getStatus()).isEqualTo(404);
	}

	@Test
	void refusalsAreRecordedAndCannotFloodTheRecord() throws Exception {
		long before = last();
		for (int i = 0; i < 25; i++) {
			attempt(OPERATOR, "guess " + i, PROXY);
			answer(get("/invitations/none-" + i), PROXY);
			answer(post("/organizations").header("Sec-Fetch-Site", "cross-site"), PROXY);
		}
		assertThat(recorded("SIGN_IN", "REFUSED", before)).isEqualTo(5);
		assertThat(recorded("SIGN_IN", "NOT_DONE", before)).isEqualTo(10);
		assertThat(recorded("USER_JOINED", "REFUSED", before)).isEqualTo(10);
		assertThat(recorded("ACCESS", "REFUSED", before)).isEqualTo(10);
		assertThat(this.jdbc.sql("select count(*) from audit_entry where id > ? and parameters like '%\"further\"%'")
			.param(before)
			.query(Integer.class)
			.single()).isEqualTo(3);
	}

	@Test
	void aRefusalOfSomebodyWhoIsSignedInIsRecordedUnderTheirName() throws Exception {
		long before = last();
		answer(get("/settings/users").with(People.auditor()), PROXY);
		assertThat(this.jdbc.sql("select actor_name || ' ' || parameters from audit_entry where id > ?")
			.param(before)
			.query(String.class)
			.single()).contains("Test auditor", "/settings/users", PROXY);
	}

	private int recorded(String kind, String outcome, long after) {
		return this.jdbc.sql("select count(*) from audit_entry where id > ? and kind = ? and outcome = ?")
			.param(after)
			.param(kind)
			.param(outcome)
			.query(Integer.class)
			.single();
	}

	private long last() {
		return this.jdbc.sql("select coalesce(max(id), 0) from audit_entry").query(Long.class).single();
	}

	private static boolean refused(MockHttpServletResponse response) {
		return "/sign-in?refused".equals(response.getRedirectedUrl());
	}

	private MockHttpServletResponse attempt(String userName, String password, String address, Cookie... cookies)
			throws Exception {
		MockHttpServletRequestBuilder form = post("/sign-in").param("username", userName)
			.param("password", password)
			.with(csrf());
		return answer((cookies.length > 0) ? form.cookie(cookies) : form, address);
	}

	private MockHttpServletResponse answer(MockHttpServletRequestBuilder request, String address) throws Exception {
		return this.mvc.perform(request.with((sent) -> {
			sent.setRemoteAddr(address);
			return sent;
		})).andReturn().getResponse();
	}

}
