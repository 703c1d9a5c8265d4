package io.hybridge.security.signin;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import jakarta.servlet.http.Cookie;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.context.WebApplicationContext;

import io.hybridge.security.People;
import io.hybridge.security.account.Role;
import io.hybridge.support.ApplicationTest;
import io.hybridge.support.MutableClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@ApplicationTest
class SignInTests {

	private static final String OPERATOR = "operator@fabrikam.com";

	@Autowired
	private MockMvc mvc;

	@Autowired
	private WebApplicationContext context;

	@Autowired
	private JdbcClient jdbc;

	@BeforeEach
	void everybodyHasAnAccount() {
		this.jdbc.sql("delete from sign_in_throttle").update();
		this.jdbc.sql("update account set active = true").update();
		for (Role role : Role.values()) {
			People.account(this.context, role);
		}
	}

	@Test
	void givesTheSameAnswerToUnknownWrongAndThrottled() throws Exception {
		MockHttpServletResponse wrong = attempt(OPERATOR, "not the password", "192.0.2.1");
		MockHttpServletResponse unknown = attempt("nobody@fabrikam.com", "not the password", "192.0.2.1");
		for (int i = 0; i < 6; i++) {
			attempt(OPERATOR, "not the password", "192.0.2.1");
		}
		MockHttpServletResponse throttled = attempt(OPERATOR, People.PASSWORD, "192.0.2.1");
		assertThat(List.of(wrong.getRedirectedUrl(), unknown.getRedirectedUrl(), throttled.getRedirectedUrl()))
			.containsOnly("/sign-in?refused");
	}

	@Test
	void doesNotLockOutFromAnotherNetwork() throws Exception {
		for (int i = 0; i < 10; i++) {
			attempt(OPERATOR, "not the password", "192.0.2.1");
		}
		assertThat(attempt(OPERATOR, People.PASSWORD, "192.0.2.1").getRedirectedUrl()).isEqualTo("/sign-in?refused");
		assertThat(attempt(OPERATOR, People.PASSWORD, "198.51.100.7").getRedirectedUrl()).isEqualTo("/");
	}

	@Test
	void opensTheWayAgainAfterTheWait(@Autowired MutableClock clock) throws Exception {
		for (int i = 0; i < 6; i++) {
			attempt(OPERATOR, "not the password", "192.0.2.1");
		}
		assertThat(attempt(OPERATOR, People.PASSWORD, "192.0.2.1").getRedirectedUrl()).isEqualTo("/sign-in?refused");
		clock.advance(SignInThrottle.waiting(5));
		assertThat(attempt(OPERATOR, People.PASSWORD, "192.0.2.1").getRedirectedUrl()).isEqualTo("/");
	}

	@Test
	void leadsBackToThePageThatWasAskedForAndKeepsNoAddressLongerThanAnyPageNeeds() throws Exception {
		String longest = "/audit?q=" + "x".repeat(300 - "/audit?q=".length());
		assertThat(afterSignIn(get(longest))).isEqualTo(longest);
		assertThat(afterSignIn(get(longest + "x"))).isEqualTo("/");
		assertThat(afterSignIn(get("/" + "x".repeat(300)))).isEqualTo("/");
	}

	private String afterSignIn(MockHttpServletRequestBuilder page) throws Exception {
		Cookie way = this.mvc.perform(page).andReturn().getResponse().getCookie("RETURN");
		MockHttpServletRequestBuilder form = form(OPERATOR, People.PASSWORD, "192.0.2.1");
		return this.mvc.perform((way != null) ? form.cookie(way) : form).andReturn().getResponse().getRedirectedUrl();
	}

	@Test
	void changesTheSessionAndEndsItAtSignOut() throws Exception {
		Cookie before = this.mvc.perform(form(OPERATOR, People.PASSWORD, "192.0.2.1"))
			.andReturn()
			.getResponse()
			.getCookie("SESSION");
		MvcResult result = this.mvc.perform(form(OPERATOR, People.PASSWORD, "192.0.2.1").cookie(before)).andReturn();
		Cookie after = result.getResponse().getCookie("SESSION");
		assertThat(after.getValue()).isNotEqualTo(before.getValue());
		this.mvc.perform(get("/settings/profile").cookie(after)).andExpect(status().isOk());
		this.mvc.perform(get("/settings/profile").cookie(before)).andExpect(redirectedUrl("/sign-in"));
		this.mvc.perform(post("/sign-out").cookie(after).with(csrf())).andExpect(redirectedUrl("/sign-in?bye"));
		this.mvc.perform(get("/settings/profile").cookie(after)).andExpect(redirectedUrl("/sign-in"));
	}

	@Test
	void answersAllTabsThatAreOpenedAtOnceAfterASignIn() throws Exception {
		Cookie session = this.mvc.perform(form(OPERATOR, People.PASSWORD, "192.0.2.1"))
			.andReturn()
			.getResponse()
			.getCookie("SESSION");
		CyclicBarrier together = new CyclicBarrier(8);
		Callable<Integer> tab = () -> {
			together.await();
			return this.mvc.perform(get("/settings/profile").cookie(session)).andReturn().getResponse().getStatus();
		};
		try (ExecutorService browser = Executors.newFixedThreadPool(8)) {
			for (Future<Integer> answer : browser.invokeAll(Collections.nCopies(8, tab))) {
				assertThat(answer.get()).isEqualTo(200);
			}
		}
	}

	@Test
	void endsTheSessionsOfSomeoneDeactivated() throws Exception {
		Cookie session = this.mvc.perform(form(OPERATOR, People.PASSWORD, "192.0.2.1"))
			.andReturn()
			.getResponse()
			.getCookie("SESSION");
		this.mvc.perform(get("/settings/profile").cookie(session)).andExpect(status().isOk());
		long id = People.account(this.context, Role.OPERATOR).id();
		this.mvc.perform(post("/settings/users/{id}/deactivate", id).with(People.administrator()).with(csrf()))
			.andExpect(redirectedUrl("/settings/users"));
		this.mvc.perform(get("/settings/profile").cookie(session)).andExpect(redirectedUrl("/sign-in"));
		assertThat(attempt(OPERATOR, People.PASSWORD, "192.0.2.1").getRedirectedUrl()).isEqualTo("/sign-in?refused");
	}

	@Test
	void neverPutsTheSignInPageIntoAFragment() throws Exception {
		this.mvc.perform(get("/runs").header("HX-Request", "true"))
			.andExpect(status().isUnauthorized())
			.andExpect(header().string("HX-Refresh", "true"))
			.andExpect(content().string(""));
	}

	@Test
	void letsAnInvitedPersonInOnce() throws Exception {
		this.jdbc.sql("delete from account where user_name = 'anna@fabrikam.com'").update();
		MvcResult invited = this.mvc
			.perform(post("/settings/users/invitations").param("userName", "Anna@Fabrikam.com")
				.param("role", "AUDITOR")
				.with(People.administrator())
				.with(csrf()))
			.andExpect(redirectedUrl("/settings/users"))
			.andReturn();
		String link = (String) invited.getFlashMap().get("link");
		String path = link.substring(link.indexOf("/invitations/"));
		this.mvc.perform(get(path).header("Accept-Language", "de-AT,de;q=0.9"))
			.andExpect(content().string(containsString("anna@fabrikam.com")))
			.andExpect(content().string(containsString("<option value=\"de\" selected=\"selected\">")));
		this.mvc.perform(join(path)).andExpect(redirectedUrl("/sign-in?joined"));
		this.mvc.perform(join(path)).andExpect(status().isNotFound());
		assertThat(this.jdbc.sql("select language || ' ' || zone from account where user_name = 'anna@fabrikam.com'")
			.query(String.class)
			.single()).isEqualTo("de Europe/Vienna");
		this.mvc.perform(get("/settings/users").with(People.administrator()))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("anna@fabrikam.com")));
		assertThat(attempt("anna@fabrikam.com", People.PASSWORD, "192.0.2.1").getRedirectedUrl()).isEqualTo("/");
	}

	@Test
	void keepsAnAdministratorFromChangingTheirOwnAccount() throws Exception {
		long id = People.account(this.context, Role.ADMINISTRATOR).id();
		this.mvc
			.perform(post("/settings/users/{id}/role", id).param("newRole", "AUDITOR")
				.with(People.administrator())
				.with(csrf()))
			.andExpect(redirectedUrl("/settings/users"));
		assertThat(People.account(this.context, Role.ADMINISTRATOR).role()).isEqualTo(Role.ADMINISTRATOR);
	}

	private MockHttpServletRequestBuilder join(String path) {
		return post(path).param("name", "Anna Berg")
			.param("password", People.PASSWORD)
			.param("language", "de")
			.param("zone", "Europe/Vienna")
			.with(csrf());
	}

	private MockHttpServletResponse attempt(String userName, String password, String address) throws Exception {
		return this.mvc.perform(form(userName, password, address)).andReturn().getResponse();
	}

	private MockHttpServletRequestBuilder form(String userName, String password, String address) {
		return post("/sign-in").param("username", userName).param("password", password).with(csrf()).with((request) -> {
			request.setRemoteAddr(address);
			return request;
		});
	}

}
