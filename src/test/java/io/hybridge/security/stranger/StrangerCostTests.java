package io.hybridge.security.stranger;

import java.util.List;

import jakarta.servlet.http.Cookie;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.context.WebApplicationContext;

import io.hybridge.security.People;
import io.hybridge.security.account.Role;
import io.hybridge.support.ApplicationTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/** What somebody who is not signed in can make the console store, read and work. */
@ApplicationTest
class StrangerCostTests {

	@Autowired
	private MockMvc mvc;

	@Autowired
	private JdbcClient jdbc;

	/** What other tests leave behind instead of it keeps every token with a session. */
	@BeforeEach
	void theRealTokensOfForms(@Autowired FilterChainProxy chains) {
		chains.getFilterChains()
			.stream()
			.flatMap((chain) -> chain.getFilters().stream())
			.filter(CsrfFilter.class::isInstance)
			.forEach((filter) -> ReflectionTestUtils.setField(filter, "tokenRepository", new FormTokens()));
	}

	@BeforeEach
	void isSetUp(@Autowired WebApplicationContext context) {
		People.account(context, Role.OPERATOR);
		this.jdbc.sql("delete from sign_in_throttle").update();
	}

	@Test
	void savedAddressesAndFormsOfStrangersMakeNoSession() throws Exception {
		int before = sessions();
		for (MockHttpServletRequestBuilder request : List.of(get("/audit?q=kept"), get("/nowhere/at/all"),
				get("/sign-in"), get("/sign-in?refused"), get("/invitations/none"), post("/organizations"),
				post("/sign-in").param("username", "x"), signIn("somebody", "wrong"),
				signIn("x".repeat(60_000), "wrong"))) {
			MockHttpServletResponse response = answer(request);
			assertThat(response.getCookie("SESSION")).isNull();
			assertThat(String.join("", response.getHeaders("Set-Cookie"))).hasSizeLessThan(4_096);
		}
		assertThat(sessions()).isEqualTo(before);
	}

	@Test
	void whatWasTypedStandsInTheFormAgainOnce() throws Exception {
		Cookie typed = answer(signIn("somebody@fabrikam.com", "wrong")).getCookie("TYPED");
		assertThat(typed.getValue()).doesNotContain("somebody");
		MockHttpServletResponse again = answer(get("/sign-in?refused").cookie(typed));
		assertThat(Jsoup.parse(again.getContentAsString()).select("#username").val())
			.isEqualTo("somebody@fabrikam.com");
		assertThat(again.getCookie("TYPED").getMaxAge()).isZero();
	}

	@Test
	void theTokenOfTheSignInStandsInTheBrowserAndEndsWithIt() throws Exception {
		MockHttpServletResponse page = answer(get("/sign-in"));
		Cookie token = page.getCookie(FormTokens.NAME);
		assertThat(token.isHttpOnly()).isTrue();
		assertThat(token.getAttribute("SameSite")).isEqualTo("Strict");
		String field = Jsoup.parse(page.getContentAsString()).select("[name=_csrf]").val();
		MockHttpServletRequestBuilder form = attempt("operator@fabrikam.com", People.PASSWORD).param("_csrf", field);
		assertThat(answer(form).getStatus()).as("without the cookie").isEqualTo(302);
		assertThat(answer(form).getRedirectedUrl()).isEqualTo("/sign-in");
		MockHttpServletResponse in = answer(form.cookie(token));
		assertThat(in.getRedirectedUrl()).isEqualTo("/");
		assertThat(in.getCookie(FormTokens.NAME).getMaxAge()).isZero();
		MockHttpServletRequestBuilder late = post("/settings/profile/preferences").param("_csrf", field)
			.cookie(in.getCookie("SESSION"), token)
			.header("Sec-Fetch-Site", "cross-site");
		assertThat(answer(late).getStatus()).as("a token of before the sign-in").isEqualTo(403);
	}

	@Test
	void noMoreIsReadOfAStrangerThanAFormHolds() throws Exception {
		assertThat(answer(sent(64 * 1024)).getStatus()).isEqualTo(302);
		assertThat(answer(sent(64 * 1024 + 1)).getStatus()).isEqualTo(413);
		assertThat(answer(sent(10).header("Transfer-Encoding", "chunked")).getStatus()).isEqualTo(411);
		assertThat(answer(sent(64 * 1024 + 1).with(People.operator())).getStatus()).isNotEqualTo(413);
	}

	@Test
	void aLargeFormWhoseSessionIsOverLeadsToItsPage() throws Exception {
		MockHttpServletResponse late = answer(
				sent("/organizations", 64 * 1024 + 1).header("Sec-Fetch-Site", "same-origin"));
		assertThat(late.getRedirectedUrl()).isEqualTo("/organizations/new");
		assertThat(Jsoup.parse(answer(get("/sign-in").cookie(late.getCookie("UNSENT"))).getContentAsString())
			.select("[role=status]")
			.text()).contains("Sign in and do it again");
	}

	@Test
	void nobodyIsLedToAnAddressThatWasNotSealedHere() throws Exception {
		for (String forged : List.of("//evil.example", "https://evil.example", "L2F1ZGl0")) {
			assertThat(answer(
					signIn("operator@fabrikam.com", People.PASSWORD).cookie(new Cookie(ReturnCookie.NAME, forged)))
				.getRedirectedUrl()).isEqualTo("/");
		}
	}

	private MockHttpServletRequestBuilder sent(int bytes) {
		return sent("/sign-in", bytes);
	}

	private MockHttpServletRequestBuilder sent(String address, int bytes) {
		return post(address).contentType(MediaType.APPLICATION_FORM_URLENCODED)
			.content("username=" + "x".repeat(bytes - 9));
	}

	/** With the token of the page, as a browser sends it. */
	private MockHttpServletRequestBuilder signIn(String userName, String password) throws Exception {
		MockHttpServletResponse page = answer(get("/sign-in"));
		return attempt(userName, password)
			.param("_csrf", Jsoup.parse(page.getContentAsString()).select("[name=_csrf]").val())
			.cookie(page.getCookie(FormTokens.NAME));
	}

	private static MockHttpServletRequestBuilder attempt(String userName, String password) {
		return post("/sign-in").param("username", userName).param("password", password);
	}

	private MockHttpServletResponse answer(MockHttpServletRequestBuilder request) throws Exception {
		return this.mvc.perform(request).andReturn().getResponse();
	}

	private int sessions() {
		return this.jdbc.sql("select count(*) from spring_session").query(Integer.class).single();
	}

}
