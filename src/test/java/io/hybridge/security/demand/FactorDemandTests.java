package io.hybridge.security.demand;

import java.util.List;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.context.WebApplicationContext;

import io.hybridge.security.People;
import io.hybridge.security.account.Role;
import io.hybridge.security.factor.AppOf;
import io.hybridge.support.ApplicationTest;
import io.hybridge.support.CookieBrowser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/**
 * Where an administrator demands a second factor of everybody, nobody goes on without.
 */
@ApplicationTest
class FactorDemandTests {

	private static final String FACTOR = "/settings/profile/factor";

	private static final String DEMAND = "/settings/users/factor-demand";

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private WebApplicationContext context;

	private CookieBrowser browser;

	@BeforeEach
	void aPersonIsSignedIn(@Autowired MockMvc mvc) throws Exception {
		this.jdbc.sql("delete from sign_in_throttle").update();
		AppOf.removeAll(this.context);
		People.account(this.context, Role.OPERATOR);
		this.browser = new CookieBrowser(mvc);
		assertThat(signIn()).isEqualTo("/");
	}

	@AfterEach
	void nothingIsDemanded() {
		this.jdbc.sql("delete from factor_demand").update();
		AppOf.removeAll(this.context);
	}

	@Test
	void whoHasNoneAddsOneAtTheNextClickAndDoesNothingElseBefore() throws Exception {
		assertThat(this.browser.open("/organizations").select("h1").text()).isNotEmpty();
		demand(DEMAND);
		for (String page : List.of("/", "/organizations", "/audit", "/settings/profile", "/help/terms",
				"/organizations/1")) {
			assertThat(this.browser.led(get(page))).as(page).isEqualTo(FACTOR);
		}
		assertThat(this.browser.led(this.browser.form(FACTOR, "/organizations").param("name", "Contoso")))
			.isEqualTo(FACTOR);
		assertThat(this.browser.send(get("/").header("HX-Request", "true"), 401).getHeader("HX-Redirect"))
			.isEqualTo(FACTOR);
		Document page = this.browser.open(FACTOR);
		assertThat(page.select(".banner").text()).contains("demands a second factor of everybody");
		String code = AppOf.scanned(page.select("dd code").text(), this.context).shows();
		assertThat(this.browser.led(this.browser.form(FACTOR, FACTOR).param("code", code))).isEqualTo(FACTOR);
		assertThat(this.browser.open("/organizations").select("h1").text()).isNotEmpty();
		this.browser.cookies().clear();
		assertThat(signIn()).isEqualTo("/sign-in/code");
	}

	@Test
	void whoeverDemandsItIsNoExceptionAndSignsOutAllTheSame() throws Exception {
		demand(DEMAND);
		assertThat(this.browser.led(get("/settings/users"), People.administrator())).isEqualTo(FACTOR);
		assertThat(this.browser.led(this.browser.form(FACTOR, "/sign-out"))).isEqualTo("/sign-in?bye");
	}

	@Test
	void isLiftedAgainAndBothAreRecorded() throws Exception {
		AppOf.added(People.account(this.context, Role.ADMINISTRATOR), this.context);
		assertThat(this.browser.open("/settings/users", People.administrator()).text())
			.contains("Demand it of everybody");
		demand(DEMAND);
		demand(DEMAND);
		assertThat(this.browser.open("/settings/users", People.administrator()).text()).contains("No longer demand it");
		demand(DEMAND + "/lift");
		assertThat(this.browser.open("/organizations").select("h1").text()).isNotEmpty();
		assertThat(this.jdbc
			.sql("select parameters from audit_entry where kind = 'FACTOR_DEMAND' order by id desc limit 2")
			.query(String.class)
			.list()).satisfiesExactly((last) -> assertThat(last).contains("lifted"),
					(first) -> assertThat(first).contains("made"));
	}

	private void demand(String address) throws Exception {
		assertThat(this.browser.led(post(address).with(csrf()), People.administrator())).isEqualTo("/settings/users");
	}

	private String signIn() throws Exception {
		return this.browser.led(this.browser.form("/sign-in", "/sign-in")
			.param("username", "operator@fabrikam.com")
			.param("password", People.PASSWORD));
	}

}
