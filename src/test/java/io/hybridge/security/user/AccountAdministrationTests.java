package io.hybridge.security.user;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.Cookie;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.context.WebApplicationContext;

import io.hybridge.security.People;
import io.hybridge.security.account.Account;
import io.hybridge.security.account.Accounts;
import io.hybridge.security.account.PasswordHashing;
import io.hybridge.security.account.Person;
import io.hybridge.security.account.Preferences;
import io.hybridge.security.account.Role;
import io.hybridge.security.account.SignedIn;
import io.hybridge.security.account.UserName;
import io.hybridge.support.ApplicationTest;
import io.hybridge.support.MutableClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@ApplicationTest
class AccountAdministrationTests {

	private static final String NEW_PASSWORD = "Nine lanterns below the bridge";

	@Autowired
	private MockMvc mvc;

	@Autowired
	private WebApplicationContext context;

	@Autowired
	private AccountAdministration administration;

	@Autowired
	private InvitationAdministration invitations;

	@Autowired
	private Accounts accounts;

	@Autowired
	private PasswordHashing hashing;

	@Autowired
	private JdbcClient jdbc;

	@BeforeEach
	void everybodyHasAnAccount() {
		this.jdbc.sql("delete from sign_in_throttle").update();
		for (Role role : Role.values()) {
			People.account(this.context, role);
		}
	}

	/** The context and its people are shared with other tests. */
	@AfterEach
	void leavesOnlyThem() {
		this.jdbc.sql("delete from invitation").update();
		this.jdbc.sql("delete from account where user_name in ('second@fabrikam.com', 'mover@fabrikam.com')").update();
		this.jdbc.sql("update account set role = 'ADMINISTRATOR' where user_name = 'administrator@fabrikam.com'")
			.update();
	}

	@Test
	void leavesOneAdministratorOfTwoWhoTakeEachOthersRole() throws Exception {
		Person first = People.account(this.context, Role.ADMINISTRATOR).person();
		Person second = account("second@fabrikam.com", Role.ADMINISTRATOR).person();
		CyclicBarrier together = new CyclicBarrier(2);
		List<String> ends = new ArrayList<>();
		try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
			for (Future<String> end : pool
				.invokeAll(List.of(demoting(first, second, together), demoting(second, first, together)))) {
				ends.add(end.get());
			}
		}
		assertThat(ends).containsExactlyInAnyOrder("done", "refused");
		assertThat(this.jdbc.sql("select count(*) from account where role = 'ADMINISTRATOR' and active")
			.query(Integer.class)
			.single()).isOne();
	}

	@Test
	void closesAnInvitationAfterThreeDays(@Autowired MutableClock clock) throws Exception {
		String path = invited("late@fabrikam.com");
		clock.advance(Duration.ofHours(72).minusSeconds(1));
		this.mvc.perform(get(path)).andExpect(status().isOk());
		clock.advance(Duration.ofSeconds(1));
		this.mvc.perform(get(path)).andExpect(status().isNotFound());
		this.mvc.perform(post(path).param("name", "Late").param("password", People.PASSWORD).with(csrf()))
			.andExpect(status().isNotFound());
		assertThat(this.accounts.existsByUserName("late@fabrikam.com")).isFalse();
	}

	@Test
	void closesAnInvitationWhoseUserNameIsTakenMeanwhile() throws Exception {
		String path = invited("second@fabrikam.com");
		account("second@fabrikam.com", Role.AUDITOR);
		this.mvc
			.perform(post(path).param("name", "Second")
				.param("password", NEW_PASSWORD)
				.param("language", "en")
				.param("zone", "Europe/Berlin")
				.with(csrf()))
			.andExpect(status().isNotFound())
			.andExpect(content().string(containsString("invitation")));
		assertThat(this.accounts.findByUserName("second@fabrikam.com").orElseThrow().displayName()).isEqualTo("Test");
	}

	@ParameterizedTest
	@ValueSource(strings = { "role", "deactivate", "unnoticed" })
	void anInvitationDiesWithTheRightOfWhoInvited(String way) throws Exception {
		SignedIn first = People.account(this.context, Role.ADMINISTRATOR).person();
		SignedIn second = account("second@fabrikam.com", Role.ADMINISTRATOR).person();
		String path = "/invitations/" + this.invitations.invite(UserName.of("friend@fabrikam.com"), Role.ADMINISTRATOR,
				io.hybridge.security.reach.Reach.ALL, second);
		this.mvc.perform(get(path)).andExpect(status().isOk());
		switch (way) {
			case "role" -> this.administration.changeRole(second.accountId(), Role.OPERATOR, first);
			case "deactivate" -> this.administration.deactivate(second.accountId(), first);
			default ->
				this.jdbc.sql("update account set active = false where user_name = 'second@fabrikam.com'").update();
		}
		this.mvc.perform(get(path)).andExpect(status().isNotFound());
		this.mvc
			.perform(post(path).param("name", "Friend")
				.param("password", NEW_PASSWORD)
				.param("language", "en")
				.param("zone", "Europe/Berlin")
				.with(csrf()))
			.andExpect(status().isNotFound());
		assertThat(this.accounts.existsByUserName("friend@fabrikam.com")).isFalse();
		if (way.equals("deactivate")) {
			this.administration.activate(second.accountId(), first);
			this.mvc.perform(get(path)).andExpect(status().isNotFound());
		}
		this.jdbc.sql("delete from invitation").update();
	}

	@Test
	void recordsThatAnInvitationWasWithdrawnAndClosesIt() throws Exception {
		String path = invited("unwanted@fabrikam.com");
		long id = this.jdbc.sql("select max(id) from invitation").query(Long.class).single();
		this.invitations.withdraw(id, People.account(this.context, Role.ADMINISTRATOR).person());
		this.invitations.withdraw(id, People.account(this.context, Role.ADMINISTRATOR).person());
		this.mvc.perform(get(path)).andExpect(status().isNotFound());
		assertThat(this.jdbc.sql("select parameters from audit_entry where kind = 'USER_INVITATION_WITHDRAWN'")
			.query(String.class)
			.list()).singleElement().asString().contains("unwanted@fabrikam.com");
	}

	@Test
	void changesAPasswordAndEndsTheSessionsElsewhere() throws Exception {
		account("mover@fabrikam.com", Role.AUDITOR);
		Cookie here = signedIn(People.PASSWORD);
		Cookie elsewhere = signedIn(People.PASSWORD);
		this.mvc.perform(change("not the password", here)).andExpect(status().isUnprocessableContent());
		this.mvc.perform(get("/settings/profile").cookie(elsewhere)).andExpect(status().isOk());
		MvcResult changed = this.mvc.perform(change(People.PASSWORD, here))
			.andExpect(redirectedUrl("/settings/profile"))
			.andReturn();
		Cookie after = changed.getResponse().getCookie("SESSION");
		assertThat(after.getValue()).isNotEqualTo(here.getValue());
		this.mvc.perform(get("/settings/profile").cookie(after)).andExpect(status().isOk());
		this.mvc.perform(get("/settings/profile").cookie(here)).andExpect(redirectedUrl("/sign-in"));
		this.mvc.perform(get("/settings/profile").cookie(elsewhere)).andExpect(redirectedUrl("/sign-in"));
		this.mvc.perform(signIn(People.PASSWORD)).andExpect(redirectedUrl("/sign-in?refused"));
		assertThat(signedIn(NEW_PASSWORD)).isNotNull();
	}

	@Test
	void tellsSomebodyWhoMayNotThatNothingWasChanged() throws Exception {
		this.mvc.perform(get("/settings/users").with(People.operator())).andExpect(status().isForbidden());
		String page = this.mvc
			.perform(get("/error").requestAttr(RequestDispatcher.ERROR_STATUS_CODE, 403).with(People.operator()))
			.andReturn()
			.getResponse()
			.getContentAsString();
		assertThat(page).contains("You may not do that", "Nothing was changed", "href=\"/\"")
			.doesNotContain("Exception", "Whitelabel", "fabrikam.com");
	}

	private Callable<String> demoting(Person by, Person other, CyclicBarrier together) {
		return () -> {
			together.await();
			try {
				this.administration.changeRole(other.accountId(), Role.AUDITOR, by);
				return "done";
			}
			catch (AccessDeniedException ex) {
				return "refused";
			}
		};
	}

	private Account account(String userName, Role role) {
		return this.accounts.save(new Account(UserName.of(userName), "Test", this.hashing.hash(People.PASSWORD), role,
				Preferences.of(Locale.ENGLISH), MutableClock.START));
	}

	private String invited(String userName) throws Exception {
		String link = (String) this.mvc
			.perform(post("/settings/users/invitations").param("userName", userName)
				.param("role", "AUDITOR")
				.with(People.administrator())
				.with(csrf()))
			.andReturn()
			.getFlashMap()
			.get("link");
		return link.substring(link.indexOf("/invitations/"));
	}

	private Cookie signedIn(String password) throws Exception {
		return this.mvc.perform(signIn(password))
			.andExpect(redirectedUrl("/"))
			.andReturn()
			.getResponse()
			.getCookie("SESSION");
	}

	private MockHttpServletRequestBuilder signIn(String password) {
		return post("/sign-in").param("username", "mover@fabrikam.com").param("password", password).with(csrf());
	}

	private MockHttpServletRequestBuilder change(String current, Cookie session) {
		return post("/settings/profile/password").param("current", current)
			.param("password", NEW_PASSWORD)
			.cookie(session)
			.with(csrf());
	}

}
